// swift-tools-version: 6.2
import PackageDescription

// The folders of Sources/ are the way of the data: Documents, Candidates, Observations, TimeSeries,
// Trends, Reports. A stage may import the leaves, Records, Names and the stages before it; the
// dependency lists below are where that rule is held.

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]
let strictC: [CSetting] = [.treatAllWarnings(as: .error)]

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(of name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.init(stringLiteral: name), "TestSupport"] + dependencies,
    swiftSettings: strict)
}

let leaves: [Target.Dependency] = ["Calendar", "Formats"]
let file: [Target.Dependency] = leaves + ["SQLite", "Records", "Names"]

let package = Package(
  name: "entente",
  products: [
    .executable(name: "entente", targets: ["entente"]),
    // `make extension`: the SQL functions for other programs.
    .library(name: "EntenteExtension", type: .dynamic, targets: ["EntenteExtension"]),
    // For the nested packages.
    .library(
      name: "EntenteModules",
      targets: ["CSQLite", "SQLite", "Calendar", "Formats", "Records", "Names", "Documents", "Observations"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // C: the only door to libsqlite3, and the files that travel inside the program.
    .target(
      name: "CSQLite", cSettings: strictC, linkerSettings: [.linkedLibrary("sqlite3")]),
    .target(name: "CResources", cSettings: strictC),
    // C: the doors to libxml2 and zlib, which are loaded when the first page or packed file is read.
    .target(name: "CXML", cSettings: strictC + [.unsafeFlags(["-I/usr/include/libxml2"])]),
    .target(name: "CInflate", cSettings: strictC),

    // Leaves: no domain; only SQLite knows SQL.
    module("SQLite", ["CSQLite"]),
    module("Calendar"),
    module("Statistics"),
    module("Formats"),

    // The file itself, and the names in it.
    module("Records", leaves + ["SQLite", "CResources"]),
    module("Names", leaves + ["SQLite", "Records"]),

    // The way of the data.
    module("Documents", file + ["CXML", "CInflate"]),
    module("Candidates", file + ["Documents"]),
    module("Observations", file + ["Documents", "Candidates", "Statistics"]),
    module("TimeSeries", file + ["Observations", "Statistics"]),
    module("Trends", file + ["TimeSeries", "Statistics"]),
    module("Reports", file + ["Observations", "TimeSeries", "Trends", "Statistics"]),

    module("SQLFunctions", ["SQLite", "Calendar", "Statistics", "Formats"]),
    // The entry point of the loadable extension, and nothing else.
    module("EntenteExtension", ["CSQLite", "SQLite", "SQLFunctions"]),
    .executableTarget(
      name: "entente",
      dependencies: file + [
        "Documents", "Candidates", "Observations", "TimeSeries", "Trends", "Reports", "SQLFunctions",
        "Statistics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .target(
      name: "TestSupport", dependencies: file + ["Statistics", "SQLFunctions"], path: "Tests/TestSupport",
      swiftSettings: strict),
    tests(of: "SQLite"),
    tests(of: "Calendar"),
    tests(of: "Statistics"),
    tests(of: "Formats"),
    tests(of: "Records", ["SQLite", "CResources"]),
    tests(of: "Names", leaves + ["SQLite", "Records"]),
    tests(of: "Documents", file),
    tests(of: "Candidates", file + ["Documents"]),
    tests(of: "Observations", file + ["Documents", "Candidates"]),
    tests(of: "TimeSeries", file + ["Observations"]),
    tests(of: "Trends", file + ["TimeSeries", "Observations", "Statistics"]),
    tests(of: "Reports", file + ["TimeSeries", "Trends", "Observations"]),
    tests(of: "SQLFunctions", ["SQLite", "Statistics", "Formats"]),
    tests(of: "entente", file + ["SQLFunctions"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x
)
