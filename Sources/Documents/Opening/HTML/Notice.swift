/// Lines that pages carry beside every article, known by their words.
enum Notice {
  private static let cookies = ["cookie", "Cookie", "файлы куки", "файлы-куки"]
  private static let asking = [
    "accept", "Accept", "agree", "consent", "use of", "uses", "we use", "We use", "использу", "согла", "使用",
    "同意",
    "Privacy", "privacy",
  ]
  private static let rights = [
    "©", "All rights reserved", "Все права защищены", "版权所有", "Copyright", "责任编辑", "Читайте также",
    "Read also",
    "READ ALSO", "Read more:", "Читать также", "相关阅读", "相关新闻", "延伸阅读",
  ]

  /// True of a short line about cookies or rights, or one that leads to other articles.
  static func isNotice(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count < 500 else { return false }
    if cookies.contains(where: { has(bytes, $0) }) { return asking.contains { has(bytes, $0) } }
    return bytes.count < 200 && rights.contains { bytes.starts(with: $0.utf8) }
  }

  private static func has(_ bytes: ArraySlice<UInt8>, _ text: String) -> Bool {
    bytes.firstRange(of: text) != nil
  }
}
