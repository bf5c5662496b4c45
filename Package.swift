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
  ],
  targets: [
    // MARK: - Engine (no imports, Embedded Swift subset)
    .target(name: "SimulationKernel", swiftSettings: settings),
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

    // MARK: - Tests
    .testTarget(
      name: "SimulationKernelTests", dependencies: ["SimulationKernel"],
      exclude: ["ElementaryFunctions/reference-values.txt"], swiftSettings: settings),
    .testTarget(
      name: "CaseloadModelTests", dependencies: ["CaseloadModel", "SimulationKernel"],
      swiftSettings: settings),
    .testTarget(
      name: "ScenarioFormatTests",
      dependencies: ["ScenarioFormat", "CaseloadModel", "SimulationKernel"],
      swiftSettings: settings),
    .testTarget(
      name: "ExperimentsTests",
      dependencies: ["Experiments", "ScenarioFormat", "CaseloadModel", "SimulationKernel"],
      swiftSettings: settings),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Reports", "Experiments", "ScenarioFormat", "CaseloadModel"],
      swiftSettings: settings),
    .testTarget(
      name: "CaseloadCommandsTests",
      dependencies: ["CaseloadCommands", "Experiments", "ScenarioFormat"],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
