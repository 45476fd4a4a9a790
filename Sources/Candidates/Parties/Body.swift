internal import Names

/// A body that a text names: one the file knows, or one known by its shape only.
struct Body {
  /// nil for a body the file does not know.
  var actor: Int?
  var name: String
  var kind: String
  /// `cn`, `ru`, `joint`, `intl`, `other`; empty where the text does not say.
  var side: String
  var span: Range<Int>

  var isTwo: Bool { side == "cn" || side == "ru" || side == "joint" }
}
