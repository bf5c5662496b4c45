/// Which functions of a type call which, and what each changes by itself: a graph taken from the sources.
public struct CallGraph {
  /// A function, with those of the same name taken together.
  private struct Function {
    /// Names of the functions of the type that it calls.
    var calls: Set<String> = []
    /// What it changes by itself, as ``RoomWrite/description``.
    var changes: Set<String> = []
    /// The files that declare it.
    var files: Set<String> = []
  }
  private var functions: [String: Function] = [:]

  /// Reads the functions that files declare in a type and its extensions; `changes` tells the components that a
  /// part of a file changes.
  public init(
    of type: String, in files: [String: [SwiftToken]], changes: ([SwiftToken]) -> Set<String>
  ) {
    var bodies: [(name: String, file: String, body: [SwiftToken])] = []
    for (file, tokens) in files {
      let partner = RoomWrites.partners(tokens)
      for index in tokens.indices.dropFirst()
      where tokens[index].text == type && ["struct", "extension"].contains(tokens[index - 1].text) {
        guard let open = tokens[index...].firstIndex(where: { $0.text == "{" }),
          let close = partner[open]
        else { continue }
        for place in open..<close where ["func", "var"].contains(tokens[place].text) {
          guard let begin = CallGraph.body(after: place, tokens, partner, upTo: close),
            let end = partner[begin]
          else { continue }
          bodies.append((tokens[place + 1].text, file, Array(tokens[begin...end])))
        }
      }
    }
    let names = Set(bodies.map(\.name))
    for (name, file, body) in bodies {
      var function = functions[name] ?? Function()
      function.files.insert(file)
      function.changes.formUnion(changes(body))
      for index in body.indices.dropFirst() where names.contains(body[index].text) {
        let before = body[index - 1].text
        let isOwn = before != "." || body[max(0, index - 2)].text == "self"
        let isLabel =
          index + 1 < body.count && body[index + 1].text == ":" && ["(", ","].contains(before)
        if isOwn, !isLabel, body[index].text != name { function.calls.insert(body[index].text) }
      }
      functions[name] = function
    }
  }

  /// The functions that a file declares.
  public func functions(of file: String) -> [String] {
    functions.filter { $0.value.files.contains(file) }.map(\.key).sorted()
  }

  /// What a function and all that it calls change, apart from functions that are left out.
  public func changes(by name: String, without omitted: Set<String> = []) -> Set<String> {
    var (seen, open, found): (Set<String>, [String], Set<String>) = (omitted, [name], [])
    while let next = open.popLast() {
      guard seen.insert(next).inserted, let function = functions[next] else { continue }
      found.formUnion(function.changes)
      open += function.calls
    }
    return found
  }

  /// The brace at which the body of a function begins; `nil` when it has none.
  private static func body(
    after start: Int, _ tokens: [SwiftToken], _ partner: [Int: Int], upTo end: Int
  ) -> Int? {
    let isVariable = tokens[start].text == "var"
    var place = start + 1
    while place < end {
      switch tokens[place].text {
      case "{": return place
      case "(", "[": place = partner[place] ?? place
      case "func", "struct", "enum", "let", "=", "}": return nil
      case "var" where !isVariable: return nil
      default: break
      }
      place += 1
    }
    return nil
  }
}
