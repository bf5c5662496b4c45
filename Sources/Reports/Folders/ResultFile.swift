import Foundation

/// One file of a result: its name, and its text in pieces that are made when they are written.
package struct ResultFile {
  /// The name inside the folder.
  package let name: String
  private let pieces: AnySequence<String>
  /// A finished file that is to be moved; `nil` for text.
  private let source: String?

  /// A file whose text is at hand.
  package init(name: String, text: String) {
    self.init(name: name, pieces: CollectionOfOne(text))
  }

  /// A file whose text comes in pieces.
  package init(name: String, pieces: some Sequence<String>) {
    self.name = name
    self.pieces = AnySequence(pieces)
    source = nil
  }

  /// A finished file that is to be moved into the folder; the folder that it leaves goes when it is empty.
  package init(name: String, moving source: String) {
    self.name = name
    self.source = source
    pieces = AnySequence([])
  }

  /// The whole text.
  var text: String { pieces.joined() }

  /// Writes the file into a folder.
  func write(in folder: String) throws {
    let url = URL(fileURLWithPath: folder + "/" + name)
    if let source {
      let place = URL(fileURLWithPath: source)
      try FileManager.default.moveItem(at: place, to: url)
      _ = rmdir(place.deletingLastPathComponent().path)
      return
    }
    try Data().write(to: url)
    let handle = try FileHandle(forWritingTo: url)
    defer { try? handle.close() }
    for piece in pieces { try handle.write(contentsOf: Data(piece.utf8)) }
  }
}
