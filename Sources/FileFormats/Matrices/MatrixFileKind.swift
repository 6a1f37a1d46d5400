/// The kinds of files that hold numbers, told by the ends of their names.
public enum MatrixFileKind: Sendable {
  case safetensors, npy, compressedNPY, csv, compressedCSV

  /// The kind of the file at a path.
  ///
  /// - Throws: `FormatError` for every other kind, with how to convert the known ones.
  public init(_ path: String) throws {
    let name = path.lowercased()
    func fault(_ message: String) -> FormatError { FormatError(path: path, message: message) }
    switch true {
    case name.hasSuffix(".safetensors"): self = .safetensors
    case name.hasSuffix(".npy"): self = .npy
    case name.hasSuffix(".npy.gz"): self = .compressedNPY
    case name.hasSuffix(".csv"): self = .csv
    case name.hasSuffix(".csv.gz"): self = .compressedCSV
    case name.hasSuffix(".safetensors.gz"):
      throw fault(
        "is compressed, so its tensors cannot be read side by side; decompress it with gunzip")
    case name.hasSuffix(".npz"):
      throw fault(
        "is a ZIP archive of arrays, which is not read; save each with numpy.save, or all with "
          + "safetensors.numpy.save_file")
    case [".pt", ".pth", ".bin", ".pkl", ".pickle"].contains(where: name.hasSuffix):
      throw fault(
        "looks like a pickle, which can run code and is not read; convert it in Python: "
          + "numpy.save('logits.npy', torch.load('FILE', weights_only=True).numpy())")
    default:
      throw fault(
        "is of no kind that is read; known by their names: .safetensors, .npy, .csv, .npy.gz, "
          + ".csv.gz")
    }
  }
}
