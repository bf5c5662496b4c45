// swift-tools-version: 6.2
import PackageDescription

// The module graph is strict and acyclic: every target names what it may import,
// and `scripts/check` builds with `--explicit-target-dependency-import-check error`.
// SimulationKernel and CaseloadModel import nothing but each other, so that they
// also compile as Embedded Swift (`scripts/check-embedded`).

let settings: [SwiftSetting] = [
  .treatAllWarnings(as: .error)
]

let package = Package(
  name: "caseload",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "caseload", targets: ["caseload"]),
    .library(name: "SimulationKernel", targets: ["SimulationKernel"]),
    .library(name: "CaseloadModel", targets: ["CaseloadModel"]),
    .library(name: "ScenarioFormat", targets: ["ScenarioFormat"]),
    .library(name: "Experiments", targets: ["Experiments"]),
  ],
  targets: [
    // MARK: - Engine (no imports, Embedded Swift subset)
    // Rounding is a call of the C library's mathematics, which Linux links only when asked.
    .target(
      name: "SimulationKernel", swiftSettings: settings,
      linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
    .target(name: "CaseloadModel", dependencies: ["SimulationKernel"], swiftSettings: settings),

    // MARK: - Scenarios, experiments, reports
    .target(
      name: "ScenarioFormat", dependencies: ["CaseloadModel", "SimulationKernel"],
      swiftSettings: settings),
    .target(
      name: "Experiments", dependencies: ["ScenarioFormat", "CaseloadModel", "SimulationKernel"],
      swiftSettings: settings),
    .target(
      name: "Reports",
      dependencies: ["Experiments", "ScenarioFormat", "CaseloadModel", "SimulationKernel"],
      swiftSettings: settings),

    // MARK: - Command line
    .target(
      name: "CaseloadCommands",
      dependencies: [
        "Reports", "Experiments", "ScenarioFormat", "CaseloadModel", "SimulationKernel",
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "caseload", dependencies: ["CaseloadCommands"], swiftSettings: settings),
    .executableTarget(
      name: "caseload-benchmarks",
      dependencies: ["Experiments", "ScenarioFormat", "CaseloadModel", "SimulationKernel"],
      swiftSettings: settings),

    .executableTarget(
      name: "caseload-hunt",
      dependencies: [
        "CaseloadCommands", "Experiments", "ScenarioFormat", "CaseloadModel", "SimulationKernel",
      ],
      swiftSettings: settings),

    // MARK: - Tests
    .target(
      name: "CaseloadTestSupport", dependencies: ["CaseloadModel"],
      path: "Tests/CaseloadTestSupport", swiftSettings: settings),
    .testTarget(
      name: "SimulationKernelTests", dependencies: ["SimulationKernel"],
      exclude: ["ElementaryFunctions/reference-values.txt"], swiftSettings: settings),
    .testTarget(
      name: "CaseloadModelTests",
      dependencies: ["CaseloadTestSupport", "CaseloadModel", "SimulationKernel"],
      swiftSettings: settings),
    .testTarget(
      name: "ScenarioFormatTests",
      dependencies: [
        "CaseloadTestSupport", "ScenarioFormat", "CaseloadModel", "SimulationKernel",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ExperimentsTests",
      dependencies: [
        "CaseloadTestSupport", "Experiments", "ScenarioFormat", "CaseloadModel",
        "SimulationKernel",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "CaseloadTestSupport", "Reports", "Experiments", "ScenarioFormat", "CaseloadModel",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "CaseloadCommandsTests",
      dependencies: [
        "CaseloadTestSupport", "CaseloadCommands", "Experiments", "ScenarioFormat",
        "Reports", "CaseloadModel", "SimulationKernel",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "HuntTests",
      dependencies: [
        "caseload-hunt", "Experiments", "ScenarioFormat", "CaseloadModel", "SimulationKernel",
      ],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
