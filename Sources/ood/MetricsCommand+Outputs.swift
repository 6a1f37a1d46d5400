import ArgumentParser
import Configuration
import Detectors
import Experiments
import FileFormats
import Metrics
import Results
import Tensors

extension MetricsCommand {
  /// Calibration and selective prediction of a classifier's outputs, and of a detector's scores.
  func printOutputs() throws {
    let logits = try LabelledLogits(
      OutputFiles(outputs, option: "--outputs", nameless: .logits), logitScale: logitScale)
    let fitted =
      fitOutputs.isEmpty
      ? logits
      : try LabelledLogits(
        OutputFiles(fitOutputs, option: "--fit-outputs", nameless: .logits),
        logitScale: logitScale)
    let images = try logits.classifications(workers: workers)
    let temperature = try fitted.temperature(workers: workers)
    let scaled = try logits.classifications(scale: 1 / temperature, workers: workers)
    let plan = try bootstrap.map { try Bootstrap(replicates: $0, seed: seed) }
    let detector = try detectorScores(of: images)
    var parts = [
      ("as-given", try report(images, plan)), ("temperature-scaled", try report(scaled, plan)),
    ]
    if let detector {
      parts.append(("scores", try report(detector, isCorrect: images.isCorrect, plan)))
    }
    if let curve {
      let confidences = detector?.inDistribution ?? images.confidences
      try writeCurve(
        RiskCoverage(
          confidences: confidences, isCorrect: images.isCorrect,
          outOfDistribution: detector?.outOfDistribution ?? []), to: curve)
    }
    let origin = fitOutputs.isEmpty ? "the same images" : fitOutputs.joined(separator: ", ")
    if json {
      var members = Dictionary(
        uniqueKeysWithValues: parts.map { ($0.replacing("-", with: "_"), $1.json) })
      members["n"] = .integer(images.count)
      members["temperature"] = .number(temperature)
      members["temperature_fitted_on"] = .string(origin)
      try Terminal.print(JSONValue.object(members).canonicalText + "\n")
      return
    }
    try Terminal.print(
      "\(outputs.joined(separator: ", ")): \(images.count) images; temperature "
        + "\(Self.text(temperature)) fitted on \(origin)\n"
        + (detector == nil ? "" : "scores: the confidence is \(id ?? "")\n")
        + table(parts))
    if fitOutputs.isEmpty {
      Terminal.say(
        "note: the temperature has seen the labels it is evaluated on; fit it elsewhere with "
          + "--fit-outputs")
    }
  }

  /// A detector's scores of the images and, if there are files, of out-of-distribution ones.
  private func detectorScores(of images: Classifications) throws -> DetectorScores? {
    guard let id else { return nil }
    let inside = try ScoreFile(id, column: column.first)
    guard inside.scores.count == images.count else {
      throw ResultsError(
        "\(id): \(inside.scores.count) scores, expected \(images.count), one an image of --outputs "
          + "in the same order")
    }
    var outside: [Double] = []
    for argument in ood {
      outside += try ScoreFile(MetricsInputs.named(argument).path, column: column.first).scores
    }
    return DetectorScores(inDistribution: inside.scores, outOfDistribution: outside)
  }

  private func report(
    _ images: Classifications, _ plan: Bootstrap?
  ) throws -> ClassificationReport {
    var report = try ClassificationReport(calibration: images)
    guard let plan else { return report }
    let replicates = try workers.tryMap(plan.replicates) { index in
      try ClassificationReport(
        calibration: images.selecting(plan.images(of: index, count: images.count)))
    }
    try report.addIntervals(from: replicates, level: level)
    return report
  }

  private func report(
    _ scores: DetectorScores, isCorrect: [Bool], _ plan: Bootstrap?
  ) throws -> ClassificationReport {
    var report = try ClassificationReport(
      confidences: scores.inDistribution, isCorrect: isCorrect,
      outOfDistribution: scores.outOfDistribution)
    guard let plan else { return report }
    // The other set is drawn by another seed, so that the two draws are independent.
    let others = try Bootstrap(replicates: plan.replicates, seed: ~plan.seed)
    let replicates = try workers.tryMap(plan.replicates) { index in
      let inside = plan.images(of: index, count: isCorrect.count)
      let outside = others.images(of: index, count: scores.outOfDistribution.count)
      return try ClassificationReport(
        confidences: inside.map { scores.inDistribution[$0] },
        isCorrect: inside.map { isCorrect[$0] },
        outOfDistribution: outside.map { scores.outOfDistribution[$0] })
    }
    try report.addIntervals(from: replicates, level: level)
    return report
  }

  private func table(_ parts: [(name: String, report: ClassificationReport)]) -> String {
    var names: [String] = []
    for (_, report) in parts {
      for (name, _) in report.values where !names.contains(name) { names.append(name) }
    }
    var rows = [[""] + parts.map(\.name)]
    for name in names {
      rows.append(
        [name]
          + parts.map { _, report in
            guard let value = report.values.first(where: { $0.name == name })?.value else {
              return "--"
            }
            let interval = report.intervals[name].map { " (\(Self.text($0)))" } ?? ""
            return Self.text(value) + interval
          })
    }
    return TextColumns.aligned(rows)
  }

  private func writeCurve(_ curve: RiskCoverage, to path: String) throws {
    var text = "threshold,coverage,selective_risk,generalized_risk\n"
    for point in curve.points {
      text +=
        "\(point.threshold),\(point.coverage),\(point.selectiveRisk),\(point.generalizedRisk)\n"
    }
    try AtomicFile.write(text, to: path)
  }
}
