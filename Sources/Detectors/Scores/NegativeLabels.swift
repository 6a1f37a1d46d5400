#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import Configuration
import Tensors

/// NegLabel: the softmax mass of the classes against mined labels that are far from all of them.
///
/// score = mean_g sum_{c in classes} softmax([s, n_g] / T)_c with the cosines s `[images, classes]`
/// and n_g those of group g of the negative labels, of `[images, negatives]`; T = 0.01, 100 groups.
/// Range 0 to 1, higher = more in-distribution. Groups are consecutive columns of equal number; the
/// columns left over, fewer than groups, count nowhere. Whoever mines the negatives has permuted
/// them, so that a group is a random sample; see `NegativeLabelMining`.
///
/// One group is the score of the paper without grouping. Fewer negatives than groups are an error
/// here: the official code then gives empty groups, in which every image scores 1. The official code
/// drops the last words of its list before it permutes, here the last after; and its branch for one
/// group forgets the softmax.
///
/// Source: Jiang, Liu, Fang, Chen, Liu, Zheng, Han, "Negative label guided OOD detection with
/// pretrained vision-language models", ICLR 2024. Official code:
/// XueJiang16/NegLabel.
public struct NegativeLabels: Detector {
  public static let name = "neglabel"
  public static let paper =
    "Jiang et al., Negative Label Guided OOD Detection with Pretrained Vision-Language Models, "
    + "ICLR 2024, https://arxiv.org/abs/2403.20078"

  public static let needs: Set<OutputField> = [.cosines, .negativeCosines]

  /// The softmax temperature T on the cosine similarities.
  public var temperature = 0.01
  /// The number of groups of negative labels.
  public var groups = 100

  /// The paper's settings.
  public init() {}

  public var problems: [SettingProblem] {
    temperatureProblems(temperature)
      + (groups > 0 ? [] : [SettingProblem("groups", "is \(groups), expected at least 1")])
  }

  public func scores(for outputs: ModelOutputs) throws -> [Double] {
    try checkSettings()
    let (cosines, unit) = try outputs.cosines(for: Self.name)
    let negatives = try outputs.matrix(.negativeCosines, for: Self.name)
    let width = negatives.columns / groups
    guard width > 0 else {
      throw DetectorError(
        "\(Self.name): negative-cosines have shape \(negatives.shapeText), expected a column for "
          + "each of \(groups) groups; set fewer groups or mine more negatives")
    }
    let classes = softmaxRows(cosines, scale: unit / temperature)
    // The columns of a group are next to each other, so the groups are rows of a narrower matrix.
    let grouped = softmaxRows(
      negatives.regrouped(rowLength: width, perRow: groups), scale: 1 / temperature)
    return classes.indices.map { image in
      let logClasses = classes[image].maximum * (unit / temperature) + classes[image].logSum
      var total = 0.0
      for group in grouped[image * groups..<(image + 1) * groups] {
        // A / (A + B) from log A and log B: neither sum can overflow.
        total += 1 / (1 + exp(group.maximum / temperature + group.logSum - logClasses))
      }
      return total / Double(groups)
    }
  }
}

extension DoubleMatrix {
  /// The first `count` pieces of every row, each of `length` elements, as rows of their own.
  fileprivate func regrouped(rowLength length: Int, perRow count: Int) -> DoubleMatrix {
    var pieces: [Double] = []
    pieces.reserveCapacity(rows * count * length)
    for row in 0..<rows { pieces.append(contentsOf: self.row(row).prefix(count * length)) }
    return DoubleMatrix(rows: rows * count, columns: length, values: pieces)
  }
}
