import Metrics

extension RecordSelection {
  /// A column with what picks its numbers.
  struct Picker {
    let column: ResultTable.Column
    /// The detector, or nil where the row names it.
    let detector: String?
    /// The split, or nil for the average of all.
    let split: String?
    /// The settings that make the column; empty where none do.
    let across: [String]
  }

  /// The columns in order, each group with all metrics.
  func columns() -> [Picker] {
    func column(_ group: String, _ metric: MetricDescription, seeds: Int? = nil)
      -> ResultTable.Column
    {
      ResultTable.Column(
        group: group, metric: metric.name, higherIsBetter: metric.higherIsBetter, seeds: seeds)
    }
    let all = spec.metrics.compactMap(MetricDescription.init(name:))
    // What is measured of the classifier has one column, whatever makes the others.
    let classification = all.filter {
      $0.input == .classifications && !(spec.accuracy && $0.name == "accuracy")
    }
    let metrics = all.filter { $0.input != .classifications }
    let single =
      accuracyColumns
      + classification.map {
        Picker(column: column("", $0), detector: nil, split: nil, across: [])
      }
    switch spec.columns {
    case .detector:
      return single
        + detectors.flatMap { detector in
          metrics.map {
            Picker(column: column(detector, $0), detector: detector, split: nil, across: [])
          }
        }
    case .split:
      let detector = spec.rows.contains("detector") ? nil : detectors.first
      let average: [String?] = splits.count > 1 ? [nil] : []
      // Confidences are judged on in-distribution images, so they have no split.
      let confidences = metrics.filter { $0.input == .confidences }.map {
        Picker(column: column("", $0), detector: detector, split: nil, across: [])
      }
      return single + confidences
        + (splits + average).flatMap { split in
          metrics.filter { $0.input != .confidences }.map {
            Picker(
              column: column(split ?? "average", $0), detector: detector, split: split, across: [])
          }
        }
    case .setting:
      return acrossLabels().flatMap { labels, seeds in
        all.map {
          Picker(
            column: column(heading(labels), $0, seeds: seeds), detector: nil, split: nil,
            across: labels)
        }
      }
    }
  }

  /// The values of a row in a column.
  func measurement(_ picker: Picker, of group: Group) -> Measurement? {
    let records = group.cells[picker.across]
    return records?.measurement(
      picker.column.metric, detector: picker.detector ?? group.detector,
      splits: picker.split.map { [$0] } ?? records?.splits ?? [])
  }

  /// The test set's accuracy and, beside it, `accuracy/SPLIT`, that of a covariate shift.
  private var accuracyColumns: [Picker] {
    guard spec.accuracy else { return [] }
    let shifted = Set(set.records.flatMap(\.metrics.keys)).filter { $0.hasPrefix("accuracy/") }
    return (["accuracy"] + shifted.sorted()).map {
      Picker(
        column: ResultTable.Column(group: "", metric: $0, higherIsBetter: true, seeds: nil),
        detector: nil, split: nil, across: [])
    }
  }

  /// Words as they are, numbers with the name of their setting: `coop, shots 16`.
  private func heading(_ labels: [String]) -> String {
    zip(spec.across, labels).map { path, label in
      Double(label) == nil ? label : "\(path.split(separator: ".").last ?? "") \(label)"
    }.joined(separator: ", ")
  }
}
