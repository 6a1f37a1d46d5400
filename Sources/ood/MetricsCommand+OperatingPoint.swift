import ArgumentParser
import Configuration
import Detectors
import Metrics
import Results

extension MetricsCommand {
  /// Thresholds from validation scores, what they do on other sets, and the file for `ood score`.
  func writeOperatingPoint(from validation: String, to path: String) throws {
    let table = try ScoreTable(validation, columns: column)
    guard table.columns.count == 1, let chosen = table.columns.first else {
      throw ResultsError(
        "\(validation):1: \(table.columns.count) columns, so name one with --column: "
          + table.names.joined(separator: ", "))
    }
    // Columns are called NAME or NAME:key=value,... by `ood score`, or score if there is one.
    let label = try (detectorText() ?? chosen.name ?? "score")
      .split(separator: ":", maxSplits: 1).map(String.init)
    var point = try OperatingPoint(
      detector: label.first ?? "score", settings: label.count > 1 ? label[1] : "",
      validation: chosen.scores)
    let sets =
      (id.map { [($0, OperatingPoint.Role.inDistribution)] } ?? [])
      + ood.map { ($0, .outOfDistribution) } + covariate.map { ($0, .covariateShift) }
    for (argument, role) in sets {
      let (name, file) = MetricsInputs.named(argument)
      try point.realise(
        on: ScoreFile(file, column: column.first).scores, set: name, role: role)
    }
    try OperatingPointFile.write(point, to: path)
    if json {
      try Terminal.print(OperatingPointFile.json(point).canonicalText + "\n")
    } else {
      try Terminal.print(text(point, validation: validation))
    }
  }

  /// The detector that the option names, as `ood score` would name a column.
  private func detectorText() throws -> String? {
    guard let detector else { return nil }
    let chosen = try decode(
      choices: [detector], of: "--detector", from: allDetectors, kind: DetectorRegistry.kind)
    return try chosen.first.map { try choiceText(of: $0) }
  }

  private func text(_ point: OperatingPoint, validation: String) throws -> String {
    let settings = point.settings.isEmpty ? "" : " (\(point.settings))"
    var rows = [["TPR", "guarantee", "threshold"]]
    for set in point.realised {
      let rate =
        switch set.role {
        case .inDistribution: "TPR"
        case .outOfDistribution: "FPR"
        case .covariateShift: "accepted"
        }
      rows[0].append("\(rate) on \(set.set) (\(set.count))")
    }
    for (index, threshold) in point.thresholds.enumerated() {
      let score =
        threshold.threshold.map { "\($0)" }
        ?? (threshold.rank == 0
          ? "none: needs \(threshold.smallestValidationCount) images" : "accepts everything")
      rows.append(
        [Terminal.fixed(threshold.level, 2), MetricsCommand.words(threshold), score]
          + (try point.realised.map { set in
            "\(Self.text(set.rate(index))) (\(Self.text(try set.interval(index))))"
          }))
    }
    return "\(point.detector)\(settings): in-distribution is positive, accepted where score >= "
      + "threshold; from \(point.thresholds[0].validationCount) images of \(validation); intervals: "
      + "95 % Clopper-Pearson\n" + TextColumns.aligned(rows, left: 2)
  }

  private static func words(_ threshold: AcceptanceThreshold) -> String {
    switch threshold.guarantee {
    case .marginal: "on average (conformal)"
    case .confident:
      "for \(Terminal.fixed(100 * (threshold.confidence ?? 0), 0)) % of validation sets"
    }
  }
}
