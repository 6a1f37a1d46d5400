import CLIPModels
import Configuration
import Datasets
import FineTuning
import Tensors
import TestModels
import TestSupport
import Testing

/// The identity that is tested: who looks on changes no bit of a training.
@Suite("A training that is looked at")
struct ObserverTests {
  /// What was seen at one moment.
  private struct Sight: Equatable {
    var stage: Int
    var epoch: Int
    var endsEpoch: Bool
    var logits: [UInt32] = []
  }

  /// A training, and what an onlooker saw who asked for everything.
  private struct Training {
    let tuned: FineTunedModel
    var sights: [Sight] = []

    /// Trains for at most three epochs of two steps, with two threads.
    init(
      _ type: any FineTuningMethod.Type, isWatched: Bool, checkpoints: TrainingCheckpoints? = nil
    ) throws {
      let workers = Workers(threads: 2)
      let task = try ToyTraining.task()
      let model = try ToyModel.make()
      var stages = small(type).stages(of: model, for: task, workers: workers)
      for index in stages.indices {
        stages[index].training.epochs = stages[index].training.epochs.limited(toEpochs: 3)
        stages[index].training.batchSize = 6
      }
      let tuner = FineTuner(model, on: task, stages: stages, workers: workers)
      let images = ToyImages.set("seen", [.diagonals], count: 3, isLabelled: false)
      var sights: [Sight] = []
      tuned =
        isWatched
        ? try tuner.train(
          checkpoints: checkpoints,
          observe: { moment in
            let logits = moment.classifier()
              .outputs(of: try moment.encoder.features(of: images), on: workers).logits
            sights.append(
              Sight(
                stage: moment.stage, epoch: moment.epoch, endsEpoch: moment.endsEpoch,
                logits: logits.values.map(\.bitPattern)))
          }) : try tuner.train(checkpoints: checkpoints)
      self.sights = sights
    }
  }

  @Test(
    "ends in the same bits as one that is not, whatever the method", arguments: allMethods.indices)
  func bits(index: Int) throws {
    let plain = try Training(allMethods[index], isWatched: false)
    let watched = try Training(allMethods[index], isWatched: true)
    #expect(!watched.sights.isEmpty)
    for (a, b) in zip(plain.tuned.state, watched.tuned.state) {
      #expect(a.bits == b.bits, "\(a.name)")
    }
    #expect(plain.tuned.classifier.weights == watched.tuned.classifier.weights)
    #expect(plain.tuned.report.epochLosses == watched.tuned.report.epochLosses)
    // The last look is at what training ends in.
    let tuned = watched.tuned
    let last = try #require(watched.sights.last)
    #expect(last.epoch == watched.sights.map(\.epoch).max())
    if !tuned.changesImages {
      let encoder = ImageEncoder(
        try ToyModel.make(), preprocessor: try ToyTraining.task().preprocessor,
        workers: Workers(threads: 1))
      let images = ToyImages.set("seen", [.diagonals], count: 3, isLabelled: false)
      let logits = tuned.classifier.outputs(
        of: try encoder.features(of: images), on: Workers(threads: 1)
      ).logits
      #expect(last.logits == logits.values.map(\.bitPattern))
    }
  }

  @Test("is seen before its first stage, after each epoch and after each solved stage")
  func moments() throws {
    func places(_ type: any FineTuningMethod.Type) throws -> [Sight] {
      try Training(type, isWatched: true).sights.map {
        var place = $0
        place.logits = []
        return place
      }
    }
    let start = Sight(stage: 0, epoch: 0, endsEpoch: false)
    let epochs = (1...3).map { Sight(stage: 1, epoch: $0, endsEpoch: true) }
    #expect(try places(ZeroShot.self) == [start])
    #expect(try places(LoRA.self) == [start] + epochs)
    let solved = Sight(stage: 1, epoch: 0, endsEpoch: false)
    #expect(try places(LinearProbe.self) == [start, solved])
    #expect(
      try places(LPFT.self)
        == [start, solved] + (1...3).map { Sight(stage: 2, epoch: $0, endsEpoch: true) })
    #expect(
      try places(WiSEFT.self) == [start] + epochs + [Sight(stage: 2, epoch: 3, endsEpoch: false)])
  }

  @Test("and is interrupted shows what is behind its checkpoint, in the same bits")
  func resumed() throws {
    for type: any FineTuningMethod.Type in [LoRA.self, LPFT.self] {
      let whole = try Training(type, isWatched: true)
      try withTemporaryFolder { folder in
        func checkpoints(_ isStopping: @escaping @Sendable () -> Bool) -> TrainingCheckpoints {
          TrainingCheckpoints(
            path: "\(folder)/state", fingerprint: "a", interval: .steps(3), isStopping: isStopping)
        }
        // Behind the first step: before any epoch has ended.
        #expect(throws: TrainingStopped(step: 1)) {
          try Training(type, isWatched: true, checkpoints: checkpoints { true })
        }
        let resumed = try Training(type, isWatched: true, checkpoints: checkpoints { false })
        #expect(resumed.sights.count >= 3)
        #expect(resumed.sights.allSatisfy(whole.sights.contains))
        #expect(resumed.sights.last == whole.sights.last)
      }
    }
  }
}
