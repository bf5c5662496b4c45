extension DiagnosticCode {
  /// What the problem is and how it is mended, in a few plain sentences.
  public var explanation: String {
    switch self {
    case .fileMissing:
      "There is no file at this path. Paths are relative to the folder the command runs in; a path in \"extends\" is relative to the file that names it."
    case .fileDirectory:
      "The path is a folder. Name the scenario file in it."
    case .fileUnreadable:
      "The file exists but cannot be read, mostly because of its permissions, or because it is a device or a pipe rather than a regular file."
    case .fileEmpty:
      "The file holds nothing. The smallest scenario is {}: every key has a default."
    case .fileTooLarge:
      "The file is larger than the limit for scenario files. A scenario is a few kilobytes; this is probably another file."
    case .fileEncoding:
      "Scenario files are UTF-8 text. Save the file as UTF-8 (with or without byte order mark)."
    case .jsonSyntax:
      "The text is not JSON at this place. Keys and texts stand in double quotes, a colon follows each key, and a comma stands between members."
    case .jsonTruncated:
      "The file ends before it is complete: a bracket, brace or quote is still open."
    case .jsonComment:
      "JSON has no comments. Put remarks in \"description\"."
    case .jsonTrailingComma:
      "JSON allows no comma after the last member. Remove it."
    case .jsonMissingComma:
      "Two members follow each other without a comma between them."
    case .jsonLiteral:
      "Outside quotes JSON knows only true, false, null and numbers. Put texts in double quotes; NaN and Infinity do not exist."
    case .jsonNumber:
      "This is not a JSON number, or one too large to hold. Write 0.5 and not .5 or 0,5; write 12 and not +12 or 012."
    case .jsonString:
      "A text holds a character that has to be escaped, or a wrong escape. Write \\n for a new line, \\\" for a quote and \\\\ for a backslash; \\u escapes of surrogates come in pairs."
    case .jsonDepth:
      "Objects and arrays are nested more deeply than any scenario is."
    case .jsonDuplicateKey:
      "The same key stands twice in one object. Only one of the two can be meant; remove the other."
    case .jsonTooManyProblems:
      "The file has more problems than are listed. Mend the first ones and check again."
    case .extendsCycle:
      "A scenario extends itself, directly or through others. Remove one of the \"extends\" in the chain."
    case .extendsOutside:
      "\"extends\" may name only files in the folder of the top scenario and below it, by a relative path. That also holds when a symbolic link leads elsewhere."
    case .extendsTooLong:
      "The chain of \"extends\" is longer than 16 files."
    case .overrideSyntax:
      "An override has the form key.path=value, for example staffing.fte=30 or outflow.rates.work.workPerYear=0.3."
    case .unknownKey:
      "The scenario format has no such key at this place. Keys are case-sensitive; caseload explain lists all."
    case .wrongType:
      "The value is of another type than the key takes, for example a text where a number belongs."
    case .outOfRange:
      "The number lies outside the range that makes sense for this key. Check its unit: shares are written 0.25 and not 25."
    case .notAWholeNumber:
      "The key counts things and takes whole numbers only."
    case .badDate:
      "Dates are texts of the form YYYY-MM-DD and have to exist."
    case .badName:
      "Names start with a letter or digit and go on with letters, digits, hyphens and underscores, at most \(Names.longest) in all; the name of a scenario may also hold dots. They become part of key paths and folder names."
    case .unnamedElement:
      "Each element of this list has a name, by which it is merged with the inherited one of the same name."
    case .duplicateName:
      "Two elements of one list have the same name. Only one that was removed may come again after that."
    case .unknownElement:
      "An override names an element that the list does not have, or a file removes one that is not there."
    case .textTooLong:
      "The text is longer than the limit for this key."
    case .sumOfShares:
      "These shares divide a whole, so they have to add up to 1 (or, where the message says so, to at most 1)."
    case .groupOrder:
      "Groups divide readiness from 0 to 1: the lowest one starts at 0, and no two start at the same readiness."
    case .tooManyElements:
      "With the elements that it inherits, the list is longer than a list may be. Remove inherited ones with \"remove\": true."
    case .adviseName:
      "Spreadsheets and statistics programs read this name as a missing value, a number or a truth value, so that rows of results lose their group. Another name avoids it."
    case .adviseEmptySet:
      "No organisation of the sector belongs to this set at the start, so that what is done to the set is done to nobody. Widen its conditions, or look at the drawn values with resolve --members."
    case .adviseBalance:
      "Figures cannot hold together: an inflow under targets and exits that make the stock grow or shrink beyond its tolerance within the run, groups that do not add up to the whole, a start far from the stock that is wanted, or an inflow that at the rates of exit and return tends to less than a third or more than three times population.clients or the stock under targets (people who come in a year, times the years that each is on benefit in all). caseload fit would tell the same after simulating."
    case .reservedName:
      "Results use this name for something else: for all clients together, for workers without a role, or for another part of the organisation. Rows of a table would be taken together. Another name avoids it."
    case .unknownReference:
      "The text names a group, segment or attribute that the scenario does not have."
    case .missingReference:
      "Each group of population.groups needs an element of its own in this list."
    case .impossible:
      "The two values cannot both hold."
    case .weights:
      "With all weights zero nothing can be chosen or measured. Give at least one a positive value."
    case .notChangeable:
      "The run is built on this parameter, so that no dated change can set it; caseload explain says of each parameter whether it may change on a date. Set it outside interventions, where it holds for the whole run."
    case .adviseWarmUp:
      "The warm-up is shorter than the slowest regular process, so that the initial stock still shows in the results. Lengthen time.warmUpMonths, or read early months with care."
    case .adviseReplications:
      "With few replications the confidence intervals are wide, and with one there are none. Thirty is a good start; run --precision chooses the number for a wanted width."
    case .adviseIntakes:
      "New clients alone ask more hours than the workers have, before any other contact. Raise staffing.fte or lower inflow.applicationsPerYear or diagnosis.intakeMinutes."
    case .adviseNorms:
      "The contact norms ask more hours than the workers have, so that capacity and not policy decides who is seen. validate --staffing shows the arithmetic."
    case .adviseNobodyServes:
      "Nobody of this group is ever invited after the intake: all its clients are at rest, and the rest interval is longer than the run."
    case .adviseContradiction:
      "Two policies stand in each other's way, so that one of them has no effect: clients at rest who would be seen more often than others, an instrument that nobody may start, a date after the end of the run. Or own figures under targets stand the wrong way round, or look as if they were of another unit than their metric: a share for a number of persons, a percentage for a rate."
    }
  }
}
