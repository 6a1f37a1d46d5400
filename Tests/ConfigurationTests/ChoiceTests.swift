import Configuration
import Testing

@Suite("Choices on the command line")
struct ChoiceTests {
  private func choices(_ texts: String...) throws -> [any Configurable] {
    try decode(
      choices: texts, of: "--detector", from: SampleDetectors.members, kind: SampleDetectors.kind)
  }

  private func problems(_ texts: String...) -> String {
    do {
      return
        "no error: \(try decode(choices: texts, of: "--detector", from: SampleDetectors.members, kind: "detector"))"
    } catch {
      return "\(error)"
    }
  }

  @Test("are names, or names with settings over the defaults")
  func values() throws {
    let found = try choices("plain", "knn:neighbours=3,normalise=false", "energy:temperature=0.5")
    #expect(found.count == 3)
    #expect(found[0] as? Plain == Plain())
    #expect(found[1] as? Nearest == Nearest(neighbours: 3, normalise: false))
    #expect(found[2] as? Energy == Energy(temperature: 0.5))
  }

  @Test(
    "are written with the settings that differ from the defaults",
    arguments: ["plain", "knn", "knn:neighbours=3,normalise=false", "energy:temperature=0.5"])
  func text(_ text: String) throws {
    let value = try #require(try choices(text).first)
    #expect(try choiceText(of: value) == text)
  }

  @Test("all problems of all choices are reported at once, with what was meant")
  func faults() {
    #expect(
      problems("energi", "knn:neighbours=x,normalize=true", "energy:temperature=-1", "knn:3,=4")
        == """
        --detector: energi: unknown detector 'energi'; known: energy, knn, plain; did you mean \
        'energy'?
        --detector: knn:neighbours=x,normalize=true: expected an integer, found 'x'
        --detector: knn:neighbours=x,normalize=true: unknown setting 'normalize' for 'knn'; known: \
        neighbours, normalise; did you mean 'normalise'?
        --detector: energy:temperature=-1: temperature must be positive
        --detector: knn:3,=4: expected knn:key=value,..., found '3' after the name
        --detector: knn:3,=4: expected knn:key=value,..., found '=4' after the name
        6 errors; nothing was run
        """)
    #expect(
      problems("knn:neighbours=1,neighbours=2")
        == "--detector: knn:neighbours=1,neighbours=2: gives 'neighbours' twice\n"
        + "1 error; nothing was run")
  }

  @Test("commas in brackets belong to a value")
  func brackets() {
    #expect(problems("plain:x=[1, 2]").contains("unknown setting 'x' for 'plain'"))
    #expect(!problems("plain:x=[1, 2]").contains("after the name"))
  }
}
