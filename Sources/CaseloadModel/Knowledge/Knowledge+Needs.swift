// Needs for support that the organisation knows of.
extension Knowledge {
  /// Whether the organisation knows of a need: what it holds of the barrier is true, or the client has asked.
  @inline(__always)
  func knowsNeed(_ client: Int, attribute: Int, at minute: Int) -> Bool {
    let record = records[client * attributeCount + attribute]
    if record.isTold || record.registerValid != 0 { return true }
    guard record.isNoted, record.privateValid != 0 else { return false }
    let age = Double(minute - Int(record.privateMinute))
    return faded(Double(record.privateFading) * age) > record.forgottenBelow
  }

  /// The attributes with which a client needs support.
  func needs(of client: Int) -> [Int] {
    let base = client * attributeCount
    return (1..<max(1, attributeCount)).filter {
      records[base + $0].isNeed
    }
  }
}
