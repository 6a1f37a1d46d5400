extension DetectionMetrics {
  /// The value of a metric.
  public func value(_ metric: Metric) -> Double {
    switch metric {
    case .auroc: auroc
    case .aupr(.inDistribution, .trapezoid): auprIn
    case .aupr(.outOfDistribution, .trapezoid): auprOut
    case .aupr(.inDistribution, .averagePrecision): apIn
    case .aupr(.outOfDistribution, .averagePrecision): apOut
    // Every convention is there, because `init` walks all of them.
    case .fpr95(let convention): fpr95[convention.rawValue] ?? .nan
    case .detectionError: detectionError
    }
  }
}
