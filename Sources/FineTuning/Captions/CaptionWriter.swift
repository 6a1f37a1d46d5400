import Datasets
import RandomStreams

/// Writes captions of images out of their labels and metadata.
public struct CaptionWriter: Sendable {
  /// What is done to the metadata, to find out whether it matters.
  public enum Control: String, Codable, Sendable, CaseIterable {
    /// The metadata as it is.
    case none
    /// Captions tell the class alone.
    case labelOnly = "label-only"
    /// Each image has the metadata of another one of its class, or by chance its own: the same words
    /// as often, about the wrong images.
    case permuted
  }

  /// Annotations that captions know by name, whether an image set has them or not.
  public static let fields = [
    CaptionTemplate.label, "modality", "region", "plane", "attributes", "severity", "style",
  ]

  private let images: ImageSet
  private let templates: [CaptionTemplate]
  private let columns: [String: String]
  private let control: Control
  /// The image whose metadata each image has.
  private let owners: [Int]

  /// Prepares to write.
  ///
  /// - Parameters:
  ///   - images: the images; each needs a class.
  ///   - templates: one of them is chosen for each caption.
  ///   - columns: the column of metadata of each slot that has another name.
  ///   - control: what is done to the metadata.
  ///   - seed: permutes it.
  /// - Throws: `FineTuningError` for a slot that stands for no annotation.
  public init(
    _ images: ImageSet, templates: [CaptionTemplate], columns: [String: String] = [:],
    control: Control = .none, seed: UInt64
  ) throws {
    self.images = images
    self.templates = templates
    self.columns = columns
    self.control = control
    for slot in Set(templates.flatMap(\.slots)).sorted() {
      let column = columns[slot] ?? slot
      guard images.metadata[column] == nil,
        columns[slot] != nil || !CaptionWriter.fields.contains(slot)
      else { continue }
      let known = Set(images.metadata.keys).union(CaptionWriter.fields).sorted()
      throw FineTuningError(
        "captions have the slot '\(slot)', and \(images.name) has no metadata column '\(column)'; "
          + "known: \(known.joined(separator: ", "))")
    }
    var owners = [Int](0..<images.count)
    if control == .permuted {
      for (label, members) in images.indicesByClass.enumerated() {
        var random = RandomSource(
          seed: seed, purpose: "permuted metadata", index: UInt64(label))
        let order = random.permutation(of: members.count)
        for (place, member) in members.enumerated() { owners[member] = members[order[place]] }
      }
    }
    self.owners = owners
  }

  /// All captions of an image, one for each template whose annotations are known.
  ///
  /// - Throws: `FineTuningError` if there is none.
  public func captions(of image: Int) throws -> [Caption] {
    func column(_ slot: String) -> String { columns[slot] ?? slot }
    func value(_ slot: String) -> String {
      if slot == CaptionTemplate.label, columns[slot] == nil {
        return images.classNames[images.labels[image]]
      }
      return control == .labelOnly ? "" : images.metadata[column(slot)]?[owners[image]] ?? ""
    }
    let captions = templates.enumerated().compactMap { number, template in
      template.filled(value).map { text, slots in
        Caption(
          text: text, template: number,
          annotations: slots.map { .init(slot: $0, column: column($0), value: value($0)) })
      }
    }
    guard !captions.isEmpty else {
      throw FineTuningError(
        "no caption template fits image \(images.sampleIDs[image]) of \(images.name): each needs an "
          + "annotation that is not known of it; put slots between brackets, or add a template of "
          + "{label} alone")
    }
    return captions
  }
}
