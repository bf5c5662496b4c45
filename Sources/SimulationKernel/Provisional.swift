// Provisional: replaced by the event queue, the elementary functions and the distributions.
public struct Event {
  public var time: Double; public var priority: Int; public var kind: UInt32;
  public var entity: UInt32; var seq: UInt64 = 0; var id: Int = 0
}
public struct EventHandle: Equatable, Sendable {
  var id: Int; public static let none = EventHandle(id: -1)
}
public struct EventQueue: ~Copyable {
  var heap: [Event] = []; var seq: UInt64 = 0; public var now = 0.0; public var executedCount = 0;
  var dead: [Bool] = []
  public init(minimumCapacity: Int = 0) {}
  func less(_ a: Event, _ b: Event) -> Bool {
    if a.time != b.time { return a.time < b.time };
    if a.priority != b.priority { return a.priority < b.priority }; return a.seq < b.seq
  }
  @discardableResult public mutating func schedule(
    at t: Double, priority: Int = 0, kind: UInt32, entity: UInt32 = 0
  ) -> EventHandle {
    precondition(t >= now)
    seq += 1; dead.append(false)
    heap.append(
      Event(time: t, priority: priority, kind: kind, entity: entity, seq: seq, id: dead.count - 1))
    var i = heap.count - 1
    while i > 0 {
      let p = (i - 1) / 2; if less(heap[i], heap[p]) { heap.swapAt(i, p); i = p } else { break }
    }
    return EventHandle(id: dead.count - 1)
  }
  public mutating func next() -> Event? {
    while !heap.isEmpty {
      let e = heap[0]; let l = heap.removeLast();
      if !heap.isEmpty {
        heap[0] = l; var i = 0
        while true {
          var c = 2 * i + 1; if c >= heap.count { break };
          if c + 1 < heap.count && less(heap[c + 1], heap[c]) { c += 1 };
          if less(heap[c], heap[i]) { heap.swapAt(c, i); i = c } else { break }
        }
      }
      if dead[e.id] { continue }
      dead[e.id] = true; now = e.time; executedCount += 1; return e
    }
    return nil
  }
  public var nextTime: Double? { heap.first?.time }
  @discardableResult public mutating func cancel(_ h: EventHandle) -> Bool {
    if h.id < 0 || dead[h.id] { return false }; dead[h.id] = true; return true
  }
}

public enum Elementary {
  public static func exp(_ x: Double) -> Double {
    if x > 709.78 { return .infinity }; if x < -745.2 { return 0 }
    let k = (x * 1.4426950408889634).rounded();
    let r = (x - k * 6.93147180369123816490e-01) - k * 1.90821492927058770002e-10
    var s = 1.0 / 6227020800.0
    for d in [479001600.0, 39916800, 3628800, 362880, 40320, 5040, 720, 120, 24, 6, 2, 1, 1] {
      s = s * r + 1 / d
    }
    return Double(sign: .plus, exponent: Int(k), significand: s)
  }
  public static func log(_ x: Double) -> Double {
    if x <= 0 { return x == 0 ? -.infinity : .nan }
    var e = Double(x.exponent), m = x.significand; if m > 1.4142135623730951 { m *= 0.5; e += 1 }
    let f = m - 1, s = f / (2 + f), z = s * s; var p = 2.0 / 25
    for d in [23.0, 21, 19, 17, 15, 13, 11, 9, 7, 5, 3] { p = p * z + 2 / d }
    let h = 0.5 * f * f;
    return e * 6.93147180369123816490e-01
      - ((h - (s * (h + z * p) + e * 1.90821492927058770002e-10)) - f)
  }
  public static func pow(_ x: Double, _ y: Double) -> Double { x == 0 ? 0 : exp(y * log(x)) }
  public static func cos(_ x: Double) -> Double {
    let k = (x / 6.283185307179586).rounded(); let r = x - k * 6.283185307179586;
    var t = 1.0, s = 1.0, n = 1.0; while n < 40 { t *= -r * r / (n * (n + 1)); s += t; n += 2 };
    return s
  }
}
enum Glibc {
  static func log(_ x: Double) -> Double { Elementary.log(x) };
  static func pow(_ x: Double, _ y: Double) -> Double { Elementary.pow(x, y) }
}
public struct Exponential {
  let r: Double; public init(rate: Double) { r = rate };
  public func sample(using s: inout RandomStream) -> Double { -Elementary.log(s.uniform()) / r }
}
public struct Normal {
  let m: Double, d: Double;
  public init(mean: Double, standardDeviation: Double) { m = mean; d = standardDeviation };
  public func sample(using s: inout RandomStream) -> Double {
    m + d * (-2 * Elementary.log(s.uniform())).squareRoot()
      * Elementary.cos(6.283185307 * s.uniform())
  }
}
public struct LogNormal {
  let m: Double, d: Double;
  public init(mean: Double, coefficientOfVariation c: Double) {
    let v = Elementary.log(1 + c * c); m = Elementary.log(mean) - v / 2; d = v.squareRoot()
  };
  public func sample(using s: inout RandomStream) -> Double {
    Elementary.exp(Normal(mean: m, standardDeviation: d).sample(using: &s))
  }
}
public struct Weibull {
  let k: Double, l: Double; public init(shape: Double, scale: Double) { k = shape; l = scale };
  public func sample(using s: inout RandomStream) -> Double {
    l * Elementary.pow(-Elementary.log(s.uniform()), 1 / k)
  }
}
public struct Gamma {
  let k: Double, t: Double; public init(shape: Double, scale: Double) { k = shape; t = scale }
  public func sample(using s: inout RandomStream) -> Double {
    var kk = k; var f = 1.0; if k < 1 { f = Elementary.pow(s.uniform(), 1 / k); kk += 1 }
    let d = kk - 1.0 / 3, c = 1 / (9 * d).squareRoot();
    while true {
      let x = Normal(mean: 0, standardDeviation: 1).sample(using: &s); let v0 = 1 + c * x;
      let v = v0 * v0 * v0;
      if v > 0 && Elementary.log(s.uniform()) < 0.5 * x * x + d - d * v + d * Elementary.log(v) {
        return d * v * t * f
      }
    }
  }
}
