import Formats
import Testing

@Suite("Goldens", .enabled(if: GoldenFile.path != nil))
struct Goldens {
  @Test func `every reference number of every case is met at its tolerance`() throws {
    let cases = try GoldenFile.cases(#require(GoldenFile.path))
    #expect(!cases.isEmpty)
    var met = 0
    for golden in cases {
      var differences: [String]
      do {
        guard let method = goldenMethods[golden.method] else {
          Issue.record("\(golden.id): the method \"\(golden.method)\" is not known")
          continue
        }
        let got = try method(golden.input, golden.expected)
        differences = golden.tolerance.differences(golden.expected, got)
      } catch {
        differences = ["\(error)"]
      }
      if differences.isEmpty { met += 1 }
      if let first = differences.first {
        Issue.record("\(golden.id) (\(golden.method)): \(differences.count) differ; \(first)")
      }
    }
    print("Goldens: \(met) of \(cases.count) cases met")
  }

  @Test func `a number outside its tolerance, a missing one and a wrong text are told`() {
    let tolerance = GoldenFile.Tolerance(relative: 0.01, absolute: 0)
    let want = json([100, 1, nil])
    #expect(tolerance.differences(want, json([101, 1, nil])).isEmpty)
    #expect(tolerance.differences(want, json([102, 1, nil])).count == 1)
    #expect(tolerance.differences(want, json([100, .nan, 0])).count == 2)
    #expect(tolerance.differences(want, json([100, 1])).count == 1)
    #expect(tolerance.differences(.members(["a": json(1)]), .members(["b": json(1)])).count == 1)
    #expect(tolerance.differences(.string("inf"), json(1)).count == 1)
  }
}

/// The methods by the names that the file calls them by.
typealias GoldenMethod = @Sendable (_ input: JSONValue, _ expected: JSONValue) throws -> JSONValue

let goldenMethods: [String: GoldenMethod] = [
  rankGoldens, trendGoldens, rateGoldens, detectionGoldens, changeGoldens, delayGoldens, scoreGoldens,
  otherGoldens,
].reduce(into: [:]) { $0.merge($1) { first, _ in first } }
