import Metrics

extension SweepReport {
  /// A line a unit, which links to its details.
  var unitTable: [Markup] {
    let accuracies = Set(records.flatMap(\.record.metrics.keys)).sorted()
    let columns =
      [ReportTable.column("run")] + dimensionColumns + accuracies.map(SweepReport.metricColumn)
      + ["steps", "trained parameters", "last loss", "seconds"].map {
        ReportTable.column($0, isNumeric: true)
      }
    let rows = records.map { entry in
      let training = entry.record.training
      let facts = [
        training.map { "\($0.steps)" }, training.map { "\($0.trainableParameters)" },
        training?.losses.last.map { DecimalText.text($0, decimals: 4) },
        DecimalText.text(SweepReport.seconds(entry.record), decimals: 1),
      ]
      return [SweepReport.link(entry.id)] + labels(entry.record)
        + accuracies.map { Markup(SweepReport.number($0, entry.record.metrics[$0])) }
        + facts.map { Markup($0 ?? ResultTable.missing) }
    }
    let table = ReportTable(
      title: "Units", columns: columns, rows: rows,
      notes: "Metrics of the classifier in % unless a name says otherwise (nll: nats). Last loss: "
        + "mean of the last epoch. Seconds: all phases, on the machine under Provenance.")
    return [table.markup]
  }

  /// The wall-clock seconds of all phases of a unit.
  static func seconds(_ record: UnitRecord) -> Double {
    // In the order of the phases: a sum's last bit must not depend on a hash.
    record.timing.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
  }

  /// A metric as it is shown: a fraction in percent, anything else with four decimals.
  static func number(_ metric: String, _ value: Double?) -> String {
    guard metric == ClassificationMetric.negativeLogLikelihood.name else { return percent(value) }
    return value.map { DecimalText.text($0, decimals: 4) } ?? ResultTable.missing
  }
}
