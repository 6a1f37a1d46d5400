import Configuration
import FileFormats
import FineTuning
import FoundationEssentials
import Results

/// A trajectory under way on disk, beside the checkpoint of its training.
///
/// Each point is written before any state of the training that is behind it, so a training that
/// goes on from a checkpoint finds all points up to there.
struct TrajectoryFile {
  private let path: String
  private let checkpoint: String
  private let fingerprint: String

  /// Names the file that belongs to a training's checkpoint.
  init(_ checkpoints: TrainingCheckpoints) {
    checkpoint = checkpoints.path
    path = checkpoints.path + "-trajectory"
    fingerprint = checkpoints.fingerprint
  }

  /// Replaces the file, in one step.
  func write(_ trajectory: Trajectory) throws {
    let json = trajectory.json
    let file: JSONValue = .object([
      "fingerprint": .string(fingerprint), "sha256": .string(TrajectoryFile.hash(json)),
      "trajectory": json,
    ])
    try AtomicFile.write(file.canonicalText, to: path)
  }

  /// The trajectory that was written, with at least one point.
  ///
  /// Nil where there is none, it is damaged, or it is of another training or other images. Then a
  /// checkpoint that is there is removed: the training must start anew, for all points.
  func stored(like fresh: Trajectory) throws -> Trajectory? {
    if let trajectory = read(), trajectory.detector == fresh.detector,
      trajectory.sets == fresh.sets,
      !trajectory.points.isEmpty
    {
      return trajectory
    }
    try remove()
    return nil
  }

  /// Removes the file and the training's checkpoint.
  func remove() throws {
    for path in [checkpoint, path] where FileManager.default.fileExists(atPath: path) {
      try FileManager.default.removeItem(atPath: path)
    }
  }

  private func read() -> Trajectory? {
    guard FileManager.default.fileExists(atPath: path), let bytes = try? FileBytes.read(path),
      let file = try? JSONValue(parsing: bytes, name: path),
      file["fingerprint"]?.string == fingerprint, let json = file["trajectory"],
      file["sha256"]?.string == TrajectoryFile.hash(json)
    else { return nil }
    return try? Trajectory(json)
  }

  private static func hash(_ json: JSONValue) -> String {
    SHA256.hexDigest(of: [UInt8](json.canonicalText.utf8))
  }
}
