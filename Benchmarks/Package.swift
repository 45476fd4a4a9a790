// swift-tools-version: 6.2
import PackageDescription

// A package of its own: what measuring needs never reaches those who use Entente.
let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "entente", path: "..")],
  targets: [
    .executableTarget(
      name: "benchmarks", dependencies: [.product(name: "EntenteModules", package: "entente")])
  ],
  swiftLanguageModes: [.v6])
