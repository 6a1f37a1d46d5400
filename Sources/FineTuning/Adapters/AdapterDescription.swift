import Configuration
import FileFormats
import FoundationEssentials

/// What lies beside stored weights, in `ood_adapter.json`: what they are of, and of which model.
public struct AdapterDescription: Configurable {
  public static let name = "adapter"
  static let file = "ood_adapter.json"

  /// The model that was trained, by name or path.
  public var base = ""
  /// SHA-256 of everything that decides what that model was before training.
  public var baseSHA256 = ""
  /// How it was trained.
  public var method = Chosen<Methods>(ZeroShot())
  /// The revision of the method.
  public var revision = 1
  /// The names of the classes.
  public var classes: [String] = []
  /// The prompt templates.
  public var templates: [String] = []
  /// The training's seed.
  public var seed = 1

  public init() {}

  /// The text of the file.
  func text() throws -> String { try settings(of: self).prettyText }

  /// Reads a folder's file; nil where there is none, as in folders that peft wrote.
  ///
  /// - Throws: `FineTuningError` for a faulty file.
  public init?(folder: String) throws {
    let path = "\(folder)/\(AdapterDescription.file)"
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let json = try JSONValue(
      parsing: String(decoding: try FileBytes.read(path), as: UTF8.self), name: path)
    do {
      self = try decode(AdapterDescription.self, from: json)
    } catch let error as DecodingError {
      throw FineTuningError("\(path): not a description of trained weights: \(error)")
    }
  }

  /// Refuses weights of another model.
  ///
  /// - Parameters:
  ///   - model: the model's name, for the message.
  ///   - sha256: of everything that decides it.
  ///   - folder: where the weights are.
  public func check(base model: String, sha256: String, in folder: String) throws {
    guard sha256 == baseSHA256 else {
      throw FineTuningError(
        "\(folder): these weights are of '\(base)' with SHA-256 \(baseSHA256), and \(model) has "
          + "\(sha256); give the model that was trained, as it was then")
    }
  }
}
