import FileFormats
import FoundationEssentials
import TestSupport
import Testing

@testable import Datasets

@Suite("Readers of users' images")
struct ReaderTests {
  @Test("class folders give classes and files in the order of their names")
  func classFolders() throws {
    let files = try [
      "set/dog/b.png": tinyPNG(1), "set/dog/a.PNG": tinyPNG(2), "set/cat/x.jpeg": tinyPNG(3),
      "set/cat/notes.txt": [], "set/readme.md": [],
    ]
    try withFolder(files) { folder in
      let listing = try ImageListing.classFolders("\(folder)/set")
      #expect(listing.classNames == ["cat", "dog"])
      #expect(listing.entries.map(\.path) == ["cat/x.jpeg", "dog/a.PNG", "dog/b.png"])
      #expect(listing.entries.map(\.className) == ["cat", "dog", "dog"])
      #expect(listing.file(of: listing.entries[0]) == "\(folder)/set/cat/x.jpeg")
    }
    try withFolder(["set/dog/notes.txt": []]) { folder in
      #expect(
        message { try ImageListing.classFolders("\(folder)/set").checked() }
          == "\(folder)/set: the folder of class 'dog' holds no .png, .jpg or .jpeg file; remove it "
          + "or add images")
      #expect(
        message { try ImageListing.classFolders("\(folder)/none") }
          == "\(folder)/none: is no folder that can be read")
    }
  }

  @Test("without classes a folder gives all images below it, and links in a circle end")
  func allImages() throws {
    let files = try ["set/b/deep/1.png": tinyPNG(1), "set/0.png": tinyPNG(2), "set/x.txt": []]
    try withFolder(files) { folder in
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/set/b/up", withDestinationPath: "\(folder)/set")
      let listing = try ImageListing.allImages(in: "\(folder)/set")
      #expect(listing.entries.map(\.path) == ["0.png", "b/deep/1.png"])
      #expect(listing.entries.map(\.className) == [nil, "b"])
    }
  }

  @Test("manifests give the rows that all filters admit, with their lines")
  func manifest() throws {
    let text = """
      site,path,label,split

      1,a.png,"zebra,
      grey",train
      2,b.png,ant,test
      3,c.png,ant,train

      """
    try withFolder(["m.csv": [UInt8](text.utf8)]) { folder in
      func listing(_ filter: [String: [String]]) throws -> ImageListing {
        try .manifest("\(folder)/m.csv", root: folder, filter: filter, isLabelled: true)
      }
      let train = try listing(["split": ["train"]])
      #expect(train.entries.map(\.className) == ["zebra,\ngrey", "ant"])
      #expect(train.entries.map(\.line) == [3, 6])
      #expect(try listing([:]).entries.count == 3)
      #expect(
        try listing(["split": ["train"], "site": ["2", "3"]]).entries.map(\.path) == ["c.png"])
      #expect(
        message { try listing(["split": ["val"]]).checked() }
          == "\(folder)/m.csv: has no rows where split is val (found: test, train)")
      #expect(
        message { try listing(["sit": ["1"]]) }
          == "\(folder)/m.csv: has no column 'sit'; found: site, path, label, split")
    }
  }

  @Test("faults of a manifest's rows are all found, and the other rows are listed")
  func manifestFaults() throws {
    let text = "path,label\na.png,b\n../x.png,b\n/abs.png,b\nc.png\nd.png,\n,b\nu/../e.png,b\n"
    try withFolder(["m.csv": [UInt8](text.utf8)]) { folder in
      let listing = try ImageListing.manifest(
        "\(folder)/m.csv", root: folder, filter: [:], isLabelled: true)
      #expect(listing.entries.map(\.path) == ["a.png", "u/../e.png"])
      #expect(listing.faults.map(\.line) == [3, 4, 5, 6, 7])
      #expect(
        listing.faults.map(\.kind) == [.leavesRoot, .leavesRoot, .form, .label, .form])
      #expect(
        message { try listing.checked() }
          == "\(folder)/m.csv:3: path '../x.png' leaves the folder \(folder); name a folder above "
          + "the images as 'images' (and 4 more; see 'ood lint')")
    }
  }

  @Test("image lists of OpenOOD may hold blanks in paths and -1 for out-of-distribution images")
  func imageList() throws {
    let files = [
      "id.txt": [UInt8]("x/a b.png 1\n\nx/c.png 0\r\n".utf8), "ood.txt": [UInt8]("x/c.png -1".utf8),
    ]
    try withFolder(files) { folder in
      func listing(_ name: String, _ classNames: [String]?) throws -> ImageListing {
        try .imageList("\(folder)/\(name)", root: folder, classNames: classNames)
      }
      let id = try listing("id.txt", ["p", "q"])
      #expect(id.entries.map(\.path) == ["x/a b.png", "x/c.png"])
      #expect(id.entries.map(\.className) == ["q", "p"])
      #expect(id.entries.map(\.line) == [1, 3])
      #expect(try listing("ood.txt", nil).entries.map(\.className) == [nil])
      #expect(
        message { try listing("id.txt", ["p"]).checked() }
          == "\(folder)/id.txt:1: has label 1, expected 0 to 0, the numbers of 'classes'")
      #expect(
        message { try listing("ood.txt", ["p"]).checked() }
          == "\(folder)/ood.txt:1: has label -1, expected 0 to 0, the numbers of 'classes'")
    }
  }

  @Test("CoOp splits give their parts with the names of all labels")
  func coOpSplit() throws {
    let text = #"{"train": [["a.png", 1, "q"]], "val": [["b.png", 0, "p"]], "test": []}"#
    let twice = #"{"train": [["a.png", 1, "q"]], "val": [["b.png", 1, "p"], ["c.png", 2, "q"]]}"#
    try withFolder(["s.json": [UInt8](text.utf8), "t.json": [UInt8](twice.utf8)]) { folder in
      func listing(_ name: String, _ part: String) throws -> ImageListing {
        try .coOpSplit("\(folder)/\(name).json", part: part, root: folder)
      }
      let train = try listing("s", "train")
      #expect(train.entries.map(\.path) == ["a.png"])
      #expect(train.entries.map(\.className) == ["q"])
      #expect(
        message { try listing("s", "test") }
          == "\(folder)/s.json: has no images in part 'test'; found: test, train, val")
      let messages = try listing("t", "val").faults.map(\.message)
      #expect(
        messages == [
          "val[0] says that label 1 is 'p', others that it is 'q'",
          "val[1] gives class 'q' label 2, others 1",
        ])
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
