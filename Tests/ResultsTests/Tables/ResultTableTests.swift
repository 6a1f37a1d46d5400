import Configuration
import Results
import Testing

// By hand: coop has accuracy 75 and 85, mean 80, deviation sqrt(2 * 25 / 1) = 7.07; its mean over
// splits of mcm's AUROC is 75 and 85 per seed, of FPR95 60 and 40, deviation sqrt(200) = 14.14.
// Its second seed lacks energy on far_b, so that cell is missing. zeroshot's FPR95 of mcm is
// (90 + 31.125) / 2 = 60.5625.
@Suite("Result tables")
struct ResultTableTests {
  private func table(_ change: (inout TableSpec) -> Void = { _ in }) throws -> ResultTable {
    var spec = TableSpec()
    change(&spec)
    return try ResultTable(RecordSet(SampleRecords.few), spec: spec)
  }

  @Test("CSV has a mean and a deviation for each metric, unit and convention in the heading")
  func csv() throws {
    #expect(
      try table().csv() == """
        method,shots,seeds,accuracy (%) mean,accuracy (%) sd,energy fpr95/id-nearest (%) mean,\
        energy fpr95/id-nearest (%) sd,energy auroc (%) mean,energy auroc (%) sd,\
        mcm fpr95/id-nearest (%) mean,mcm fpr95/id-nearest (%) sd,mcm auroc (%) mean,\
        mcm auroc (%) sd
        coop,4,2,80.00,7.07,--,,--,,50.00,14.14,80.00,7.07
        zeroshot,1,1,50.00,,50.00,,82.50,,60.56,,75.00,

        """)
  }

  @Test("Markdown marks the best and says what the numbers are")
  func markdown() throws {
    let table = try table {
      $0.order = ["method": ["zeroshot", "coop"], "detector": ["mcm"]]
      $0.roles = [.near]
      $0.caption = "Fashion."
      $0.decimals = 1
    }
    #expect(
      table.markdown() == """
        <!-- source ef8841de4d96 (3 records) -->

        | method | shots | seeds | ID acc. ↑ (%) | mcm FPR95 ↓ (%, id-nearest) | \
        mcm AUROC ↑ (%) | energy FPR95 ↓ (%, id-nearest) | energy AUROC ↑ (%) |
        | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |
        | zeroshot | 1 | 1 | 50.0 | 90.0 | 60.0 | 80.0 | 70.0 |
        | coop | 4 | 2 | **80.0** ± 7.1 | **70.0** ± 14.1 | **75.0** ± 7.1 | **75.0** ± 7.1 | 70.0 ± 0.0 |

        Fashion. Values in %: mean ± sample standard deviation (divisor n - 1) over seeds, \
        n in column seeds. FPR95 by the convention id-nearest. OOD: near near-a.

        """)
  }

  @Test("LaTeX groups the columns by split, with their average, and escapes names")
  func latex() throws {
    let table = try table {
      $0.columns = .split
      $0.detectors = ["mcm"]
      $0.rows = ["method"]
      $0.metrics = ["fpr95", "auroc"]
      $0.caption = "100 % of a_b."
      $0.label = "main"
    }
    #expect(
      table.latex() == #"""
        % source ef8841de4d96 (3 records); needs \usepackage{booktabs}
        \begin{table}[t]
        \centering
        \caption{100 \% of a\_b. Values in \%: mean $\pm$ sample standard deviation (divisor n - 1) over seeds, n in column seeds. FPR95 by the convention id-nearest.}
        \label{tab:main}
        \begin{tabular}{lrccccccc}
        \toprule
        & & & \multicolumn{2}{c}{far\_b} & \multicolumn{2}{c}{near-a} & \multicolumn{2}{c}{average} \\
        \cmidrule(lr){4-5} \cmidrule(lr){6-7} \cmidrule(lr){8-9}
        method & seeds & ID acc.$\uparrow$ & FPR95$\downarrow$ & AUROC$\uparrow$ & FPR95$\downarrow$ & AUROC$\uparrow$ & FPR95$\downarrow$ & AUROC$\uparrow$ \\
        \midrule
        coop & 2 & \textbf{80.00} {\scriptsize$\pm$ 7.07} & \textbf{30.00} {\scriptsize$\pm$ 14.14} & \underline{85.00} {\scriptsize$\pm$ 7.07} & \textbf{70.00} {\scriptsize$\pm$ 14.14} & \textbf{75.00} {\scriptsize$\pm$ 7.07} & \textbf{50.00} {\scriptsize$\pm$ 14.14} & \textbf{80.00} {\scriptsize$\pm$ 7.07} \\
        zeroshot & 1 & \underline{50.00} & \underline{31.12} & \textbf{90.00} & \underline{90.00} & \underline{60.00} & \underline{60.56} & \underline{75.00} \\
        \bottomrule
        \end{tabular}
        \end{table}

        """#)
  }

  @Test("detectors can be rows")
  func detectorRows() throws {
    let table = try table {
      $0.rows = ["method", "detector"]
      $0.columns = .split
      $0.metrics = ["auroc"]
      $0.accuracy = false
    }
    #expect(table.rows.map(\.labels).first == ["coop", "energy"])
    #expect(table.rows.count == 4)
    #expect(table.columns.map(\.group) == ["far_b", "near-a", "average"])
    #expect(table.missingCount == 2)
  }

  @Test("the order of records does not matter")
  func order() throws {
    let many = SampleRecords.many
    let forward = try ResultTable(RecordSet(many))
    let backward = try ResultTable(RecordSet(many.reversed()))
    #expect(forward == backward)
    #expect(forward.rows.count == 10)
    #expect(
      forward.rows.map { $0.labels.joined(separator: " ") }.prefix(3) == [
        "coop 1", "coop 4", "coop 16",
      ])
    #expect(forward.rows.allSatisfy { $0.seeds == 3 })
  }

  @Test("faulty descriptions are refused with the reason")
  func refusals() {
    func message(_ change: (inout TableSpec) -> Void) -> String {
      do {
        _ = try table(change)
        return "none"
      } catch {
        return "\(error)"
      }
    }
    #expect(
      message { $0.detectors = ["mcn"] } == "no record has the detector 'mcn'; known: energy, mcm")
    #expect(message { $0.splits = ["x"] }.hasPrefix("no record has the split 'x'; known: "))
    #expect(
      message { $0.metrics = ["fpr"] }.hasPrefix(
        "metrics has the unknown metric 'fpr'; known: auroc"))
    #expect(
      message { $0.seed = "shots" }.contains("have the same row (coop, 4) and the same shots 4"))
  }

  @Test("the long form has every number with all its digits")
  func longForm() throws {
    let record = SampleRecords.few[0]
    let text = try LongForm.csv([record], sweep: "s", dimensions: ["method", "shots", "seed"])
    let lines = text.split(separator: "\n")
    #expect(
      lines[0] == "sweep,run,method,shots,seed,detector,role,ood,metric,value,n_id,n_ood")
    let run = try record.runID()
    #expect(lines[1] == "s,\(run),zeroshot,1,0,,id,,accuracy,0.5,,")
    #expect(lines[2] == "s,\(run),zeroshot,1,0,mcm,near,near-a,auroc,0.6,1000,500")
    #expect(lines.count == 1 + 1 + 8)
  }
}
