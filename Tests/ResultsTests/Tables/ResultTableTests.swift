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

  @Test("CSV has mean, deviation and p-value for each metric, its heading all that they mean")
  func csv() throws {
    let lines = try table().csv().split(separator: "\n")
    let columns = [
      "accuracy higher", "energy fpr95/id-nearest lower", "energy auroc higher",
      "mcm fpr95/id-nearest lower", "mcm auroc higher",
    ].map { $0.split(separator: " ") }
    let headings = columns.flatMap { words in
      let name = words.dropLast().joined(separator: " ")
      return [
        "\(name) mean (% \(words[words.count - 1]) is better)", "\(name) sd (%)",
        "\(name) p (best against all; paired t; Holm)",
      ]
    }
    #expect(
      lines.map(String.init) == [
        "method,shots,seeds," + headings.joined(separator: ","),
        "coop,4,2,80.00,7.07,,--,,,--,,,50.00,14.14,,80.00,7.07,",
        "zeroshot,1,1,50.00,,,50.00,,,82.50,,,60.56,,,75.00,,",
      ])
  }

  @Test("Markdown sets off the best and says what the numbers are")
  func markdown() throws {
    let table = try table {
      $0.order = ["method": ["zeroshot", "coop"], "detector": ["mcm"]]
      $0.roles = [.near]
      $0.metrics = ["fpr95", "ap-out"]
      $0.caption = "Fashion."
      $0.decimals = 1
    }
    #expect(
      table.markdown() == """
        <!-- source ef8841de4d96 (3 records) -->

        | method | shots | seeds | ID acc. ↑ (% ± SD) | mcm FPR95 id-nearest ↓ (% ± SD) | \
        mcm AP-out ↑ (% ± SD) | energy FPR95 id-nearest ↓ (% ± SD) | energy AP-out ↑ (% ± SD) |
        | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |
        | zeroshot | 1 | 1 | 50.0 | 90.0 | -- | 80.0 | -- |
        | coop | 4 | 2 | *80.0* ± 7.1 | *70.0* ± 14.1 | -- | *75.0* ± 7.1 | -- |

        Fashion. Values in %: mean ± sample standard deviation (SD, divisor n - 1) over seeds, \
        n in column seeds. FPR95 id-nearest: in-distribution samples positive, FPR at the distinct \
        score whose TPR is nearest to 95 %, the larger TPR of two. AP-out: out-of-distribution \
        samples positive, average precision, steps under the precision-recall curve. \
        OOD: near near-a. Italic: best mean of a column; no test is possible, so nothing is bold. \
        --: not available.

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
        \caption{100 \% of a\_b. Values in \%: mean $\pm$ sample standard deviation (SD, divisor n - 1) over seeds, n in column seeds. FPR95 id-nearest: in-distribution samples positive, FPR at the distinct score whose TPR is nearest to 95 \%, the larger TPR of two. Italic: best mean of a column; no test is possible, so nothing is bold.}
        \label{tab:main}
        \begin{tabular}{lrccccccc}
        \toprule
        & & & \multicolumn{2}{c}{far\_b} & \multicolumn{2}{c}{near-a} & \multicolumn{2}{c}{average} \\
        \cmidrule(lr){4-5} \cmidrule(lr){6-7} \cmidrule(lr){8-9}
        method & seeds & ID acc.$\uparrow$ & FPR95$\downarrow$ & AUROC$\uparrow$ & FPR95$\downarrow$ & AUROC$\uparrow$ & FPR95$\downarrow$ & AUROC$\uparrow$ \\
        & & & {\scriptsize id-nearest} & & {\scriptsize id-nearest} & & {\scriptsize id-nearest} & \\
        & & {\scriptsize \% $\pm$ SD} & {\scriptsize \% $\pm$ SD} & {\scriptsize \% $\pm$ SD} & {\scriptsize \% $\pm$ SD} & {\scriptsize \% $\pm$ SD} & {\scriptsize \% $\pm$ SD} & {\scriptsize \% $\pm$ SD} \\
        \midrule
        coop & 2 & \textit{80.00} {\scriptsize$\pm$ 7.07} & \textit{30.00} {\scriptsize$\pm$ 14.14} & 85.00 {\scriptsize$\pm$ 7.07} & \textit{70.00} {\scriptsize$\pm$ 14.14} & \textit{75.00} {\scriptsize$\pm$ 7.07} & \textit{50.00} {\scriptsize$\pm$ 14.14} & \textit{80.00} {\scriptsize$\pm$ 7.07} \\
        zeroshot & 1 & 50.00 & 31.12 & \textit{90.00} & 90.00 & 60.00 & 60.56 & 75.00 \\
        \bottomrule
        \end{tabular}
        \end{table}

        """#)
  }

  @Test("settings can be columns with their seeds, and detectors rows")
  func settingColumns() throws {
    let table = try table {
      $0.rows = ["detector"]
      $0.columns = .setting
      $0.metrics = ["fpr95"]
    }
    #expect(
      table.markdown().hasPrefix(
        """
        <!-- source ef8841de4d96 (3 records) -->

        | detector | coop, shots 4 (n = 2) FPR95 id-nearest ↓ (% ± SD) | \
        zeroshot, shots 1 (n = 1) FPR95 id-nearest ↓ (% ± SD) |
        | --- | ---: | ---: |
        | energy | -- | *50.00* |
        | mcm | 50.00 ± 14.14 | 60.56 |

        Values in %: mean ± sample standard deviation (SD, divisor n - 1) over seeds, n at the \
        columns.
        """))
    let latex = table.latex()
    #expect(latex.contains("\\begin{tabular}{lcc}"))
    #expect(latex.contains("& coop, shots 4 (n = 2) & zeroshot, shots 1 (n = 1) \\\\"))
    #expect(table.csv().hasPrefix("detector,\"coop, shots 4 (n = 2) fpr95/id-nearest mean"))
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
        "metrics.0 names the unknown metric 'fpr'; known: auroc"))
    #expect(message { $0.alpha = 1 } == "alpha must lie between 0 and 1, got 1.0")
    #expect(
      message { $0.columns = .setting } == "rows need 'detector' where columns are settings")
    #expect(
      message {
        $0.columns = .setting
        $0.rows = ["detector", "shots"]
      } == "across has 'shots', which makes rows or repeats them")
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
