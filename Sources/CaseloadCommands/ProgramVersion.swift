/// The version of the program.
public enum ProgramVersion {
  /// The version, by the rules of semantic versioning.
  public static let current = "0.1.0"
}
