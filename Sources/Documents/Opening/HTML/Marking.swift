/// What an element's class, id, role and style say about it.
struct Marking {
  /// It is not shown.
  var isHidden = false
  /// It is navigation, sharing, a cookie banner, related articles, or the like.
  var isAside = false
  /// It is named as the article.
  var isBody = false

  init(_ attributes: Attributes) {
    if attributes.pairs == nil { return }
    isHidden = attributes.has("hidden") || attributes["aria-hidden"]?.lowercased() == "true"
    if let style = attributes["style"]?.lowercased().filter({ !$0.isWhitespace }) {
      isHidden = isHidden || style.contains("display:none") || style.contains("visibility:hidden")
    }
    if let role = attributes["role"]?.lowercased() { isAside = Self.asideRoles.contains(role) }
    isBody = attributes["itemprop"]?.contains("articleBody") ?? false
    for case let names?? in [attributes.pointer("class"), attributes.pointer("id")] { read(names) }
  }

  /// Words end at marks, and where small letters are followed by a capital: `related-news`, `cookieBanner`.
  private mutating func read(_ names: UnsafePointer<CChar>) {
    var word: UInt64 = 0
    var length = 0
    var whole: UInt64 = 0
    var wasSmall = false
    var at = 0
    // What is longer lists features of a style, not what the element is.
    while at < 400 {
      let byte = UInt8(bitPattern: names[at])
      let isCapital = (0x41...0x5A).contains(byte)
      let isLetter = isCapital || (0x61...0x7A).contains(byte)
      if !isLetter || isCapital && wasSmall {
        judge(word)
        (word, length) = (0, 0)
      }
      if isLetter, length < 8 {
        word = word << 8 | UInt64(byte | 0x20)
        length += 1
      }
      if byte <= 0x20 {
        if Self.hidden.contains(whole) { isHidden = true }
        whole = 0
      } else {
        whole = whole << 8 | UInt64(byte)
      }
      wasSmall = isLetter && !isCapital
      if byte == 0 { return }
      at += 1
    }
  }

  private mutating func judge(_ word: UInt64) {
    if Self.asides.contains(word) { isAside = true }
    if Self.bodies.contains(word) { isBody = true }
  }

  private static let asideRoles: Set<String> = [
    "navigation", "complementary", "banner", "contentinfo", "dialog", "alertdialog", "search", "menu",
    "menubar",
  ]

  /// Up to eight letters of a word.
  private static func words(_ text: String) -> Set<UInt64> {
    Set(text.split(separator: " ").map { $0.utf8.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } })
  }

  private static let asides = words(
    """
    nav navbar navigation menu submenu footer sidebar sidebars cookie cookies consent gdpr ccpa breadcrumb \
    breadcrumbs crumbs crumb share sharing shares social socials related recommended comment comments subscribe \
    subscription newsletter promo advert adverts advertisement ads banner banners popup modal pagination pager \
    tags taglist copyright toolbar login signin search skip popular trending sponsor sponsored outbrain taboola \
    also readmore tuijian fenxiang dibu daohang mostread topbar masthead teaser teasers rail player disqus \
    sharedaddy relatedposts addtoany addthis
    """)
  private static let bodies = words(
    "article content contents entry story post body text detail news zw main material publication trs read")
  /// Whole names, by their last eight bytes.
  private static let hidden: Set<UInt64> = Set(
    ["hidden", "sr-only", "d-none", "noprint", "no-print", "y-hidden"].map {
      $0.utf8.suffix(8).reduce(0) { $0 << 8 | UInt64($1) }
    })
}
