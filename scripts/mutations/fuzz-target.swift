import ScenarioFormat

/// The entry point that libFuzzer calls with one input after the other.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let document = ScenarioDocument.read(bytes, path: "fuzzed.json")
  if let complaint = MutationVerdict.complaint(about: document, rereads: true) {
    fatalError(complaint)
  }
  return 0
}
