import Configuration
import Detectors
import FoundationEssentials
import Tensors
import Testing

/// What every detector promises, checked for each line of the registry.
@Suite("Every detector")
struct ConformanceTests {
  static let names = allDetectors.map { $0.name }

  /// A detector with its defaults, fitted where it learns.
  private func detector(_ name: String) throws -> any Detector {
    let type = try #require(allDetectors.first { $0.name == name })
    return try type.init().fitted(to: Separable.training())
  }

  @Test("has a name of its own in the spelling of files")
  func uniqueNames() {
    #expect(Set(Self.names).count == Self.names.count)
    for name in Self.names {
      #expect(name.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" })
    }
  }

  @Test("in the folder of scores has a line in the registry")
  func registered() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Detectors/Scores").path
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".swift") }.sorted()
    #expect(files == allDetectors.map { "\($0).swift" }.sorted())
  }

  @Test("cites its paper with an address", arguments: names)
  func paper(name: String) throws {
    let type = try #require(allDetectors.first { $0.name == name })
    #expect(type.paper.contains("https://"))
  }

  @Test("gives one finite score an image", arguments: names)
  func finite(name: String) throws {
    let outputs = try Separable.test()
    let scores = try detector(name).scores(for: outputs)
    #expect(scores.count == outputs.count)
    #expect(scores.allSatisfy { $0.isFinite })
  }

  @Test("scores no images", arguments: names)
  func noImages(name: String) throws {
    #expect(try detector(name).scores(for: Separable.test().selecting([])).isEmpty)
  }

  @Test("gives the same bits whatever the order of the images", arguments: names)
  func orderInvariant(name: String) throws {
    let detector = try detector(name)
    let outputs = try Separable.test()
    let order = Array((0..<outputs.count).reversed())
    let scores = try detector.scores(for: outputs)
    #expect(try detector.scores(for: outputs.selecting(order)) == order.map { scores[$0] })
  }

  @Test("gives the same bits whatever the batch", arguments: names)
  func batchInvariant(name: String) throws {
    let detector = try detector(name)
    let outputs = try Separable.test()
    var scores: [Double] = []
    for image in 0..<outputs.count {
      scores += try detector.scores(for: outputs.selecting([image]))
    }
    #expect(try detector.scores(for: outputs) == scores)
  }

  @Test("scores in-distribution images higher on separable data", arguments: names)
  func direction(name: String) throws {
    let outputs = try Separable.test()
    let scores = try detector(name).scores(for: outputs)
    let inside = try #require(scores[..<Separable.insideCount].min())
    let outside = try #require(scores[Separable.insideCount...].max())
    #expect(inside > outside)
  }

  @Test("fitted twice is fitted once", arguments: names)
  func refit(name: String) throws {
    let type = try #require(allDetectors.first { $0.name == name })
    let once = try type.init().fitted(to: Separable.training())
    let other = try type.init().fitted(to: Separable.training().selecting([0, 1, 2, 5, 6, 9]))
    let twice = try other.fitted(to: Separable.training())
    let outputs = try Separable.test()
    #expect(try once.scores(for: outputs) == twice.scores(for: outputs))
  }

  @Test("needs no more than it declares", arguments: names)
  func declaredNeeds(name: String) throws {
    let type = try #require(allDetectors.first { $0.name == name })
    let fitted = try type.init().fitted(to: Separable.training().keeping(type.trainingNeeds))
    let full = try Separable.test()
    let scores = try fitted.scores(for: full.keeping(type.needs))
    #expect(try scores == detector(name).scores(for: full))
  }

  @Test("decodes its defaults", arguments: names)
  func defaults(name: String) throws {
    let type = try #require(allDetectors.first { $0.name == name })
    #expect(type.init().problems.isEmpty)
    func roundTrip<D: Detector>(_ type: D.Type) throws {
      let stored = try settings(of: type.init())
      let decoded = try decode(type, from: stored)
      #expect(try settings(of: decoded) == stored)
    }
    try roundTrip(type)
  }

  @Test("refuses logits that are not finite and names the image", arguments: names)
  func notFinite(name: String) throws {
    for value in [Float.nan, .infinity, -.infinity] {
      for column in 0..<Separable.classes {
        var outputs = try Separable.test()
        var logits = outputs.logits
        logits[3, column] = value
        outputs = try ModelOutputs(
          logits: logits, features: outputs.features, labels: outputs.labels,
          logitScale: outputs.logitScale, head: outputs.head)
        let error = #expect(throws: DetectorError.self) {
          try detector(name).scores(for: outputs)
        }
        #expect(error?.description.contains("image 3") == true)
      }
    }
  }
}
