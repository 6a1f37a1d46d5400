import FileFormats
import FoundationEssentials
import Testing

@testable import Images

@Suite("Preprocessing configurations")
struct PreprocessingConfigurationTests {
  /// Writes a file, reads it with `read` and removes it.
  private func reading(
    _ text: String, _ read: (String) throws -> PreprocessingConfiguration
  ) throws -> PreprocessingConfiguration {
    let path = FileManager.default.temporaryDirectory.appending(
      path: "ood-\(UUID().uuidString).json"
    ).path
    try AtomicFile.write(text, to: path)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try read(path)
  }

  private func message(
    _ text: String, _ read: (String) throws -> PreprocessingConfiguration
  ) -> String? {
    do {
      _ = try reading(text, read)
      return nil
    } catch {
      return (error as? FormatError)?.message
    }
  }

  @Test("presets have names")
  func presets() {
    #expect(PreprocessingConfiguration.presetNames == ["openai", "hf-v5", "mcm-2022"])
    #expect(PreprocessingConfiguration(preset: "openai") == .openAI())
    #expect(PreprocessingConfiguration(preset: "mcm-2022")?.interpolation == .bilinear)
    #expect(PreprocessingConfiguration(preset: "hf-v5", size: 32)?.size == 32)
    #expect(PreprocessingConfiguration(preset: "hf") == nil)
  }

  @Test("reads what transformers 5.23 writes for CLIP")
  func huggingFace() throws {
    // CLIPImageProcessor().to_json_string(), shortened by keys that say nothing new.
    let text = """
      {"crop_size": {"height": 224, "width": 224}, "do_center_crop": true, "do_convert_rgb": true,
       "do_normalize": true, "do_rescale": true, "do_resize": true, "resample": 3,
       "image_mean": [0.48145466, 0.4578275, 0.40821073], "rescale_factor": 0.00392156862745098,
       "image_std": [0.26862954, 0.26130258, 0.27577711], "size": {"shortest_edge": 224}}
      """
    #expect(try reading(text) { try .huggingFace(path: $0) } == .huggingFace5())
    #expect(try reading("{}") { try .huggingFace(path: $0) } == .huggingFace5())
  }

  @Test("reads the older forms of sizes, and a square as squash")
  func sizes() throws {
    let old = try reading("{\"size\": 336, \"crop_size\": 336, \"resample\": 2}") {
      try .huggingFace(path: $0)
    }
    #expect(old.size == 336)
    #expect(old.interpolation == .bilinear)
    #expect(old.resizeMode == .shortest)
    let square = try reading("{\"size\": {\"height\": 32, \"width\": 32}}") {
      try .huggingFace(path: $0)
    }
    #expect(square.size == 32)
    #expect(square.resizeMode == .squash)
  }

  @Test("refuses what it does not do, with what was found")
  func refusals() {
    func fault(_ text: String) -> String? { message(text) { try .huggingFace(path: $0) } }
    #expect(
      fault("{\"size\": 256, \"crop_size\": 224}")
        == "resizes to 256 but crops to 224, expected the same number")
    #expect(
      fault("{\"resample\": 1}") == "has resample 1, expected 2 (bilinear) or 3 (bicubic)")
    #expect(fault("{\"do_normalize\": false}")?.hasPrefix("switches off one of") == true)
    #expect(fault("{\"rescale_factor\": 1}") == "has rescale_factor 1.0, expected 1/255")
    #expect(fault("{\"size\": {\"height\": 3, \"width\": 4}}")?.contains("no square") == true)
    #expect(fault("{\"image_std\": [1, 0, 1]}")?.contains("three positive deviations") == true)
    #expect(fault("{\"size\": \"big\"}")?.hasPrefix("cannot be read") == true)
    #expect(fault("no JSON")?.hasPrefix("cannot be read") == true)
  }

  @Test("reads open_clip's configuration")
  func openCLIP() throws {
    let text = """
      {"model_cfg": {"embed_dim": 512, "vision_cfg": {"image_size": 256}}, "preprocess_cfg":
       {"mean": [0.5, 0.5, 0.5], "std": [0.25, 0.25, 0.25], "interpolation": "bilinear",
        "resize_mode": "longest", "fill_color": 127}}
      """
    let configuration = try reading(text) { try .openCLIP(path: $0) }
    #expect(configuration.size == 256)
    #expect(configuration.mean == [0.5, 0.5, 0.5])
    #expect(configuration.std == [0.25, 0.25, 0.25])
    #expect(configuration.interpolation == .bilinear)
    #expect(configuration.resizeMode == .longest)
    #expect(configuration.fillColor == 127)
    func fault(_ text: String) -> String? { message(text) { try .openCLIP(path: $0) } }
    #expect(fault("{}") == "states no image size in preprocess_cfg or model_cfg")
    #expect(
      fault("{\"preprocess_cfg\": {\"size\": 32, \"interpolation\": \"random\"}}")
        == "has interpolation 'random', expected bicubic or bilinear")
    #expect(
      fault("{\"preprocess_cfg\": {\"size\": 32, \"resize_mode\": \"fit\"}}")
        == "has resize_mode 'fit', expected shortest, longest or squash")
  }

  @Test("survives JSON")
  func json() throws {
    let data = try JSONEncoder().encode(PreprocessingConfiguration.huggingFace5(size: 32))
    let read = try JSONDecoder().decode(PreprocessingConfiguration.self, from: data)
    #expect(read == .huggingFace5(size: 32))
  }

  @Test("an image of one column and a million rows takes no time")
  func extremes() {
    let image = RGBImage(width: 1, height: 1_000_000, red: 9, green: 9, blue: 9)
    for configuration in [PreprocessingConfiguration.openAI(size: 8), .huggingFace5(size: 8)] {
      let cropped = Preprocessor(configuration).cropped(image)
      #expect(cropped == RGBImage(width: 8, height: 8, red: 9, green: 9, blue: 9))
    }
  }
}
