/// How a command ended, as the status of the process.
package enum ExitCode: Int32, Sendable, CaseIterable {
  /// All is well.
  case success = 0
  /// A check or a comparison failed, a precision was not reached, or nothing meets the limits.
  case failure = 1
  /// The command line is wrong.
  case usage = 2
  /// A scenario is wrong.
  case badScenario = 65
  /// An input does not exist or cannot be read, or a journal cannot be resumed.
  case missingInput = 66
  /// The program contradicts itself.
  case internalError = 70
  /// Output cannot be written.
  case cannotWrite = 73
  /// Stopped by an interrupt from the keyboard; what was finished is written.
  case interrupted = 130
  /// Stopped by a request to terminate; what was finished is written.
  case terminated = 143
}
