internal import CSQLite

final class ProgressBox {
  let mayGoOn: () -> Bool
  init(_ mayGoOn: @escaping () -> Bool) { self.mayGoOn = mayGoOn }
}

extension Connection {
  /// Asks `mayGoOn` about every thousand steps of SQLite's machine; false interrupts the statement with
  /// SQLITE_INTERRUPT. nil removes the question.
  public func onProgress(_ mayGoOn: (() -> Bool)?) {
    progress = mayGoOn.map(ProgressBox.init)
    guard let box = progress else {
      sqlite3_progress_handler(pointer, 0, nil, nil)
      return
    }
    sqlite3_progress_handler(
      pointer, 1000,
      { context in Unmanaged<ProgressBox>.fromOpaque(context!).takeUnretainedValue().mayGoOn() ? 0 : 1 },
      Unmanaged.passUnretained(box).toOpaque())
  }
}
