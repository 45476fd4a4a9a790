/// What the bodies that act say of the form of their act: two parks do a park's business, two universities science.
enum BodyRoles {
  typealias Evidence = Mechanism.Evidence

  /// A joint body is what the others make of it.
  static func evidence(_ parties: Parties) -> [Evidence] {
    let own = parties.bodies.filter { $0.side != "joint" }
    let bodies = own.isEmpty ? parties.bodies : own
    let roles = bodies.map(role)
    var found: [Evidence] = []
    for (body, role) in zip(bodies, roles) where !found.contains(where: { $0.code == role }) {
      guard let role else { continue }
      let isAll = bodies.count > 1 && parties.hasBodies && roles.allSatisfy { $0 == role }
      guard let points = points(role, isAll, roles) else { continue }
      found.append(Evidence(code: role, points: points, span: body.span))
    }
    return found
  }

  private static func points(_ role: String, _ isAll: Bool, _ roles: [String?]) -> Int? {
    if isAll { return Mechanism.Points.pair }
    switch role {
    // A fund that deals with a company does what companies do.
    case "fund": return roles.contains("commercial") ? nil : Mechanism.Points.company
    case "commercial": return Mechanism.Points.company
    default: return Mechanism.Points.one
    }
  }

  /// The mechanism that a body by its kind and name stands for.
  static func role(_ body: Body) -> String? {
    if body.isPark { return "park" }
    if KnownFor.seat(of: body.name) != nil { return "academic" }
    let name = Array(body.name.lowercased().utf8)
    if arms.contains(where: name.contains) { return "military" }
    if regulators.contains(where: name.contains) { return "governance" }
    switch body.kind {
    case "university", "institute": return "academic"
    case "company": return "commercial"
    case "fund": return science.contains(where: name.contains) ? "academic" : "fund"
    default: return nil
    }
  }

  private static let arms = [
    "defence", "defense", "navy", "army", "armed forces", "military", "air force", "fleet", "liberation",
    "almaz-antey", "kupol", "norinco", "rosoboronexport", "kalashnikov", "uralvagonzavod", "south industries",
    "обороны", "флот", "армия", "воздушно-косм", "ввс", "вмс", "国防", "海军", "空军", "陆军", "解放军", "舰队", "军委",
  ].map { Array($0.utf8) }

  private static let regulators = [
    "roskomnadzor", "cyberspace", "safe internet", "cyber security association", "rosstandart",
    "standardi", "роскомнадзор", "киберпростр", "стандарт", "网信", "互联网信息办", "标准化", "通信监督",
  ].map { Array($0.utf8) }

  /// Funds that give grants to science.
  private static let science = [
    "science", "scientific", "research", "научн", "исследован", "наук", "科学基金", "研究基金",
  ].map { Array($0.utf8) }
}

extension Body {
  private static let parkWords = [
    "park", "cluster", "incubator", "skolkovo", "zhongguancun", "парк", "кластер", "园", "集群", "孵化", "高新区",
  ].map { Array($0.utf8) }

  /// True for a park, by its kind or its name.
  var isPark: Bool {
    if kind == "park" { return true }
    let folded = Array(name.lowercased().utf8)
    return Self.parkWords.contains(where: folded.contains)
  }
}
