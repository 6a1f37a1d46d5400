import FileFormats
import Foundation
import TestSupport
import Testing

@Suite("Faults given to ood score")
struct ScoreFaultTests {
  /// Runs the command on prepared files and expects a message and no output.
  private func expect(
    _ message: String, status: Int32 = 65, _ arguments: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try withProgram { program in
      try program.writeTensors(["logits": [[1, 2, 3], [4, 5, 6]]], to: "logits.safetensors")
      try program.writeTensors(["features": [[1, 2], [3, 4]]], to: "features.safetensors")
      try program.writeTensors(["text": [[1]]], to: "text.safetensors")
      try program.writeTensors(["weight": [[1, 2, 3]]], to: "weight.safetensors")
      try program.writeNPY([[1, 2], [.nan, 3]], to: "nan.npy")
      try program.writeNPY([[1, 2]], to: "short-features.npy")
      try program.write("", to: "empty.csv")
      try program.write("1,2\n3,x\n", to: "text.csv")
      try program.write("old", to: "out.csv")
      let before = try program.contents()
      let outcome = try program.run(["score", "--out", "out.csv"] + arguments)
      #expect(outcome.status == status, sourceLocation: sourceLocation)
      #expect(outcome.output == "", sourceLocation: sourceLocation)
      #expect(outcome.error.contains(message), "\(outcome.error)", sourceLocation: sourceLocation)
      // Nothing is written, and nothing is left behind.
      #expect(try program.contents() == before, sourceLocation: sourceLocation)
      #expect(try program.lines("out.csv") == ["old"], sourceLocation: sourceLocation)
    }
  }

  @Test("an unknown detector and every bad setting are named with what was meant")
  func settings() throws {
    try expect(
      "--detector: mcmm: unknown detector 'mcmm'; known: mcm, ",
      ["--test", "nan.npy", "--detector", "mcmm"])
    try expect(
      """
      --detector: energy:temprature=2: unknown setting 'temprature' for 'energy'; known: temperature; \
      did you mean 'temperature'?
      --detector: msp:temperature=x: expected a number, found 'x'
      --detector: mcm:temperature=-1: temperature is -1.0, expected a positive number
      3 errors; nothing was run

      """,
      [
        "--test", "nan.npy", "--detector", "energy:temprature=2", "--detector", "msp:temperature=x",
        "--detector", "mcm:temperature=-1",
      ])
    try expect(
      "--detector: mcm:2: expected mcm:key=value,..., found '2' after the name",
      ["--test", "nan.npy", "--detector", "mcm:2"])
    try expect(
      "error: --detector energy is given twice\n",
      ["--test", "nan.npy", "--detector", "energy", "--detector", "energy:temperature=1"])
    try expect(
      "give --detector all alone", status: 64,
      ["--test", "nan.npy", "--detector", "all", "--detector", "mcm"])
  }

  @Test("missing fields are named with those that are there")
  func missingFields() throws {
    try expect(
      "error: energy needs logits in --test (or --head, which makes them from the features); --test "
        + "has features [2, 2], there is no --train\n",
      ["--detector", "energy", "--test", "features.safetensors"])
    try expect(
      "error: text.safetensors: none of its tensors (text) has a name that --test reads: logits, ",
      ["--detector", "energy", "--test", "text.safetensors"])
    try expect(
      "error: --test logit=nan.npy: unknown field 'logit'; known: logits, ",
      ["--detector", "energy", "--test", "logit=nan.npy"])
    try expect(
      "error: --test: logits are given twice, by logits.safetensors: logits and nan.npy; say which",
      ["--detector", "energy", "--test", "logits.safetensors", "--test", "nan.npy"])
  }

  @Test("wrong shapes are shown with those that were expected")
  func shapes() throws {
    try expect(
      "error: short-features.npy has shape [1, 2], expected 2 images as logits.safetensors: logits "
        + "[2, 3]\n",
      ["--detector", "energy", "--test", "logits.safetensors", "--test", "short-features.npy"])
    try expect(
      "error: features of --test have shape [2, 2], expected 3 columns as the head weight [1, 3]\n",
      ["--detector", "energy", "--test", "features.safetensors", "--head", "weight.safetensors"])
    try expect(
      "error: logits of --test have shape [2, 3], expected 1 columns as the head weight [1, 3]\n",
      ["--detector", "energy", "--test", "logits.safetensors", "--head", "weight.safetensors"])
    try expect(
      "error: text.csv is a table, which cannot hold patch_cosines [images, patches, classes]; save",
      ["--detector", "gl-mcm", "--test", "nan.npy", "--test", "patch_cosines=text.csv"])
    let box = committed("FileFormatsTests/Fixtures/matrices/f4-little-rows-v1.npy")
    try expect(
      "f4-little-rows-v1.npy has shape [4, 2, 3], expected [images, classes]\n",
      ["--detector", "energy", "--test", box])
  }

  @Test("numbers that are not finite name the image, texts the line and column")
  func contents() throws {
    try expect(
      "error: image 1: logits hold nan, expected finite numbers",
      ["--detector", "energy", "--test", "nan.npy"])
    try expect(
      "error: text.csv:2:2: expected a number in column 2, found 'x'\n",
      ["--detector", "energy", "--test", "text.csv"])
  }

  @Test("an image far down a file is named by its place in the file")
  func farImage() throws {
    try withProgram { program in
      var rows = [[Double]](repeating: [1, 2], count: 5000)
      rows[4321][1] = .infinity
      try program.writeNPY(rows, to: "logits.npy")
      let outcome = try program.run(
        ["score", "--detector", "energy", "--test", "logits.npy", "--out", "x.csv"])
      #expect(outcome.status == 65)
      #expect(outcome.error.hasPrefix("error: image 4321: logits hold inf"))
      #expect(try program.contents() == ["logits.npy"])
    }
  }

  @Test("faults of training images say that they are in --train")
  func training() throws {
    try withProgram { program in
      try program.writeTensors(["features": [[1, 2]]], to: "test.safetensors")
      try program.writeTensors(
        ["features": [[1, 2], [3, .nan]]], labels: [0, 1], to: "nan.safetensors")
      try program.writeTensors(
        ["features": [[1, 2], [3, 4]]], labels: [0, -1], to: "label.safetensors")
      try program.writeTensors(["features": [[1, 2, 3]]], to: "wide.safetensors")
      try program.writeTensors(["features": [[1, 2], [3, 4]]], to: "few.safetensors")
      func message(_ detector: String, _ train: String) throws -> String {
        let outcome = try program.run([
          "score", "--detector", detector, "--test", "test.safetensors", "--train", train, "--out",
          "x.csv",
        ])
        #expect(outcome.status == 65)
        return outcome.error
      }
      #expect(
        try message("knn:k=1", "nan.safetensors")
          .hasPrefix("error: --train: image 1: features hold nan"))
      #expect(
        try message("mahalanobis", "label.safetensors")
          .hasPrefix("error: --train: label -1 of image 1 is no class"))
      #expect(
        try message("knn:k=1", "wide.safetensors")
          == "error: features of --train have shape [1, 3], expected 2 columns as features of "
          + "--test [1, 2]\n")
      let few = try message("knn", "few.safetensors")
      #expect(few.contains("50") && few.contains("2"), "\(few)")
      #expect(
        try message("mahalanobis", "wide.safetensors").hasPrefix("error: features of --train"))
      let none = try program.run(
        ["score", "--detector", "knn", "--test", "test.safetensors", "--out", "x.csv"])
      #expect(
        none.error == "error: knn needs features in --train; --test has features [1, 2], there is "
          + "no --train\n")
      #expect(try program.contents().filter { $0.hasSuffix("csv") } == [])
    }
  }

  @Test("empty, absent and foreign files are errors, and inputs are not overwritten")
  func files() throws {
    try expect(
      "error: empty.csv: holds no row of numbers\n",
      ["--detector", "energy", "--test", "empty.csv"])
    try expect(
      "error: absent.npy: cannot open: No such file or directory\n", status: 74,
      ["--detector", "energy", "--test", "absent.npy"])
    try expect(
      "error: logits.pt: looks like a pickle, which can run code and is not read; convert it in "
        + "Python: numpy.save(",
      ["--detector", "energy", "--test", "logits.pt"])
    try expect(
      "--out out.csv is one of the files to read", status: 64,
      ["--detector", "energy", "--test", "logits=out.csv"])
  }

  @Test("a file without rows is an error, one class is none")
  func extremes() throws {
    try withProgram { program in
      try program.writeTensors(["logits": []], to: "none.safetensors")
      let none = try program.run(
        ["score", "--detector", "energy", "--test", "none.safetensors", "--out", "x.csv"])
      #expect(none.status == 65)
      try program.writeNPY([[3], [-4]], to: "one.npy")
      let one = try program.run(
        ["score", "--detector", "energy", "--detector", "msp", "--test", "one.npy", "--out", "-"])
      #expect(one.output == "energy,msp\n3.0,1.0\n-4.0,1.0\n")
      #expect(try program.contents() == ["none.safetensors", "one.npy"])
    }
  }
}
