/// A page as a flat list: its block elements, and the runs of text that stand in them.
struct Page {
  /// A block element.
  struct Node {
    var tag: Tag
    /// Place in the list; the first is its own parent.
    var parent: Int
    /// Navigation and the like, by tag or role.
    var isAside = false
    /// The same by its class or id, which say it less surely.
    var isNamedAside = false
    /// Named as the article.
    var isBody = false
  }

  /// Text without a block boundary in it.
  struct Block {
    /// Place in ``Page/nodes`` of the innermost block element around it.
    var owner: Int
    /// In ``Page/text``, without blanks at its ends.
    var span: Range<Int>
    /// How many of its bytes stand in links.
    var linked: Int
    /// How many links.
    var links: Int
    /// The heading's level is not kept: only that it is one.
    var isHeading: Bool
    /// Begins the same line as the block before it: a further cell of a row.
    var continuesRow: Bool

    var density: Double { span.isEmpty ? 0 : Double(linked) / Double(span.count) }
  }

  var nodes: [Node] = []
  var blocks: [Block] = []
  var text: [UInt8] = []
  var metadata = PageMetadata()
}
