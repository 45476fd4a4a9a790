extension Copies {
  public static func measure(_ b: [UInt8]) { _ = Sketch(b) }
}
