/// Names of bodies in Chinese, known by their last characters: 联盟, 研究所, 公司.
enum HanName {
  /// How many of the characters the longest name among them has, and its kind.
  static func find(_ characters: [Unicode.Scalar]) -> (Int, String)? {
    let limit = characters.indices.first { begins(verbs[characters[$0]], characters, $0) } ?? characters.count
    for length in stride(from: limit, through: 2, by: -1) {
      let ending = endings[characters[length - 1]]?.first { ending in
        ending.text.count <= length
          && characters[(length - ending.text.count)..<length].elementsEqual(ending.text)
      }
      if let ending { return (length, ending.kind) }
    }
    return nil
  }

  private static func begins(_ verbs: [[Unicode.Scalar]]?, _ characters: [Unicode.Scalar], _ at: Int) -> Bool
  {
    verbs?.contains { characters[at...].starts(with: $0) } ?? false
  }

  private typealias Ending = (text: [Unicode.Scalar], kind: String)

  /// By their last character, in the order of the list.
  private static let endings = Dictionary(
    grouping: BodyShape.hanEndings.map { Ending(text: Array($0.text.unicodeScalars), kind: $0.kind) },
    by: { $0.text.last! })
  /// By their first character.
  private static let verbs = Dictionary(
    grouping: BodyShape.hanVerbs.map { Array($0.unicodeScalars) }, by: { $0[0] })
}
