/// Where the records, tables and plots of a sweep are.
struct SweepFolders {
  /// The folder of the records.
  let results: String
  /// The folder of the tables.
  let tables: String
  /// The folder of the plots.
  let plots: String

  /// In the working folder, or all below the folder `out`.
  init(out: String?, name: String) {
    results = "\(out ?? "results")/\(name)"
    tables = "\(results)/tables"
    plots = "\(out.map { "\($0)/plots-gnuplot" } ?? "plots-gnuplot")/\(name)"
  }
}
