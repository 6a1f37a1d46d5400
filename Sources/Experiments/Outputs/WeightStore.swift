import CLIPModels
import Datasets
import FileFormats
import FineTuning
import FoundationEssentials

/// The weights that trainings ended with, on disk, addressed by everything that decides a training.
///
/// Sweeps of a few gigabytes need no more than their own; beyond the budget those make way that were
/// not used for the longest time.
struct WeightStore {
  private let folder: String
  /// The most bytes of all files together.
  var budget = 4 << 30

  /// Uses a folder, which is created when the first weights are stored.
  init(folder: String) { self.folder = folder }

  /// Where the end of a training is kept.
  func end(_ key: String) -> TrainingEnd { TrainingEnd(path: path(key), fingerprint: key) }

  /// Whether there is a file of a training.
  func contains(_ key: String) -> Bool { FileManager.default.fileExists(atPath: path(key)) }

  /// Runs a training that others may be at as well: one at a time, so that the others find its end.
  ///
  /// - Parameters:
  ///   - key: of the training.
  ///   - isStopping: asked while another one is at it.
  ///   - train: takes the end over, or trains and keeps it.
  /// - Throws: `TrainingStopped` when asked to stop before the training began.
  func alone<Result>(
    _ key: String, isStopping: () -> Bool, _ train: () throws -> Result
  ) throws -> Result {
    try Folder.create(folder)
    let lock = try locked("\(folder)/\(key).lock", isStopping: isStopping)
    defer { lock.release() }
    let result = try train()
    // What is used last is kept longest.
    try? FileManager.default.setAttributes([.modificationDate: Date.now], ofItemAtPath: path(key))
    makeRoom()
    return result
  }

  private func locked(_ path: String, isStopping: () -> Bool) throws -> FolderLock {
    while true {
      do {
        return try FolderLock(path, holder: "process \(ProcessIdentity.number)")
      } catch is FolderLockedError {
        if isStopping() { throw TrainingStopped(step: 0) }
      }
    }
  }

  /// Removes the weights that were not used for the longest time, until the others fit.
  ///
  /// A worker that has lost a file just trains; locks that nobody holds go with their weights.
  private func makeRoom() {
    let manager = FileManager.default
    let names = (try? manager.contentsOfDirectory(atPath: folder)) ?? []
    let files = names.filter { $0.hasSuffix(WeightStore.ending) }.compactMap { name in
      (try? manager.attributesOfItem(atPath: "\(folder)/\(name)")).map {
        (name: name, bytes: $0[.size] as? Int ?? 0, used: $0[.modificationDate] as? Date ?? .now)
      }
    }
    var total = files.reduce(0) { $0 + $1.bytes }
    for file in files.sorted(by: { ($0.used, $0.name) < ($1.used, $1.name) }) where total > budget {
      try? manager.removeItem(atPath: "\(folder)/\(file.name)")
      let lock = "\(folder)/\(file.name.dropLast(WeightStore.ending.count)).lock"
      if !FolderLock.isHeld(lock) { try? manager.removeItem(atPath: lock) }
      total -= file.bytes
    }
  }

  private func path(_ key: String) -> String { "\(folder)/\(key)\(WeightStore.ending)" }

  private static let ending = ".safetensors"
}

extension Run {
  /// The model after its training: taken over where one with the same stages has ended, else
  /// trained.
  ///
  /// - Parameter recorder: looks on; what it is to see must happen, so nothing is taken over.
  func trained(
    _ model: CLIPModel, on task: FewShotTask, checkpoints: TrainingCheckpoints?,
    recorder: TrajectoryRecorder?, report: (Phase) throws -> Void
  ) throws -> FineTunedModel {
    let tuner = FineTuner(model, on: task, method: try method, workers: workers)
    func train(_ end: TrainingEnd?) throws -> FineTunedModel {
      try tuner.train(
        checkpoints: checkpoints, end: end,
        progress: { try report(.training($0, $1, loss: $2)) },
        observe: { try recorder?.observe($0) })
    }
    guard task.images.count > 0, recorder == nil else { return try train(nil) }
    let key = try trainingKey(task, of: method.sharedTraining)
    return try cache.weights.alone(key, isStopping: { checkpoints?.isStopping() ?? false }) {
      try train(cache.weights.end(key))
    }
  }
}
