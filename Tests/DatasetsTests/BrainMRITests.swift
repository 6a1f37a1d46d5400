import FileFormats
import Testing

@testable import Datasets

@Suite("Brain MRI")
struct BrainMRITests {
  /// A little-endian NIfTI-1 file of bytes.
  static func file(_ size: [Int], _ voxels: [UInt8]) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 352)
    bytes.replaceSubrange(0..<4, with: [0x5c, 0x01, 0, 0])
    bytes[40] = 3
    for (axis, count) in size.enumerated() { bytes[42 + 2 * axis] = UInt8(count) }
    bytes[70] = 2
    // 352 as a 32-bit floating-point number is 43b00000.
    bytes.replaceSubrange(108..<112, with: [0, 0, 0xb0, 0x43])
    bytes.replaceSubrange(344..<347, with: [0x6e, 0x2b, 0x31])
    return bytes + voxels
  }

  @Test("reads sizes and voxels")
  func volume() throws {
    let volume = try NIfTIVolume(Self.file([2, 3, 1], [1, 2, 3, 4, 5, 6]), name: "v")
    #expect((volume.width, volume.height, volume.depth) == (2, 3, 1))
    #expect(volume.voxels == [1, 2, 3, 4, 5, 6])
  }

  @Test("refuses a volume whose length does not fit its sizes")
  func cutOff() {
    #expect(
      message { try NIfTIVolume(Self.file([2, 3, 1], [1, 2]), name: "v") }
        == "v: has 354 bytes, expected 6 after the offset 352.0")
    #expect(message { try NIfTIVolume([1, 2], name: "v") }.contains("no little-endian NIfTI-1"))
  }

  @Test("turns slices upright, averages areas and scales the brightest voxel to 255")
  func slices() throws {
    // A cube of 56: every pixel of a slice is the mean of 2 x 2 voxels. One bright voxel at
    // x = 0, y = 55, z = 28 makes a pixel of (255 / 4) = 64 at the top left of the axial slice 28.
    var voxels = [UInt8](repeating: 0, count: 56 * 56 * 56)
    voxels[28 * 56 * 56 + 55 * 56] = 200
    var slices = BrainMRI.Slices()
    slices.append(try NIfTIVolume(Self.file([56, 56, 56], voxels), name: "v"), name: "cube")
    let images = slices.images
    // 56 / 5 = 11 to 56 * 4 / 5 = 44: 33 slices of each plane.
    #expect(images.indicesByClass.map(\.count) == [33, 33, 33])
    let axial = try #require(images.sampleIDs.firstIndex(of: "cube/axial brain slice/28"))
    #expect(images.metadata["plane"]?[axial] == "axial")
    #expect(images.metadata["species"]?[axial] == "cube")
    // Slice 28 of 56 begins the upper half.
    #expect(images.metadata["slice"]?[axial] == "50-60%")
    let samples = try images.image(at: axial).samples
    #expect(samples[0] == 64)
    #expect(samples.dropFirst().allSatisfy { $0 == 0 })
  }

  @Test("no training slice lies within two slices of a test slice of its plane")
  func split() throws {
    var slices = BrainMRI.Slices()
    let voxels = [UInt8](repeating: 1, count: 56 * 56 * 56)
    for name in ["human", "macaque"] {
      slices.append(try NIfTIVolume(Self.file([56, 56, 56], voxels), name: "v"), name: name)
    }
    let (train, test, macaque) = try BrainMRI.split(slices.images)
    // 33 slices a plane: stretches of 9, 9, 9 and 6, of which 7, 7, 7 and 6 count.
    #expect(train.indicesByClass.map(\.count) == [14, 14, 14])
    #expect(test.indicesByClass.map(\.count) == [13, 13, 13])
    #expect(macaque.indicesByClass.map(\.count) == [33, 33, 33])
    #expect(macaque.sampleIDs.allSatisfy { $0.hasPrefix("macaque/") })
    func places(_ set: ImageSet, _ label: Int) -> [Int] {
      set.indicesByClass[label].compactMap { Int(set.sampleIDs[$0].split(separator: "/")[2]) }
    }
    for label in 0..<3 {
      for place in places(train, label) {
        #expect(places(test, label).allSatisfy { abs($0 - place) > 2 })
      }
    }
  }
}
