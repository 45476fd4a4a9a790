extension WebAddress {
  /// The identity of an address: the address without what does not tell pages apart. Scheme and host are in
  /// small letters; a default port, the fragment, an empty query and the parameters that only follow a reader
  /// around are gone; an empty path is `/`. All else, `www.` included, stays byte for byte.
  public static func key(of url: String) -> String {
    guard let scheme = url.range(ofText: "://"),
      url[..<scheme.lowerBound].allSatisfy({ $0.isLetter || $0.isNumber || "+-.".contains($0) })
    else { return url }
    let name = url[..<scheme.lowerBound].lowercased()
    let rest = url[scheme.upperBound...].prefix { $0 != "#" }
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    let target = rest[authority.endIndex...]
    let path = target.prefix { $0 != "?" }
    let query = target[path.endIndex...].dropFirst()
    return name + "://" + keyed(authority, scheme: name) + (path.isEmpty ? "/" : path) + kept(query)
  }

  /// The user stays as written; host and port are those of the page.
  private static func keyed(_ authority: Substring, scheme: String) -> String {
    let at = authority.lastIndex(of: "@").map { authority.index(after: $0) } ?? authority.startIndex
    let place = authority[at...]
    let port = place.utf8.lastIndex(of: UInt8(ascii: ":")).map { place[place.index(after: $0)...] }
    let user = String(authority[..<at])
    // An IPv6 address without a port ends in a bracket, and its colons part no port.
    guard let port, port.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return user + place.lowercased() }
    let host = place[..<port.startIndex].dropLast().lowercased()
    let isDefault = port.isEmpty || port == ["http": "80", "https": "443"][scheme] ?? ""
    return user + host + (isDefault ? "" : ":" + port)
  }

  private static func kept(_ query: Substring) -> String {
    let parts = query.split(separator: "&", omittingEmptySubsequences: false).filter { part in
      let name = part.prefix { $0 != "=" }.lowercased()
      return !name.hasPrefix("utm_") && !following.contains(name)
    }
    return parts.allSatisfy(\.isEmpty) ? "" : "?" + parts.joined(separator: "&")
  }

  /// Parameters that say where a reader came from, beside all that begin with `utm_`. A parameter goes in here
  /// only if it never chooses what a page shows.
  private static let following: Set<String> = [
    // Advertisements and links out of social networks
    "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "ysclid", "twclid",
    "ttclid",
    "igshid", "igsh", "_openstat",
    // Newsletters and statistics
    "mc_cid", "mc_eid", "_ga", "_gl", "_hsenc", "_hsmi",
    // The page before
    "ref_src", "ref_url", "spm", "from_source",
  ]
}
