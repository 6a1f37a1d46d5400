import FileFormats
import TestSupport
import Testing

@testable import Datasets

@Suite("Readers of users' images")
struct ReaderTests {
  @Test("class folders give classes and files in the order of their names")
  func classFolders() throws {
    let files = try [
      "set/dog/b.png": tinyPNG(1), "set/dog/a.PNG": tinyPNG(2), "set/cat/x.png": tinyPNG(3),
      "set/cat/notes.txt": [], "set/readme.md": [],
    ]
    try withFolder(files) { folder in
      let set = try ImageSet.classFolders("\(folder)/set")
      #expect(set.name == "set")
      #expect(set.classNames == ["cat", "dog"])
      #expect(set.sampleIDs == ["cat/x.png", "dog/a.PNG", "dog/b.png"])
      #expect(set.labels == [0, 1, 1])
      #expect(try pixels(set) == [3, 2, 1])
    }
    try withFolder(["set/dog/notes.txt": []]) { folder in
      #expect(
        message { try ImageSet.classFolders("\(folder)/set") }
          == "\(folder)/set/dog: holds no .png, .jpg or .jpeg file")
      #expect(
        message { try ImageSet.classFolders("\(folder)/none") }
          == "\(folder)/none: is no folder that can be read")
    }
  }

  @Test("manifests give the rows of a split; classes are those of the whole file")
  func manifest() throws {
    let text = """
      site,path,label,split
      1,a.png,"zebra, grey",train
      2,b.png,ant,test
      1,a.png,ant,train
      """
    try withFolder(["m.csv": [UInt8](text.utf8), "a.png": tinyPNG(9)]) { folder in
      let set = try ImageSet.manifest("\(folder)/m.csv", split: "train")
      #expect(set.classNames == ["ant", "zebra, grey"])
      #expect(set.labels == [1, 0])
      #expect(try pixels(set) == [9, 9])
      #expect(try ImageSet.manifest("\(folder)/m.csv").count == 3)
      #expect(
        message { try ImageSet.manifest("\(folder)/m.csv", split: "val") }
          == "\(folder)/m.csv: has no rows of split 'val'; splits found: test, train")
      #expect(
        message { try ImageSet.manifest("\(folder)/m.csv", classNames: ["ant"]) }
          == "\(folder)/m.csv: row 2 has label 'zebra, grey'; known: ant")
    }
    try withFolder(["m.csv": [UInt8]("file,label\na,b\n".utf8)]) { folder in
      #expect(
        message { try ImageSet.manifest("\(folder)/m.csv") }
          == "\(folder)/m.csv: has no column 'path'; found: file, label")
    }
  }

  @Test("image lists of OpenOOD may hold blanks in paths and -1 for out-of-distribution images")
  func imageList() throws {
    let files = try [
      "id.txt": [UInt8]("x/a b.png 1\n\nx/c.png 0\r\n".utf8), "ood.txt": [UInt8]("x/c.png -1".utf8),
      "x/a b.png": tinyPNG(5), "x/c.png": tinyPNG(6),
    ]
    try withFolder(files) { folder in
      let set = try ImageSet.imageList(
        "\(folder)/id.txt", folder: folder, classNames: ["p", "q"])
      #expect(set.labels == [1, 0])
      #expect(try pixels(set) == [5, 6])
      let ood = try ImageSet.imageList("\(folder)/ood.txt", folder: folder, classNames: [])
      #expect(ood.labels == [-1])
      #expect(
        message {
          try ImageSet.imageList("\(folder)/id.txt", folder: folder, classNames: ["p"])
        } == "\(folder)/id.txt: line 1 has label 1, expected 0 to 0")
    }
  }

  @Test("CoOp splits give their parts with the names of all labels")
  func coOpSplit() throws {
    let text = #"{"train": [["a.png", 1, "q"]], "val": [["b.png", 0, "p"]], "test": []}"#
    try withFolder(["s.json": [UInt8](text.utf8), "a.png": tinyPNG(4)]) { folder in
      let set = try ImageSet.coOpSplit("\(folder)/s.json", part: "train", folder: folder)
      #expect(set.classNames == ["p", "q"])
      #expect(set.labels == [1])
      #expect(try pixels(set) == [4])
      #expect(
        message { try ImageSet.coOpSplit("\(folder)/s.json", part: "test", folder: folder) }
          == "\(folder)/s.json: has no part 'test'; found: test, train, val")
    }
  }

  @Test("integer tables name the line at fault")
  func integerTable() throws {
    let table = try IntegerTable([UInt8]("1,2\r\n3,16\n".utf8), columns: 2, maximum: 16, name: "t")
    #expect(table.values == [1, 2, 3, 16])
    for (text, expected) in [
      ("1,2\n3\n", "t: line 2 has 1 values, expected 2"),
      ("1,17\n", "t: line 1 value 2 is missing or above 16"),
      ("1,\n", "t: line 1 value 2 is missing or above 16"),
      ("1,2\n3", "t: line 2 is cut off"),
      ("1,x\n", "t: line 1 holds byte 120, expected digits and commas"),
    ] {
      #expect(
        message { try IntegerTable([UInt8](text.utf8), columns: 2, maximum: 16, name: "t") }
          == expected)
    }
  }
}
