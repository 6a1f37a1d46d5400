import CLIPModels
import Configuration
import Datasets
import Images
import Tensors
import TestModels
import Testing
import Tokenizers

@testable import FineTuning

@Suite("A mixture of captioned sources")
struct CaptionMixtureTests {
  private func source(_ name: String, _ ratio: Double) -> CaptionSource {
    var source = CaptionSource()
    (source.benchmark, source.sampleRatio) = (name, ratio)
    return source
  }

  @Test("has passes of round(ratio n) images of each source, by hand")
  func lengths() {
    let order = MixtureOrder(sizes: [10, 8, 3], ratios: [0.5, 1, 2.5], seed: 1)
    // 2.5 times 3 is 7.5: rounded away from zero.
    #expect(order.counts == [5, 8, 8])
    #expect(order.length == 21)
    for number in 0..<20 {
      let pass = order.pass(number)
      let counts = (0..<3).map { source in pass.count { $0.source == source } }
      #expect(counts == order.counts)
      // Every image of whole copies as often, none of the first source twice.
      #expect(Set(pass.filter { $0.source == 0 }).count == 5)
      #expect(Set(pass.filter { $0.source == 1 }).count == 8)
      for image in 0..<3 {
        let count = pass.count { $0 == .init(source: 2, image: image) }
        #expect((2...3).contains(count))
      }
    }
    #expect(order.pass(3) == order.pass(3))
    #expect(order.pass(3) != order.pass(4))
  }

  @Test("draws the images of a source evenly, and mixes sources evenly over a pass")
  func frequencies() {
    let (passes, sizes) = (2_000, [20, 10])
    let order = MixtureOrder(sizes: sizes, ratios: [0.25, 0.5], seed: 3)
    var counts = [Int](repeating: 0, count: 20)
    var first = 0
    for number in 0..<passes {
      let pass = order.pass(number)
      for place in pass where place.source == 0 { counts[place.image] += 1 }
      // The first of ten images, of which five are of either source.
      if pass[0].source == 0 { first += 1 }
    }
    let expected = Double(passes) * 5 / 20
    let statistic = counts.reduce(0) {
      $0 + (Double($1) - expected) * (Double($1) - expected) / expected
    }
    // The 99.9 % quantile of chi-square with 19 degrees of freedom is 43.82.
    #expect(statistic < 43.82)
    // Four standard errors of 2,000 fair draws.
    #expect(abs(first - passes / 2) < 90)
  }

  @Test("gives batches that go on from pass to pass")
  func batches() {
    let order = MixtureOrder(sizes: [4, 2], ratios: [1, 1], seed: 1)
    let batches = (0..<3).flatMap { order.batch(from: $0 * 4, count: 4) }
    #expect(batches == order.pass(0) + order.pass(1))
  }

  /// The toy task with two sources of patterns that it does not have.
  private func task() throws -> FewShotTask {
    let plain = try ToyTraining.task()
    func source(_ name: String, _ count: Int, _ style: String) -> ImageSet {
      let images = ToyImages.set(name, [.diagonals, .noise], count: count)
      return images.describing(["style": images.labels.map { _ in style }])
    }
    return FewShotTask(
      images: plain.images, templates: plain.templates,
      captioned: [source("a", 6, "dark"), source("b", 4, "pale")], tokenizer: plain.tokenizer,
      preprocessor: plain.preprocessor, seed: 1)
  }

  private func captions(_ ratios: [Double]) -> Captions {
    var captions = Captions()
    captions.templates = ["a photo of {label}[ in {style}]"]
    captions.mixture = zip(["a", "b"], ratios).map(source)
    return captions
  }

  @Test("trains on its sources and not on the shots, the same for any number of threads")
  func training() throws {
    func trained(_ ratios: [Double], threads: Int = 1) throws -> AxisTraining {
      try AxisTraining(FLYP.small, task: task(), threads: threads) {
        $0.objective = Chosen(captions(ratios))
      }
    }
    let one = try trained([1, 0.5])
    #expect(try trained([1, 0.5], threads: 2).bits == one.bits)
    #expect(try trained([0.5, 1]).bits != one.bits)
    // Two patterns in two styles; a pass of 12 and 4 images.
    #expect(one.tuned.report.objective["captions"] == 4)
    #expect(one.tuned.report.objective["mixture_pass"] == 16)
    let change = { (training: inout TrainingConfiguration) in
      training.objective = Chosen(captions([1, 0.5]))
    }
    let whole = try AxisTraining(task: task(), change)
    #expect(try AxisTraining.interruptedBits(after: 3, task: task(), change) == whole.bits)
  }

  @Test("without its sources, and with a ratio of 0, is refused")
  func refused() throws {
    #expect(throws: FineTuningError.self) {
      try AxisTraining(FLYP.small) { $0.objective = Chosen(captions([1, 1])) }
    }
    #expect(source("a", 0).problems.map(\.setting) == ["sample_ratio"])
    #expect(source("", 1).problems.map(\.setting) == ["benchmark"])
  }
}
