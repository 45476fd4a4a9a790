/// A line on the terminal that says how far a long load has come; nothing where there is no terminal.
final class ProgressBar: @unchecked Sendable {
  // Sendable in name only: the program has one thread. The closure that carries the bar into the load has to
  // be Sendable because options are values that may travel.
  private var shown = -1
  private let isOn = Terminal.isTalk

  func show(file: String, done: Int, of total: Int?) {
    guard isOn else { return }
    let share = total.map { $0 > 0 ? min(1, Double(done) / Double($0)) : 1 } ?? 0
    let percent = Int(share * 100)
    guard percent != shown else { return }
    shown = percent
    let filled = Int(share * 30)
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
    Talk.write("\r\u{1B}[K\(bar) \(percent) % \(file.suffix(35))")
  }

  func clear() {
    if isOn, shown >= 0 { Talk.write("\r\u{1B}[K") }
    shown = -1
  }
}
