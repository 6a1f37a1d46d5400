import FileFormats

/// ELPV: 2,624 gray photos of solar cells by electroluminescence, with the probability of a defect.
///
/// The cells are averaged from 300 x 300 down to 28 x 28 like the other gray sets: at their full size
/// their sharpness alone would give them away. A cell is called defective from a probability of 2/3.
/// Source: Buerhop-Lutz et al., EU PVSEC 2018; Deitsch et al., "Automatic classification of defective
/// photovoltaic module cells in electroluminescence images", Solar Energy 185, 2019; PyPI package
/// `elpv-dataset` 1.0.0.post1, CC BY-NC-SA 4.0: not for commercial use.
public enum SolarCells {
  /// The classes: state by kind of crystal.
  public static let classNames = ["monocrystalline", "polycrystalline"].flatMap { crystal in
    ["functional", "defective"].map { "\($0) \(crystal) solar cell" }
  }

  private static let folder = "whl/elpv_dataset-1.0.0.post1-py3-none-any/elpv_dataset/data"
  static let labelFile = DataFile(
    path: "\(folder)/labels.csv",
    sha256: "0abe6fe7700aea571717d7d7dfec005a47c6207b4cde26a4556b6807a115483d", suite: "elpv")

  /// The cells of some modules for training, those of others for testing.
  ///
  /// The file lists cells module by module and does not name the modules. A module has one kind of
  /// crystal, so a stretch of one kind is a number of whole modules: the stretches that begin with
  /// cells 1, 541, 2145 and 2397 are for testing (180 mono- and 360 polycrystalline cells), the six
  /// others for training. They were chosen so that each class has test images.
  public static func split(in folder: DataFolder) throws -> (train: ImageSet, test: ImageSet) {
    let all = try images(in: folder)
    let test = SolarCells.testCells.flatMap { $0.map { $0 - 1 } }
    let held = Set(test)
    return (
      all.selecting(all.labels.indices.filter { !held.contains($0) }, name: "elpv-train"),
      all.selecting(test, name: "elpv-test")
    )
  }

  static let testCells = [1...60, 541...900, 2145...2216, 2397...2444]

  /// All cells, with columns `cell_type` (mono or poly) and `defect` (0, 1/3, 2/3 or 1).
  static func images(in folder: DataFolder) throws -> ImageSet {
    try folder.once("elpv") {
      let cells = try cells(folder.contents(of: labelFile))
      let pixels = try concurrentMap(cells.count) {
        try reduced(ImageFile.decode(path: folder.path(of: "\(self.folder)/\(cells[$0].path)")))
      }
      return ImageSet(
        name: "elpv", classNames: classNames, labels: cells.map(\.label),
        sampleIDs: cells.map(\.path), width: BrainMRI.side, height: BrainMRI.side,
        samples: pixels.flatMap(\.self),
        metadata: ["cell_type": cells.map(\.type), "defect": cells.map(\.defect)]
      ).adding(constants: [
        "modality": "electroluminescence", "source": "elpv", "license": "CC-BY-NC-SA-4.0",
      ])
    }
  }

  /// A line of the label file.
  struct Cell: Equatable {
    let path: String
    let type: String
    let defect: String

    var label: Int { (type == "mono" ? 0 : 2) + (defect == "2/3" || defect == "1" ? 1 : 0) }
  }

  /// The lines: path, probability of a defect, `mono` or `poly`, between blanks.
  static func cells(_ bytes: [UInt8]) throws -> [Cell] {
    let fractions = [
      "0.0": "0", "0.3333333333333333": "1/3", "0.6666666666666666": "2/3", "1.0": "1",
    ]
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    return try lines.enumerated().map { number, line in
      let fields = line.split(separator: " ").map(String.init)
      guard fields.count == 3, let defect = fractions[fields[1]],
        ["mono", "poly"].contains(fields[2])
      else {
        throw DatasetError(
          "\(labelFile.path):\(number + 1)",
          "is '\(line)', expected a path, 0.0, 0.3333333333333333, 0.6666666666666666 or 1.0, and "
            + "mono or poly")
      }
      return Cell(path: fields[0], type: fields[2], defect: defect)
    }
  }

  /// A square gray picture, averaged down.
  private static func reduced(_ image: DecodedImage) throws -> [UInt8] {
    guard image.mode == .gray, image.width == image.height else {
      throw DatasetError(
        "elpv",
        "has a picture of \(image.width) x \(image.height) pixels in mode \(image.mode), expected "
          + "square gray ones; delete the package's folder and run: scripts/fetch-data elpv")
    }
    let side = image.width
    // From the last row up, as the reduction counts rows.
    return AreaReduction.reduced(
      image.samples.map(Float.init), to: BrainMRI.side, start: (side - 1) * side, across: side,
      acrossStride: 1, up: side, upStride: -side, white: 255)
  }
}
