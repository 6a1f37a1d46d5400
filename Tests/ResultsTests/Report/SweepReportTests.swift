import Configuration
import FileFormats
import Foundation
import Testing

@testable import Results

@Suite("Report of a sweep")
struct SweepReportTests {
  private func report(_ records: [UnitRecord], missing: [String] = []) throws -> SweepReport {
    let outputs = try SweepOutputs(
      records: RecordSet(records), sweep: "quick", dimensions: ["method", "shots", "seed"])
    return try SweepReport(
      name: "quick", arguments: ["sweeps/quick.yaml", "seed=[0, 1]"],
      dimensions: ["method", "shots", "seed"],
      units: records.enumerated().map { .init(cell: "cell=\($0)", record: $1) }
        + missing.map { .init(cell: $0, record: nil) }, outputs: outputs)
  }

  @Test(
    "is well-formed, the same twice, and free of anything to fetch")
  func deterministic() throws {
    let page = try report(SampleRecords.many).html(pictures: nil)
    #expect(try page == report(SampleRecords.many).html(pictures: nil))
    let outline = try PageOutline(page)
    #expect(outline.count["script"] == 1 && outline.count["style"] == 1)
    #expect(Set(outline.ids).count == outline.ids.count)
    #expect(
      outline.links.allSatisfy { $0 == "data:," || outline.ids.contains(String($0.dropFirst())) })
    for name in [" src=", "http://", "https://", "@import", "url("] {
      #expect(!page.contains(name))
    }
  }

  @Test("has the table's digits and marks, its seeds and its notes")
  func tables() throws {
    let page = try report(SampleRecords.few).html(pictures: nil)
    // 0.31125 in percent is a tie, which goes to the even digit; see `DecimalText`.
    #expect(page.contains("<td class=\"number\">31.12</td>"))
    // coop's mean accuracy of 75 and 85 %, with the sample deviation 10 / sqrt(2).
    #expect(page.contains("<em>80.00</em><small> ± 7.07</small>"))
    #expect(page.contains("Values in %: mean ± sample standard deviation (SD, divisor n - 1)"))
    #expect(page.contains("<td class=\"number\">--</td>"))
    let run = try SampleRecords.few[1].runID()
    #expect(page.contains("<a href=\"#unit-\(run)\"><code>\(run)</code></a>"))
    #expect(page.contains("<details id=\"unit-\(run)\">"))
    #expect(page.contains("1.5000, 0.2500"))
  }

  @Test("has what training did with its unit, the trajectory marked as analysis")
  func training() throws {
    var records = SampleRecords.few
    records[1].training = SampleRecords.training
    let page = try report(records).html(pictures: nil)
    #expect(page.contains("<dt>adapter-bytes</dt>") && page.contains("<code>40</code>"))
    #expect(page.contains("For analysis only: no choice depends on it."))
    #expect(page.contains("100 of fashion, 50 of near-a"))
    #expect(page.contains("<td class=\"number\">62.50</td>"))
  }

  @Test("shows hostile names as they are, and they make no markup")
  func hostile() throws {
    let name = "</script><script>alert('1')</script>\" onload=\"x&amp;\u{0}\u{1b}"
    var records = SampleRecords.few
    for index in records.indices {
      for row in records[index].results.indices {
        records[index].results[row].split += name
        records[index].results[row].detector += name
      }
      records[index].identity.config = .object([
        "method": .string(name), "shots": .integer(index), "seed": .integer(0),
        "id": .string(name),
      ])
      records[index].identity.data = [name: name]
      records[index].env = .object([name: .string(name)])
    }
    let page = try report(records, missing: [name]).html(pictures: ["shots-far\(name)": name])
    let outline = try PageOutline(page)
    #expect(outline.count["script"] == 1)
    #expect(!page.contains("alert('1')") && page.contains("alert(&#39;1&#39;)"))
    #expect(!page.contains("\u{0}") && !page.contains("\u{1b}"))
    #expect(outline.attributes.isDisjoint(with: ["onload", "onclick"]))
  }

  @Test("allows the one script and the one style that it has, by their hashes")
  func policy() throws {
    let page = try report(SampleRecords.few).html(pictures: nil)
    for (element, directive) in [("script", "script-src"), ("style", "style-src-elem")] {
      let start = try #require(page.range(of: "<\(element)>"))
      let end = try #require(page.range(of: "</\(element)>"))
      let digits = SHA256.hexDigest(of: Array(page[start.upperBound..<end.lowerBound].utf8))
      let bytes = stride(from: 0, to: 64, by: 2).compactMap {
        UInt8(digits.dropFirst($0).prefix(2), radix: 16)
      }
      let hash = Data(bytes).base64EncodedString()
      #expect(page.contains("\(directive) &#39;sha256-\(hash)&#39;"))
    }
    #expect(page.contains("content=\"default-src &#39;none&#39;; "))
  }

  @Test("says what has no record, what gnuplot did not draw, and that gnuplot is not there")
  func gaps() throws {
    let page = try report(SampleRecords.few, missing: ["method=full"]).html(pictures: [:])
    #expect(page.contains("1 of 4 units have no record and are left out:"))
    #expect(page.contains("<li>method=full</li>"))
    #expect(page.components(separatedBy: "gnuplot did not draw this plot.").count == 7)
    let bare = try report(SampleRecords.few).html(pictures: nil)
    #expect(bare.contains("gnuplot was not installed") && !bare.contains("<figure"))
  }

  @Test("tells settings that differ from those that are equal, and adds up the time")
  func provenance() throws {
    let page = try report(SampleRecords.few).html(pictures: nil).replacing("\n", with: "")
    // Three units of 1.5 s.
    #expect(page.contains("<td class=\"text\">train</td><td class=\"number\">3</td>"))
    #expect(page.contains("<td class=\"number\">4.5</td><td class=\"number\">1.5</td>"))
    #expect(page.contains("<td class=\"text\"><code>zeroshot (1), coop (2)</code></td>"))
    #expect(page.contains("These records do not name a git revision"))
    #expect(page.contains("ood sweep sweeps/quick.yaml &#39;seed=[0, 1]&#39; --out out"))
  }

  @Test("quotes arguments for a shell only where they need it")
  func shell() {
    #expect(ShellText.line(["a/b-c.yaml", "x=1,2"]) == "a/b-c.yaml x=1,2")
    #expect(ShellText.line(["a b", "it's", "", "$(x)"]) == "'a b' 'it'\\''s' '' '$(x)'")
  }
}
