extension BenchmarkLint {
  /// Checks the classes of a user's benchmark: names, numbers of images, labels that training lacks.
  mutating func checkClasses(_ benchmark: UserBenchmark, shots: Int) {
    guard let train = sets.first(where: { $0.role == .train }) else { return }
    let classes = benchmark.classes ?? train.classNames
    do {
      _ = try benchmark.withPromptNames(classes)
    } catch {
      add(.duplicateClass, .error, at: train.place, sets: "train", "\(error)")
    }
    let known = Set(classes)
    for set in sets where set.role.isLabelled {
      for index in 0..<set.count {
        guard let name = set.className(index), !known.contains(name) else { continue }
        let origin = benchmark.classes == nil ? "the training images" : "'classes'"
        add(
          .label, .error, at: set.place(index), sets: set.title,
          "\(set.subject(index))has class '\(name)', which is none of \(origin); "
            + "leave the image out or make it an out-of-distribution one")
      }
    }
    checkNames(of: classes)
    checkCounts(of: classes, shots: shots)
  }

  /// Compares names without case, blanks and signs: within the classes, then with those of
  /// out-of-distribution sets.
  mutating func checkNames(of classes: [String]) {
    let place = sets.first { $0.role == .train }?.place
    var named: [String: String] = [:]
    for name in classes {
      guard let other = named.updateValue(name, forKey: BenchmarkLint.folded(name)) else {
        continue
      }
      add(
        .duplicateClass, .error, at: place, sets: "train",
        "classes '\(other)' and '\(name)' have one name but for case, blanks and signs; join them "
          + "or rename one")
    }
    for set in sets where !set.role.isLabelled {
      for name in set.classNames {
        guard let own = named[BenchmarkLint.folded(name)] else { continue }
        let index = (0..<set.count).first { set.className($0) == name }
        add(
          .overlappingClass, .error, at: index.flatMap { set.place($0) } ?? set.place,
          sets: set.title,
          "\(set.title) has a class '\(name)', and '\(own)' is an in-distribution class; leave its "
            + "images out, or rename the class if it means something else")
      }
    }
  }

  /// Looks for classes without images for testing, and with too few for training.
  mutating func checkCounts(of classes: [String], shots: Int) {
    for set in sets where set.role == .train || set.role == .test {
      var counts: [String: Int] = [:]
      for index in 0..<set.count {
        if let name = set.className(index) { counts[name, default: 0] += 1 }
      }
      if set.count == 0 { continue }
      for name in classes {
        let count = counts[name, default: 0]
        if count == 0 {
          add(
            .fewImages, set.role == .train ? .error : .warning, at: set.place, sets: set.title,
            "class '\(name)' has no image in \(set.title); add some or leave the class out")
        } else if set.role == .train, count < shots {
          add(
            .fewImages, .warning, at: set.place, sets: set.title,
            "class '\(name)' has \(count) training images, fewer than the \(shots) shots asked for; "
              + "all of them are taken")
        }
      }
    }
    for set in sets where set.count == 0 {
      // An empty validation part is a choice; listings have said so already.
      guard set.role != .validation, case .loaded = set.images else { continue }
      add(.emptySet, .error, at: set.place, sets: set.title, "\(set.title) has no images")
    }
  }

  /// A name without case, blanks and signs: "T-shirt/Top" is "t shirt_top".
  static func folded(_ name: String) -> String {
    let plain = name.lowercased().filter { $0.isLetter || $0.isNumber }
    return plain.isEmpty ? name : plain
  }
}
