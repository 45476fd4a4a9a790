/// Technologies that well-known bodies stand for: taken where no word names one.
enum KnownFor {
  /// Beginnings of the names, as the file has them, in small letters.
  private static let sectors: [(code: String, names: [String])] = [
    (
      "space",
      [
        "roscosmos", "china national space", "rsc energia", "npo energomash", "glavkosmos", "spacety",
        "china aerospace science", "china academy of space", "chinese society of astronautics",
        "iss reshetnev",
        "chang guang", "united rocket", "qspace", "ras space",
      ]
    ),
    (
      "nuclear",
      [
        "rosatom", "cnnc", "tvel", "atomstroyexport", "atomenergomash", "tenex", "rusatom",
        "china general nuclear",
        "jiangsu nuclear", "tianwan", "china atomic", "china-russia nuclear", "elemash", "niiar",
      ]
    ),
    (
      "aviation",
      [
        "united aircraft", "comac", "avic", "craic", "russian helicopters", "sukhoi", "united engine",
        "yakovlev",
        "aero engine", "rosaviatsia", "civil aviation", "aeroflot", "central aerohydro", "s7 airlines",
        "china aviation",
      ]
    ),
    (
      "semiconductors",
      [
        "smic", "loongson", "hisilicon", "mikron", "angstrem", "baikal electronics", "mcst",
        "ymtc", "smee", "unisoc", "phytium",
      ]
    ),
    (
      "cyber",
      [
        "kaspersky", "positive technologies", "infowatch", "group-ib", "china cyber security",
        "cyber security association", "qihoo", "roskomnadzor", "cyberspace administration", "safe internet",
      ]
    ),
    ("finance-tech", ["unionpay", "mir payment", "nspk", "alipay", "ant financial"]),
    ("drones", ["dji", "iemz kupol", "ehang", "autel", "sichuan aee"]),
    ("surveillance", ["hikvision", "dahua", "vokord", "ntechlab"]),
    ("ai", ["sensetime", "megvii", "yitu", "iflytek", "beijing academy of artificial", "deepseek"]),
    (
      "telecom",
      [
        "mts", "megafon", "rostelecom", "vimpelcom", "tele2", "zte", "china mobile", "china telecom",
        "china unicom",
      ]
    ),
    ("digital-economy", ["alibaba", "aliexpress", "jd.com", "ozon", "wildberries"]),
    (
      "navigation",
      [
        "china satellite navigation", "china-russia committee on satellite", "glonass union",
        "gnss-forum",
      ]
    ),
    (
      "biotech",
      [
        "biocad", "petrovax", "cansino", "hualan", "sinopharm", "sinovac", "r-pharm", "generium", "bgi",
        "gamaleya", "vector centre", "sph-biocad", "shanghai pharm", "sechenov",
      ]
    ),
    (
      "defence",
      [
        "rosoboronexport", "norinco", "almaz-antey", "kalashnikov", "pla navy", "russian navy",
        "pacific fleet",
      ]
    ),
    ("quantum", ["russian quantum"]),
    ("energy-tech", ["novatek", "rushydro", "inter rao", "state grid", "catl", "byd", "china three gorges"]),
    (
      "ocean-polar",
      [
        "first institute of ocean", "united shipbuilding", "arctic and antarctic", "ocean university",
        "polar research", "china-russia arctic", "ras pacific ocean", "ras shirshov",
        "qingdao national laboratory",
      ]
    ),
    ("media", ["vgtrk", "china media group", "rossiya segodnya", "national media group"]),
  ]

  private static let banks = ["bank", "банк", "银行"].map { Array($0.utf8) }

  /// The technology that a body is known for.
  static func sector(of name: String) -> String? {
    let name = name.lowercased()
    if let known = sectors.first(where: { $0.names.contains(where: name.hasPrefix) }) { return known.code }
    let bytes = Array(name.utf8)
    return banks.contains(where: bytes.contains) ? "finance-tech" : nil
  }

  /// Bodies of many states that sit in one of the two and act there for it.
  static func seat(of name: String) -> String? { name == "Joint Institute for Nuclear Research" ? "ru" : nil }
}
