import Datasets
import FileFormats
import FoundationEssentials
import Tensors

/// Checks of the machine and the folders, each with its fix.
public struct Doctor: Sendable {
  /// The outcome of one check.
  public struct Finding: Sendable {
    /// How bad it is.
    public enum Level: String, Sendable {
      case ok
      case warn
      case fail = "FAIL"
    }

    public let level: Level
    /// What was checked.
    public let name: String
    /// What was found.
    public let fact: String
    /// What to do; empty when all is well.
    public let fix: String
  }

  private let folders: SweepRunner.Folders
  private let environment: [String: String]

  /// Prepares the checks.
  public init(folders: SweepRunner.Folders, environment: [String: String]) {
    self.folders = folders
    self.environment = environment
  }

  /// Runs all checks; none of them changes anything but a temporary file in the results folder.
  public func findings() -> [Finding] {
    [processor(), blas(), gnuplot(), results()] + models() + data()
  }

  private func processor() -> Finding {
    let flags = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let has = flags.contains(" avx2") && flags.contains(" fma")
    return Finding(
      level: has || flags.isEmpty ? .ok : .fail, name: "processor",
      fact: has ? "AVX2 and FMA are there" : "AVX2 or FMA is missing",
      fix: has ? "" : "the program is built for x86-64-v3; use a processor from 2013 or later")
  }

  private func blas() -> Finding {
    let kernel = MatrixLibrary.kernelName
    let isCommon = ["Haswell", "Zen"].contains(kernel)
    return Finding(
      level: isCommon ? .ok : .warn, name: "OpenBLAS",
      fact: "\(MatrixLibrary.buildDescription), kernels \(kernel)",
      fix: isCommon
        ? ""
        : "committed numbers were made with the Haswell kernels; set OPENBLAS_CORETYPE=Haswell for "
          + "equal bits")
  }

  private func gnuplot() -> Finding {
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    let found = folders.first {
      FileManager.default.isExecutableFile(atPath: "\($0)/gnuplot")
    }
    return Finding(
      level: found == nil ? .warn : .ok, name: "gnuplot",
      fact: found.map { "\($0)/gnuplot" } ?? "not found",
      fix: found == nil ? "apt-get install gnuplot-nox; scripts are written all the same" : "")
  }

  /// Publishes a file by link as records are published, and removes it.
  private func results() -> Finding {
    let folder = folders.results
    let path = "\(folder)/doctor-\(ProcessInfo.processInfo.processIdentifier)"
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      _ = try AtomicFile.publish([111, 107], to: path, temporaryFolder: folder)
      try FileManager.default.removeItem(atPath: path)
      return Finding(level: .ok, name: "results", fact: "\(folder): link and fsync work", fix: "")
    } catch {
      return Finding(
        level: .fail, name: "results", fact: "\(error)",
        fix: "choose a writable local folder with --out")
    }
  }

  private func models() -> [Finding] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folders.models)) ?? []
    let found = names.sorted().filter {
      FileManager.default.fileExists(atPath: "\(folders.models)/\($0)/config.json")
    }
    guard !found.isEmpty else {
      return [
        Finding(
          level: .fail, name: "models", fact: "\(folders.models): no model folder",
          fix: "run from the repository, or name the folder with --models")
      ]
    }
    return found.map { name in
      do {
        let model = try ModelFolder("\(folders.models)/\(name)")
        _ = try model.load()
        return Finding(
          level: .ok, name: "model \(name)", fact: "weights \(model.weightsHash.prefix(12))",
          fix: "")
      } catch {
        return Finding(
          level: .fail, name: "model \(name)", fact: "\(error)", fix: "check the folder out again")
      }
    }
  }

  private func data() -> [Finding] {
    let folder = DataFolder(folders.data)
    return Set(DataFile.all.map(\.suite)).sorted().map { suite in
      let files = DataFile.all.filter { $0.suite == suite }
      let missing = files.filter { !folder.contains($0) }
      guard missing.isEmpty else {
        return Finding(
          level: .warn, name: "data \(suite)",
          fact: "\(missing.count) of \(files.count) files are missing in \(folder.path)",
          fix: "scripts/fetch-data \(suite)")
      }
      for file in files {
        do {
          _ = try folder.contents(of: file)
        } catch {
          return Finding(
            level: .fail, name: "data \(suite)", fact: "\(error)",
            fix: "scripts/fetch-data \(suite)")
        }
      }
      return Finding(
        level: .ok, name: "data \(suite)", fact: "\(files.count) files with the right SHA-256",
        fix: "")
    }
  }
}
