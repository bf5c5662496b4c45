/// A place at which something is changed that belongs to a component.
public struct RoomWrite: Equatable, Sendable, CustomStringConvertible {
  /// The path from the component, without indices: `staff.workers.swapNumber`.
  public let path: String
  /// How: `=`, `+=`, `&` when it is handed over to be changed, or `.append(` for a call.
  public let how: String
  /// The line, from 1.
  public let line: Int

  public var description: String { "line \(line): \(path) \(how)" }
}

/// Finds what a Swift file changes in the components of a replication, wherever in a line it stands.
///
/// Not a compiler: what a name stands for is taken from its spelling. It errs towards finding too much: where the
/// type of a property cannot be told, a call changes something as soon as any type has a mutating method of that
/// name. It sees no change through a pointer and none by a function that is kept in a variable; the model has
/// neither.
public struct RoomWrites: Sendable {
  /// What the sources declare.
  public let types: DeclaredTypes

  /// Takes types and their mutating methods from the sources that declare them.
  public init(sources: [[SwiftToken]]) { types = DeclaredTypes(sources: sources) }

  private static let assignments: Set<String> = [
    "=", "+=", "-=", "*=", "/=", "%=", "&+=", "&-=", "&*=", "|=", "&=", "^=", "<<=", ">>=", "&<<=",
    "&>>=", ".=",
  ]

  /// What a file changes in a component of a type, which it has under some names.
  ///
  /// A call of a method of the component itself is a door: it is listed in `doors` of the answer, not in `writes`.
  public func changes(in tokens: [SwiftToken], of names: Set<String>, type: String) -> (
    writes: [RoomWrite], doors: [RoomWrite]
  ) {
    var writes: [RoomWrite] = []
    var doors: [RoomWrite] = []
    let partner = RoomWrites.partners(tokens)
    for index in tokens.indices where names.contains(tokens[index].text) {
      let before = index > 0 ? tokens[index - 1].text : ""
      if ["let", "var", "func", "case", "for", "init"].contains(before) { continue }
      var path = [tokens[index].text]
      // The types that the path goes through; `nil` from where they cannot be told.
      var kinds: [String?] = [type]
      var place = index + 1
      var call = false
      walk: while place < tokens.count {
        let token = tokens[place]
        switch token.text {
        case "?" where !token.hasSpaceBefore, "!" where !token.hasSpaceBefore: place += 1
        case "." where place + 1 < tokens.count:
          path.append(tokens[place + 1].text)
          kinds.append(kinds[kinds.count - 1].flatMap { types.field(path[path.count - 1], of: $0) })
          place += 2
        case "[" where !token.hasSpaceBefore:
          guard let close = partner[place] else { break walk }
          kinds[kinds.count - 1] = kinds[kinds.count - 1].flatMap(DeclaredTypes.element)
          place = close + 1
        case "(" where !token.hasSpaceBefore && path.count > 1:
          call = true
          break walk
        case "{" where path.count > 1:
          call = true
          break walk
        default: break walk
        }
      }
      let next = place < tokens.count ? tokens[place] : nil
      let line = tokens[index].line
      if call {
        let name = path.removeLast()
        guard types.isMutating(name, of: kinds[path.count - 1]) else { continue }
        let write = RoomWrite(path: path.joined(separator: "."), how: ".\(name)(", line: line)
        if path.count == 1 { doors.append(write) } else { writes.append(write) }
        continue
      }
      let found = RoomWrite(path: path.joined(separator: "."), how: next?.text ?? "", line: line)
      // Of `&simulation.staff.workers` the sign stands before the first word.
      var first = index
      while first >= 2, tokens[first - 1].text == ".", tokens[first - 2].isWord { first -= 2 }
      let isHanded =
        first > 0 && tokens[first - 1].text.hasSuffix("&") && !tokens[first].hasSpaceBefore
      if let next, RoomWrites.assignments.contains(next.text) {
        writes.append(found)
      } else if isHanded, path.count > 1 {
        writes.append(RoomWrite(path: found.path, how: "&", line: line))
      } else if isHanded {
        doors.append(RoomWrite(path: found.path, how: "&", line: line))
      } else if isInAssignedTuple(place, tokens, partner) {
        writes.append(RoomWrite(path: found.path, how: "=", line: line))
      }
    }
    return (writes, doors)
  }

  /// The mutating methods in the extension whose name stands at a place.
  public static func mutatingMembers(of index: Int, in tokens: [SwiftToken]) -> [String] {
    let partner = partners(tokens)
    guard let open = tokens[index...].firstIndex(where: { $0.text == "{" }),
      let close = partner[open]
    else { return [] }
    return (open..<close).filter { tokens[$0].text == "mutating" }.map { tokens[$0 + 1].text }
  }

  /// Whether what ends before a place stands in `(a, b) = …`.
  private func isInAssignedTuple(_ place: Int, _ tokens: [SwiftToken], _ partner: [Int: Int])
    -> Bool
  {
    guard place < tokens.count, tokens[place].text == "," || tokens[place].text == ")" else {
      return false
    }
    var end = place
    while end < tokens.count, tokens[end].text != ")" {
      if tokens[end].text == "]" || tokens[end].text == "}" { return false }
      end = max(end, partner[end] ?? end) + 1
    }
    guard end + 1 < tokens.count, let start = partner[end], tokens[end + 1].text == "=" else {
      return false
    }
    return start == 0 || !tokens[start - 1].isWord || tokens[start].hasSpaceBefore
  }

  /// For every bracket the place of its other half.
  static func partners(_ tokens: [SwiftToken]) -> [Int: Int] {
    var open: [Int] = []
    var partner: [Int: Int] = [:]
    for index in tokens.indices {
      switch tokens[index].text {
      case "(", "[", "{": open.append(index)
      case ")", "]", "}":
        guard let start = open.popLast() else { continue }
        partner[start] = index
        partner[index] = start
      default: break
      }
    }
    return partner
  }
}
