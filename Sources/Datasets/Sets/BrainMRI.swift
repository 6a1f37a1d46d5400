/// Slices through two brains, a human's and a macaque's, scanned by magnetic resonance (T1).
///
/// Of each plane the central 60 % of the slices, 647 in all, averaged down to 28 x 28 like the other
/// sets of the suite: at their full size their sharpness alone would give them away.
/// Source: Debian package `mricron-data`, BSD-3; templates ch2 (Holmes et al. 1998) and INIA19
/// (Rohlfing et al. 2012).
public enum BrainMRI {
  /// Pixels along a side of a slice.
  static let side = 28

  static let files = [
    DataFile(
      path: "usr/share/mricron/templates/ch2.nii.gz",
      sha256: "707a360b809ba937f6c007231bcf7dc6e2d33657497b254414c9894b6efa5f8c", suite: "gray28"),
    DataFile(
      path: "usr/share/mricron/templates/inia19-t1-brain.nii.gz",
      sha256: "ecc8a0191efe8131caa37aa86ffe8664dcd51c4278b207fa71e014bd4723d9aa", suite: "gray28"),
  ]

  /// The planes of the slices.
  public static let classNames = planes.map { "\($0) brain slice" }

  static let planes = ["axial", "coronal", "sagittal"]

  /// All slices.
  public static func images(in folder: DataFolder) throws -> ImageSet {
    try folder.once("brain-mri") {
      var slices = Slices()
      for (name, file) in zip(["human", "macaque"], files) {
        slices.append(try NIfTIVolume(folder.contents(of: file), name: file.path), name: name)
      }
      return slices.images
    }
  }

  /// The human's slices for training and testing, and the macaque's.
  ///
  /// Neighbouring slices are nearly equal, so stretches of nine are for training and for testing in
  /// turn, and the last two of each stretch are for neither: no training slice lies within two
  /// slices of a test slice of its plane. It is one brain all the same.
  public static func split(
    in folder: DataFolder
  ) throws -> (train: ImageSet, test: ImageSet, macaque: ImageSet) {
    try split(images(in: folder))
  }

  static func split(
    _ images: ImageSet
  ) throws -> (train: ImageSet, test: ImageSet, macaque: ImageSet) {
    let species = try images.values(ofColumn: "species")
    var (train, test): ([Int], [Int]) = ([], [])
    for indices in images.indicesByClass {
      for (place, index) in indices.filter({ species[$0] == "human" }).enumerated() {
        let (stretch, offset) = place.quotientAndRemainder(dividingBy: 9)
        if offset >= 7 { continue }
        if stretch.isMultiple(of: 2) { train.append(index) } else { test.append(index) }
      }
    }
    return (
      images.selecting(train, name: "brain-mri-train"),
      images.selecting(test, name: "brain-mri-test"),
      images.selecting(
        images.labels.indices.filter { species[$0] == "macaque" }, name: "brain-mri-macaque")
    )
  }

  /// Slices of volumes, collected.
  struct Slices {
    private var samples: [UInt8] = []
    private var labels: [Int] = []
    private var ids: [String] = []
    private var species: [String] = []
    private var positions: [String] = []

    /// The slices with their plane, the animal, and which tenth of the volume's depth they lie in.
    var images: ImageSet {
      ImageSet(
        name: "brain-mri", classNames: classNames, labels: labels, sampleIDs: ids, width: side,
        height: side, samples: samples,
        metadata: [
          "plane": labels.map { planes[$0] }, "species": species, "slice": positions,
        ]
      ).adding(constants: ["modality": "mri", "region": "brain", "source": "mricron"])
    }

    /// Adds the central slices of the three planes; up in the image is up or front in the head.
    mutating func append(_ volume: NIfTIVolume, name: String) {
      let size = [volume.width, volume.height, volume.depth]
      let strides = [1, volume.width, volume.width * volume.height]
      let white = BrainMRI.white(of: volume.voxels)
      // Across, up and through the slice, as axes of the volume.
      for (label, axes) in [[0, 1, 2], [0, 2, 1], [1, 2, 0]].enumerated() {
        let through = size[axes[2]]
        for slice in through / 5..<through * 4 / 5 {
          samples += AreaReduction.reduced(
            volume.voxels, to: side, start: slice * strides[axes[2]], across: size[axes[0]],
            acrossStride: strides[axes[0]], up: size[axes[1]], upStride: strides[axes[1]],
            white: white)
          labels.append(label)
          ids.append("\(name)/\(classNames[label])/\(slice)")
          species.append(name)
          let tenth = slice * 10 / through
          positions.append("\(tenth * 10)-\(tenth * 10 + 10)%")
        }
      }
    }
  }

  /// The intensity shown as white: 99.5 % of the voxels that are not black lie below.
  ///
  /// The few brightest voxels are vessels and fat; scaled by them, the brains would be dark.
  private static func white(of voxels: [Float]) -> Float {
    var sample: [Float] = []
    for i in stride(from: 0, to: voxels.count, by: 16) where voxels[i] > 0 {
      sample.append(voxels[i])
    }
    guard !sample.isEmpty else { return max(voxels.max() ?? 1, .leastNormalMagnitude) }
    sample.sort()
    return sample[min(sample.count - 1, sample.count * 995 / 1000)]
  }
}
