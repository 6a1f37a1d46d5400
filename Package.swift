// swift-tools-version: 6.2
import PackageDescription

// Language rules for every target; `safe` targets may hold no pointer and call no C.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]
let safe = strict + [.strictMemorySafety()]

// Numeric targets are optimised in debug builds too: unoptimised SIMD is a thousand times slower.
let optimised: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

// x86-64-v3 gives AVX2 and FMA; without math-errno `squareRoot()` is one instruction.
#if arch(x86_64)
  let vectorised: [SwiftSetting] = [
    .unsafeFlags(["-Xcc", "-march=x86-64-v3", "-Xcc", "-fno-math-errno"])
  ]
#else
  let vectorised: [SwiftSetting] = []
#endif

// Finding and relocating the Swift runtime's libraries was a third of the time to start.
#if os(Linux)
  let staticRuntime: [SwiftSetting] = [
    .unsafeFlags(["-static-stdlib"], .when(configuration: .release))
  ]
  let linkedStatically: [LinkerSetting] = [
    .unsafeFlags(["-static-stdlib"], .when(configuration: .release))
  ]
#else
  let staticRuntime: [SwiftSetting] = []
  let linkedStatically: [LinkerSetting] = []
#endif

func library(
  _ name: String, _ dependencies: [Target.Dependency] = [], _ settings: [SwiftSetting] = safe
) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency] = [], fixtures: Bool = false
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name), "TestSupport"] + dependencies,
    exclude: fixtures ? ["Fixtures"] : [], swiftSettings: strict)
}

let package = Package(
  name: "ood-harness",
  products: [.executable(name: "ood", targets: ["ood"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // System libraries
    .systemLibrary(
      name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
    .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
    .systemLibrary(name: "CCSV", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(name: "CJPEG", pkgConfig: "libjpeg", providers: [.apt(["libjpeg-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),

    // The two targets that may hold pointers
    library("Tensors", ["COpenBLAS", "RandomStreams"], strict + vectorised + optimised),
    library("FileFormats", ["CPNG", "CCSV", "CJPEG", "CZlib", "CCrypto"], strict + optimised),

    // Foundations
    library("RandomStreams", [], safe + optimised),
    library("Configuration", ["Yams"]),
    library("Metrics", [], safe + optimised),
    library("LabelModels", [], safe + optimised),

    // Models and data
    library("Images", ["FileFormats", "RandomStreams"], safe + vectorised + optimised),
    library("Tokenizers", ["FileFormats"]),
    library("CLIPModels", ["Tensors", "FileFormats", "RandomStreams"]),
    library("Optimizers", ["Tensors", "FileFormats", "RandomStreams"]),
    library("Datasets", ["Images", "FileFormats", "RandomStreams"], safe + optimised),

    // Training: sees in-distribution data only
    library(
      "FineTuning",
      [
        "CLIPModels", "Optimizers", "Tensors", "Tokenizers", "Datasets", "Images", "Configuration",
        "FileFormats", "RandomStreams", "LabelModels",
      ]),
    library(
      "Pretraining",
      [
        "CLIPModels", "Optimizers", "Tensors", "Tokenizers", "Datasets", "Images", "Configuration",
        "FileFormats", "RandomStreams",
      ]),

    // Evaluation: sees cached outputs only
    library("Detectors", ["Tensors", "Configuration"], safe + vectorised + optimised),
    library("Results", ["Metrics", "Configuration", "FileFormats"]),

    // The main path and the command line
    library(
      "Experiments",
      [
        "FineTuning", "Pretraining", "CLIPModels", "Tokenizers", "Datasets", "Images", "Detectors",
        "Metrics", "Results", "Configuration", "Tensors", "FileFormats", "RandomStreams",
        "Optimizers",
      ]),
    .executableTarget(
      name: "ood",
      dependencies: [
        "Experiments", "Results", "Configuration", "Pretraining", "CLIPModels", "Tokenizers",
        "Images", "Datasets", "Detectors", "Metrics", "FileFormats", "Tensors", "FineTuning",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: safe + staticRuntime, linkerSettings: linkedStatically),

    // Benchmarks
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        "CLIPModels", "Optimizers", "Tensors", "FileFormats", "RandomStreams", "Metrics",
        "Detectors", "Configuration", "Results", "FineTuning", "Datasets", "Images", "Tokenizers",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "benchmarks",
      exclude: [
        "README.md", "peers", "results", "guard.yaml", "baselines", "frozen", "few-shot", "shapes",
        "selection", "run", "driver", "end-to-end", "growth", "cold-start",
      ],
      swiftSettings: safe + vectorised),

    // Tests
    .target(
      name: "TestSupport", dependencies: ["FileFormats"], path: "Tests/TestSupport",
      swiftSettings: strict + optimised),
    .target(
      name: "TestModels",
      dependencies: [
        "CLIPModels", "Datasets", "FileFormats", "RandomStreams", "Tensors", "Tokenizers",
      ], path: "Tests/TestModels", swiftSettings: strict),
    tests("RandomStreams"),
    tests("Tensors", ["RandomStreams"]),
    tests("FileFormats", fixtures: true),
    tests("Configuration"),
    tests("Metrics", ["FileFormats", "RandomStreams"], fixtures: true),
    tests("LabelModels", ["FileFormats", "RandomStreams"], fixtures: true),
    tests("Images", ["FileFormats", "RandomStreams"], fixtures: true),
    tests("Tokenizers", ["FileFormats"], fixtures: true),
    tests(
      "CLIPModels", ["Tensors", "FileFormats", "RandomStreams", "Optimizers"], fixtures: true),
    tests("Optimizers", ["Tensors", "RandomStreams"]),
    tests("Datasets", ["Images", "FileFormats", "RandomStreams"], fixtures: true),
    tests(
      "FineTuning",
      [
        "CLIPModels", "Tensors", "Optimizers", "Datasets", "FileFormats", "RandomStreams",
        "Tokenizers", "Images", "Configuration", "TestModels",
      ], fixtures: true),
    tests(
      "Pretraining",
      ["CLIPModels", "Tensors", "FileFormats", "Optimizers", "RandomStreams", "Configuration"]),
    tests("Detectors", ["Tensors", "FileFormats", "Configuration"], fixtures: true),
    tests("Results", ["Metrics", "Configuration", "FileFormats", "RandomStreams"]),
    tests(
      "Experiments",
      [
        "Results", "FileFormats", "Datasets", "FineTuning", "Configuration", "Detectors", "Tensors",
        "CLIPModels", "Images", "TestModels", "Tokenizers",
      ]),
    .testTarget(
      name: "CommandLineTests",
      dependencies: [
        "TestSupport", "TestModels", "FileFormats", "Configuration", "Tokenizers", "Results", "ood",
        "Datasets",
      ],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
