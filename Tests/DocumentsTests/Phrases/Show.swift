import Foundation

enum Show {
  /// `SHOW_WRONG=1` lists the phrases that are not resolved right.
  static let wrong = ProcessInfo.processInfo.environment["SHOW_WRONG"] == "1"
}
