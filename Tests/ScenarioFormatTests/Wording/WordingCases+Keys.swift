@testable import ScenarioFormat

extension WordingCase {
  /// Keys and values that do not fit the parameter table, and overrides.
  static let keys: [WordingCase] = [
    WordingCase(
      code: .extendsOutside, text: "{\"extends\": \"base.json\"}",
      lines: [
        "t.json:1:13: error: extends: expected a text on its own, or one that extends a preset, found one that extends a file"
          + " [extends.outside]"
      ]),
    WordingCase(
      code: .overrideSyntax, text: "{}",
      overrides: ["fte", "staffing.fte=", "outflow.rates.work.group=x"],
      lines: [
        "<command line>:1:1: error: expected key.path=value, found \"fte\" [override.syntax]",
        "<command line>:2:14: error: staffing.fte: expected a value after '=', found nothing"
          + " [override.syntax]",
        "<command line>:3:1: error: outflow.rates.work: expected outflow.rates.work.key=value with one"
          + " of its values, found \"group\" [override.syntax]",
      ]),
    WordingCase(
      code: .unknownKey, text: "{\"staffing\": {\"fte_\": 3, \"clients\": 4, \"zzzz\": 5}}",
      overrides: ["stafing.fte=3"],
      lines: [
        "t.json:1:15: error: staffing.fte_: expected a key of staffing, found \"fte_\"; did you mean"
          + " \"fte\"? [scenario.unknown-key]",
        "t.json:1:26: error: staffing.clients: expected a key of staffing, found \"clients\"; there is"
          + " population.clients [scenario.unknown-key]",
        "t.json:1:40: error: staffing.zzzz: expected a key of staffing, found \"zzzz\""
          + " [scenario.unknown-key]",
        "<command line>:1:1: error: stafing: expected a key of a scenario, found \"stafing\"; did you"
          + " mean \"staffing\"? [scenario.unknown-key]",
      ]),
    WordingCase(
      code: .wrongType, text: "{\"staffing\": [], \"seed\": \"1\", \"name\": null}",
      lines: [
        "t.json:1:14: error: staffing: expected an object, found an array [scenario.wrong-type]",
        "t.json:1:26: error: seed: expected a whole number from 0 to 18446744073709551615, found \"1\";"
          + " write 1 without quotes [scenario.wrong-type]",
        "t.json:1:39: error: name: expected a name as text, found null [scenario.wrong-type]",
      ]),
    WordingCase(
      code: .wrongType, text: "{\"service\": {\"norms\": {\"care\": {\"intervalDays\": 30}}}}",
      overrides: ["service.norms={}"],
      lines: [
        "t.json:1:23: error: service.norms: expected an array of objects, found an object; write"
          + " [{\"group\": \"care\", …}] [scenario.wrong-type]",
        "<command line>:1:15: error: service.norms: expected an array of objects, found an object"
          + " [scenario.wrong-type]",
      ]),
    WordingCase(
      code: .jsonLiteral, text: "{}",
      overrides: [
        "staffing.fte=many", "staffing.fte=3,5", "inflow.grantedShare=66 %", "replications=ten",
        "service.restPolicy.enabled=ja", "service.restPolicy.enabled=perhaps", "staffing={",
      ],
      lines: [
        "<command line>:1:14: error: staffing.fte: expected a number that is above 0 and at most 100000"
          + " (full-time equivalents), found many [json.literal]",
        "<command line>:2:14: error: staffing.fte: expected a number that is above 0 and at most 100000"
          + " (full-time equivalents), found 3,5; write 3.5, with a point [json.syntax]",
        "<command line>:3:21: error: inflow.grantedShare: expected a number from 0 to 1 (share of"
          + " applications), found 66 %; write 66 percent as 0.66 [json.syntax]",
        "<command line>:4:14: error: replications: expected a whole number from 1 to 100000 (runs), found"
          + " ten [json.literal]",
        "<command line>:5:28: error: service.restPolicy.enabled: expected true or false, found ja; write"
          + " true [json.literal]",
        "<command line>:6:28: error: service.restPolicy.enabled: expected true or false, found perhaps"
          + " [json.literal]",
        "<command line>:7:11: error: staffing: expected '}', found the end of the value"
          + " [json.truncated]",
      ]),
    WordingCase(
      code: .outOfRange, text: "{\"inflow\": {\"grantedShare\": 66}}",
      overrides: ["staffing.fte=-3"],
      lines: [
        "t.json:1:29: error: inflow.grantedShare: expected a number from 0 to 1 (share of applications),"
          + " found 66; write 66 percent as 0.66 [scenario.out-of-range]",
        "<command line>:1:14: error: staffing.fte: expected a number that is above 0 and at most 100000"
          + " (full-time equivalents), found -3 [scenario.out-of-range]",
      ]),
    WordingCase(
      code: .notAWholeNumber, text: "{\"replications\": 2.5}",
      lines: [
        "t.json:1:18: error: replications: expected a whole number from 1 to 100000 (runs), found 2.5"
          + " [scenario.not-whole]"
      ]),
    WordingCase(
      code: .badDate, text: "{\"time\": {\"start\": \"2014-02-29\"}}",
      lines: [
        "t.json:1:20: error: time.start: expected a day as \"YYYY-MM-DD\" from 1990 to 2100, found"
          + " \"2014-02-29\" [scenario.bad-date]"
      ]),
    WordingCase(
      code: .badName, text: "{\"name\": \"../../etc\"}",
      lines: [
        "t.json:1:10: error: name: expected a name of 1 to 64 letters, digits, hyphens, dots and"
          + " underscores, found \"../../etc\" [scenario.bad-name]"
      ]),
    WordingCase(
      code: .unnamedElement, text: "{\"outflow\": {\"rates\": [{\"workPerYear\": 1}]}}",
      lines: [
        "t.json:1:24: error: outflow.rates[0]: expected an object with \"group\", found one without"
          + " [scenario.unnamed-element]"
      ]),
    WordingCase(
      code: .duplicateName,
      text: "{\"outflow\": {\"rates\": [{\"group\": \"work\"}, {\"group\": \"work\"}]}}",
      lines: [
        "t.json:1:43: error: outflow.rates.work: expected each group once, found \"work\" again"
          + " [scenario.duplicate-name]"
      ]),
    WordingCase(
      code: .unknownKey,
      text:
        "{\"outflow\": {\"rates\": [{\"group\": \"work\", \"remove\": true, \"workPerYear\": 1}]}}",
      lines: [
        "t.json:1:58: error: outflow.rates.work: expected only \"group\" beside \"remove\", found"
          + " \"workPerYear\" [scenario.unknown-key]"
      ]),
    WordingCase(
      code: .duplicateName,
      text: "{\"outflow\": {\"rates\": [{\"group\": \"work\"}, {\"group\": \"work\","
        + " \"zzzz\": 2}]}}",
      lines: [
        "t.json:1:43: error: outflow.rates.work: expected each group once, found \"work\" again"
          + " [scenario.duplicate-name]",
        "t.json:1:61: error: outflow.rates.work.zzzz: expected a key of outflow.rates.work, found"
          + " \"zzzz\" [scenario.unknown-key]",
      ]),
    WordingCase(
      code: .outOfRange,
      text: "{\"sources\": [" + repeated("\"a\",", 64) + "\"a\"], \"outflow\": {\"rates\": ["
        + repeated("{},", 64) + "{}]}}",
      lines: [
        "t.json:1:13: error: sources: expected at most 64 texts, found 65 [scenario.out-of-range]",
        "t.json:1:297: error: outflow.rates: expected at most 64 elements, found 65"
          + " [scenario.out-of-range]",
      ]),
    WordingCase(
      code: .unknownElement,
      text: "{\"outflow\": {\"rates\": [{\"group\": \"wrk\", \"remove\": true}]}}",
      overrides: ["outflow.rates.wrk.workPerYear=0.3", "staffing.roles.desk.fte=2"],
      lines: [
        "t.json:1:24: error: outflow.rates.wrk: expected an inherited element to remove, found none of"
          + " this name [scenario.unknown-element]",
        "<command line>:1:1: error: outflow.rates.wrk: expected one of care, development, work, found"
          + " \"wrk\"; did you mean \"work\"? [scenario.unknown-element]",
        "<command line>:2:1: error: staffing.roles.desk: expected an element of staffing.roles, which"
          + " has none, found \"desk\" [scenario.unknown-element]",
      ]),
    WordingCase(
      code: .textTooLong, text: "{\"description\": \"" + repeated("x", 4_001) + "\"}",
      lines: [
        "t.json:1:17: error: description: expected a text of at most 4000 characters, found 4001"
          + " characters [scenario.text-too-long]"
      ]),
  ]
}
