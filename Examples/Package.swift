// swift-tools-version: 6.2
import PackageDescription

// A package of its own that uses the library as any other would: no target here imports Foundation.
let package = Package(
  name: "Examples",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "caseload", path: "..")],
  targets: [
    .executableTarget(
      name: "ThreeDesks", dependencies: [.product(name: "SimulationKernel", package: "caseload")]),
    .executableTarget(
      name: "Clinic", dependencies: [.product(name: "SimulationKernel", package: "caseload")]),
    .executableTarget(
      name: "OwnScenario",
      dependencies: [
        .product(name: "CaseloadModel", package: "caseload"),
        .product(name: "ScenarioFormat", package: "caseload"),
      ]),
    .executableTarget(
      name: "OwnStudy",
      dependencies: [
        .product(name: "CaseloadModel", package: "caseload"),
        .product(name: "Experiments", package: "caseload"),
        .product(name: "ScenarioFormat", package: "caseload"),
      ]),
  ]
)
