import FileFormats
import FoundationEssentials

extension BenchmarkLint {
  /// An image of a set.
  private struct Member: Sendable {
    let set: Int
    let index: Int
    let fingerprint: ImageFingerprint
  }

  /// What became of an image: its fingerprint, or what is wrong with it.
  private enum Reading: Sendable {
    case image(ImageFingerprint, [LintFinding])
    case findings([LintFinding])
  }

  /// Decodes all images, in parallel and one after the other in each thread, and compares them.
  mutating func checkImages() {
    var members: [ImageFingerprint.Digest: [Member]] = [:]
    var order: [ImageFingerprint.Digest] = []
    let decoder = LintDecoder()
    for (position, set) in sets.enumerated() {
      let root = set.realRoot
      // Whatever goes wrong with an image is a finding, so nothing is thrown.
      let readings =
        (try? concurrentMap(set.count) {
          BenchmarkLint.read(set, $0, realRoot: root, decoder: decoder)
        }) ?? []
      count(images: readings.count)
      for (index, reading) in readings.enumerated() {
        switch reading {
        case .findings(let findings): report(findings)
        case .image(let fingerprint, let findings):
          report(findings)
          let key = fingerprint.pixels
          if members[key] == nil { order.append(key) }
          members[key, default: []].append(
            Member(set: position, index: index, fingerprint: fingerprint))
        }
      }
    }
    for key in order {
      if let group = members[key], group.count > 1 { compare(group) }
    }
  }

  private mutating func report(_ found: [LintFinding]) {
    for finding in found {
      add(finding.check, finding.severity, at: finding.place, sets: finding.sets, finding.message)
    }
  }

  /// Reports an image that occurs several times: in its own set, and in each earlier one.
  private mutating func compare(_ group: [Member]) {
    var first: [Int: Member] = [:]
    var labelled: Member?
    for member in group {
      let set = sets[member.set]
      let name = set.className(member.index)
      let subject = set.subject(member.index)
      func same(_ other: Member) -> String {
        let files = (member.fingerprint.file, other.fingerprint.file)
        let isFile = files.0 != nil && files.0 == files.1
        let how = files.0 == nil ? "" : isFile ? ", byte for byte" : ", in a file of other bytes"
        return "\(sets[other.set].name(other.index))\(how)"
      }
      if let other = first[member.set] {
        add(
          .duplicateImage, .warning, at: set.place(member.index), sets: set.title,
          "\(subject)is in \(set.title) twice: the same image as \(same(other)); it counts twice")
      } else {
        for (position, other) in first.sorted(by: { $0.key < $1.key }) {
          guard let severity = BenchmarkLint.severity(sets[position].role, set.role) else {
            continue
          }
          add(
            .sharedImage, severity, at: set.place(member.index),
            sets: "\(sets[position].title) and \(set.title)",
            "\(subject)in \(set.title) is the same image as \(same(other)) in "
              + "\(sets[position].title); remove it from one of them")
        }
        first[member.set] = member
      }
      guard set.role.isLabelled, let name else { continue }
      if let other = labelled, let known = sets[other.set].className(other.index), known != name {
        add(
          .twoLabels, .error, at: set.place(member.index), sets: set.title,
          "\(subject)has class '\(name)' and, as \(same(other)), class '\(known)'; correct one")
      } else {
        labelled = labelled ?? member
      }
    }
  }

  /// How bad it is that two sets share an image; nil where that is no concern.
  private static func severity(
    _ one: LintSet.Role, _ other: LintSet.Role
  ) -> LintFinding.Severity? {
    switch (one, other) {
    // The same image twice among what detectors are measured on, on the same side.
    case (.test, .covariate), (.covariate, .covariate): .warning
    case (.near, .near), (.near, .far), (.far, .far): .warning
    case (.validation, .covariate): .warning
    default: .error
    }
  }

  private static func read(
    _ set: LintSet, _ index: Int, realRoot: String?, decoder: LintDecoder
  ) -> Reading {
    func finding(
      _ check: LintFinding.Check, _ severity: LintFinding.Severity, _ message: String
    ) -> LintFinding {
      LintFinding(
        check, severity, at: set.place(index), sets: set.title, set.subject(index) + message)
    }
    var findings: [LintFinding] = []
    do {
      guard case .listed(let listing) = set.images else {
        guard case .loaded(let images) = set.images else { return .findings([]) }
        return .image(ImageFingerprint(of: try images.image(at: index)), [])
      }
      let path = listing.file(of: listing.entries[index])
      let bytes: [UInt8]
      do {
        bytes = try FileBytes.read(path)
      } catch {
        return .findings([finding(.missingFile, .error, "cannot be read: \(error)")])
      }
      if let realRoot {
        let real = realPath(path)
        if !real.hasPrefix(realRoot + "/") {
          findings.append(
            finding(
              .leavesRoot, .error,
              "is a link to \(real), outside of \(listing.root); copy the file, or name the folder "
                + "that it is in"))
        }
      }
      let (width, height) = try ImageFile.size(of: bytes, name: path)
      let (pixels, overflow) = width.multipliedReportingOverflow(by: height)
      if overflow || pixels > ImageFile.pixelLimit {
        findings.append(
          finding(
            .tooLarge, .error,
            "has \(width) x \(height) pixels, more than the \(ImageFile.pixelLimit) that are decoded; "
              + "make it smaller"))
        return .findings(findings)
      }
      if pixels > ImageFile.pixelLimit / 2 {
        findings.append(
          finding(
            .tooLarge, .warning,
            "has \(width) x \(height) pixels, over half of the \(ImageFile.pixelLimit) that are "
              + "decoded; it takes hundreds of megabytes"))
      }
      return .image(try decoder.decode(bytes, name: path, pixels: pixels), findings)
    } catch {
      return .findings(findings + [finding(.undecodable, .error, "cannot be decoded: \(error)")])
    }
  }
}

extension LintSet {
  /// The root of a listing without links; nil for sets that are loaded.
  fileprivate var realRoot: String? {
    guard case .listed(let listing) = images else { return nil }
    return realPath(listing.root)
  }
}
