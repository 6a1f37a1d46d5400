import Results

extension UnitRecord {
  /// Changes the facts of a detector, which begin empty.
  mutating func withFacts(of detector: String, _ change: (inout DetectorFacts) -> Void) {
    if let index = detectors.firstIndex(where: { $0.detector == detector }) {
      change(&detectors[index])
    } else {
      var facts = DetectorFacts(detector: detector)
      change(&facts)
      detectors.append(facts)
    }
  }

  /// Changes the row of a detector on a split.
  mutating func withRow(of detector: String, on split: String, _ change: (inout ResultRow) -> Void)
  {
    guard let index = results.firstIndex(where: { $0.detector == detector && $0.split == split })
    else { return }
    change(&results[index])
  }
}
