/// Finds any number of byte strings in one pass over a text.
///
/// A. V. Aho, M. J. Corasick, "Efficient string matching: an aid to bibliographic search", 1975. States are
/// numbered breadth first, so the children of a state stand side by side, sorted by their byte.
struct Automaton: Sendable {
  /// The patterns, sorted; matches name them by their place here.
  let patterns: [[UInt8]]
  private var firstChild: [Int32] = []
  private var childCount: [UInt8] = []
  private var label: [UInt8] = []
  private var failure: [Int32] = []
  /// The pattern that ends in the state, or -1.
  private var output: [Int32] = []
  /// The nearest state along the failures that has an output, or 0.
  private var shorter: [Int32] = []
  private var fromRoot = [Int32](repeating: 0, count: 256)

  init(_ strings: some Sequence<[UInt8]>) {
    patterns = Set(strings.filter { !$0.isEmpty }).sorted { $0.lexicographicallyPrecedes($1) }
    growTrie()
    link()
  }

  private struct Waiting {
    var patterns: Range<Int>
    var depth: Int
  }

  private mutating func growTrie() {
    var queue = [Waiting(patterns: 0..<patterns.count, depth: 0)]
    add(label: 0)
    var state = 0
    while state < queue.count {
      var range = queue[state].patterns
      let depth = queue[state].depth
      if let first = range.first, patterns[first].count == depth, depth > 0 {
        output[state] = Int32(first)
        range = (first + 1)..<range.upperBound
      }
      firstChild[state] = Int32(queue.count)
      while let first = range.first {
        let byte = patterns[first][depth]
        let end = range.first { patterns[$0][depth] != byte } ?? range.upperBound
        queue.append(Waiting(patterns: first..<end, depth: depth + 1))
        add(label: byte)
        childCount[state] += 1
        range = end..<range.upperBound
      }
      state += 1
    }
    for child in children(of: 0) { fromRoot[Int(label[child])] = Int32(child) }
  }

  private mutating func add(label byte: UInt8) {
    firstChild.append(0)
    childCount.append(0)
    label.append(byte)
    failure.append(0)
    output.append(-1)
    shorter.append(0)
  }

  private func children(of state: Int) -> Range<Int> {
    let first = Int(firstChild[state])
    return first..<(first + Int(childCount[state]))
  }

  private func child(of state: Int, by byte: UInt8) -> Int? {
    if state == 0 { return fromRoot[Int(byte)] == 0 ? nil : Int(fromRoot[Int(byte)]) }
    for child in children(of: state) where label[child] == byte { return child }
    return nil
  }

  /// Breadth first: the failure of a parent is known before that of its children.
  private mutating func link() {
    for state in 0..<label.count {
      for child in children(of: state) {
        if state != 0 { failure[child] = Int32(next(after: Int(failure[state]), by: label[child])) }
        let fallback = Int(failure[child])
        shorter[child] = output[fallback] >= 0 ? Int32(fallback) : shorter[fallback]
      }
    }
  }

  private func next(after state: Int, by byte: UInt8) -> Int {
    var state = state
    while true {
      if let child = child(of: state, by: byte) { return child }
      if state == 0 { return 0 }
      state = Int(failure[state])
    }
  }

  /// Calls `found` with the pattern and the end of every occurrence, overlapping ones included.
  func search(_ bytes: [UInt8], _ found: (_ pattern: Int, _ end: Int) -> Void) {
    var state = 0
    for (index, byte) in bytes.enumerated() {
      state = next(after: state, by: byte)
      var at = output[state] >= 0 ? state : Int(shorter[state])
      while at != 0 {
        found(Int(output[at]), index + 1)
        at = Int(shorter[at])
      }
    }
  }
}
