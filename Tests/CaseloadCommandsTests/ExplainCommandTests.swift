import CaseloadModel
import Experiments
import Testing

@testable import CaseloadCommands

@Suite("caseload explain")
struct ExplainCommandTests {
  @Test func severalWordsNeedNoQuotes() {
    let quoted = CommandCall(["explain", "unseen for six months"])
    #expect(quoted.code == .success && quoted.output.contains("unseen.6m.share"))
    let words = CommandCall(["explain", "unseen", "for", "six", "months"])
    #expect(words.output == quoted.output && words.code == .success)
    let dutch = CommandCall(["explain", "zes", "maanden", "niet", "gesproken"])
    #expect(dutch.output.contains("unseen.6m.share"), "\(dutch.output)\(dutch.errors)")
    #expect(CommandCall(["explain", "herhalingen"]).output.contains("replications"))
    #expect(CommandCall(["explain", "startgetal"]).output.contains("seed"))
  }

  @Test("A metric is found by its title in either language, before all else")
  func metricsByTitle() {
    for (question, id) in [
      ("unseen for six months", "unseen.6m.share"),
      ("zes maanden niet gesproken", "unseen.6m.share"),
      ("zes maanden niet gezien", "unseen.6m.share"),
      ("currency of knowledge", "knowledge.currency.mean"),
    ] {
      let call = CommandCall(["explain", question])
      #expect(call.code == .success)
      let results = call.output.split(separator: "\n").dropFirst()
      #expect(results.first?.hasPrefix("  \(id) ") == true, "\(question): \(call.output)")
    }
  }

  @Test("Keys, metrics and facts stand in one list")
  func oneList() {
    let output = CommandCall(["explain", "overhead"]).output
    for id in ["staffing.administrationShare ", "time.administration.share ", "E-086 "] {
      #expect(output.contains("\n  " + id), "\(id)\n\(output)")
    }
  }

  @Test("The explanation of a metric names its evidence")
  func metricEvidence() {
    let output = CommandCall(["explain", "unseen.6m.share"]).output
    #expect(output.contains("  evidence  E-027 (Inspectie SZW 2014): "))
    for line in output.split(separator: "\n") { #expect(line.count <= 88, "\(line)") }
  }

  @Test("Every title of a metric finds that metric first")
  func everyTitle() {
    for definition in MetricCatalog.all {
      let output = CommandCall(["explain", definition.title]).output
      let first = output.split(separator: "\n").dropFirst().first ?? ""
      #expect(first.hasPrefix("  \(definition.metric.id) "), "\(definition.title)\n\(output)")
    }
  }

  @Test("A topic that nothing holds is an error that names the nearest")
  func nothingFound() {
    for (topic, near) in [
      ("klantmanger", "'klantmanager'"), ("E-274", "'E-074'"),
      ("staffing.skilSpread", "'staffing.skillSpread'"),
    ] {
      let call = CommandCall(["explain", topic])
      #expect(call.code == .usage)
      #expect(call.output.isEmpty)
      #expect(call.errors.contains("'\(topic)'") && call.errors.contains("did you mean \(near)?"))
    }
    #expect(CommandCall(["explain", "zzqx"]).errors.contains("'caseload explain' lists all"))
  }
}
