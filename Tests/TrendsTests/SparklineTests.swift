import Testing
import Trends

@Suite struct SparklineTests {
  @Test func `the highest count is a full bar, and zero differs from little`() {
    #expect(Sparkline.text([0, 1, 4, 8]) == "·▁▄█")
    #expect(Sparkline.text([1, 100]) == "▁█")
  }

  @Test func `ASCII has as many steps`() {
    #expect(Sparkline.text([0, 1, 2, 3, 4, 5, 6, 7, 8], ascii: true) == "_.:-=+*#@")
    #expect(Sparkline.text([0, 1, 2, 3, 4, 5, 6, 7, 8]) == "·▁▂▃▄▅▆▇█")
  }

  @Test func `nothing counted is zeros, and no counts no bars`() {
    #expect(Sparkline.text([0, 0]) == "··")
    #expect(Sparkline.text([]) == "")
  }

  @Test func `neighbours are added up from the end, so that the last bar is whole`() {
    #expect(Sparkline.binned([1, 2, 3, 4, 5], to: 3) == ([1, 5, 9], 2))
    #expect(Sparkline.binned([1, 2, 3, 4, 5, 6], to: 3) == ([3, 7, 11], 2))
    #expect(Sparkline.binned([1, 2, 3], to: 3) == ([1, 2, 3], 1))
    #expect(Sparkline.binned([], to: 3) == ([], 1))
  }

  @Test(arguments: 1...60) func `adding up keeps the sum and stays within the bars`(_ length: Int) {
    let counts = (0..<length).map { $0 * 7 % 5 }
    for bars in 1...20 {
      let (binned, perBar) = Sparkline.binned(counts, to: bars)
      #expect(binned.count <= bars && binned.count * perBar >= length)
      #expect(binned.reduce(0, +) == counts.reduce(0, +))
    }
  }
}
