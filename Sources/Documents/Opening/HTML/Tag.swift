/// What the name of an element means for its text.
enum Tag: UInt8 {
  /// Stands in a line, as `b` and `span`; unknown names too.
  case inline
  case link
  case block
  case paragraph
  case heading
  case item
  case list
  case row
  case cell
  case breakLine
  case preformatted
  case article
  case main
  case body
  case quote
  /// Navigation, asides and the like: mostly not the article, and sometimes around it.
  case aside
  case header
  /// Never text of the page.
  case dropped
  case script, title, meta, linkTo, html, time

  /// Up to eight bytes of a name, which is enough to tell them apart.
  init(_ name: UnsafePointer<CChar>) { self = Self.table[Self.packed(name)] ?? .inline }

  var isBlock: Bool {
    switch self {
    case .inline, .link, .breakLine, .title, .meta, .linkTo, .script, .dropped, .time: false
    default: true
    }
  }

  static func packed(_ name: UnsafePointer<CChar>) -> UInt64 {
    var key: UInt64 = 0
    var at = 0
    while at < 8, name[at] != 0 {
      let byte = UInt8(bitPattern: name[at])
      key = key << 8 | UInt64((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      at += 1
    }
    return key
  }

  private static let table: [UInt64: Tag] = {
    let words: [(Tag, String)] = [
      (.link, "a"), (.paragraph, "p"), (.heading, "h1 h2 h3 h4 h5 h6"), (.item, "li dt dd option"),
      (.list, "ul ol dl menu"), (.row, "tr"), (.cell, "td th"), (.breakLine, "br"), (.preformatted, "pre"),
      (.article, "article"), (.main, "main"), (.body, "body"), (.quote, "blockquote"),
      (.aside, "nav aside footer"), (.header, "header"), (.html, "html"),
      (
        .block,
        """
        div section center table tbody thead tfoot form fieldset figure details summary address hgroup \
        frameset hr head
        """
      ),
      (
        .dropped,
        """
        style noscript template svg math iframe object embed select button textarea audio video canvas map \
        figcaption dialog input label noframes
        """
      ),
      (.script, "script"), (.title, "title"), (.meta, "meta"), (.linkTo, "link"), (.time, "time"),
    ]
    var table: [UInt64: Tag] = [:]
    for (tag, names) in words {
      for name in names.split(separator: " ") {
        String(name).withCString { table[packed($0)] = tag }
      }
    }
    return table
  }()
}
