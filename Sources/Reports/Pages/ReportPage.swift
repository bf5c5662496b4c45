import CaseloadModel
import Experiments

/// Results as one page that people read in a browser or print.
///
/// The same results give the same bytes, whenever and wherever the page is made.
package struct ReportPage: Sendable {
  private let studies: [StoredStudy]
  private let language: PageLanguage
  private let metric: Metric
  private let version: String

  /// Makes a page of results, in order.
  ///
  /// - Parameters:
  ///   - metric: The figure that headlines are about.
  ///   - version: The version of the program.
  package init(
    _ studies: [StoredStudy], language: PageLanguage, metric: Metric = .unseen6m, version: String
  ) {
    precondition(!studies.isEmpty, "there is nothing to report")
    self.studies = studies
    self.language = language
    self.metric = metric
    self.version = version
  }

  /// Whether a text is a page that this program made.
  package static func isOwn(_ text: String) -> Bool { text.prefix(2_000).contains(HTMLPage.mark) }

  /// The page in HTML.
  package var html: String {
    let articles = studies.enumerated().map { article($1, number: $0) }
    let context = PageContext(language: language, metric: metric, prefix: "")
    let title =
      articles.count == 1
      ? articles[0].plainTitle
      : context.text(PageText.reportTitle, context.numbers.count(articles.count))
    let hash = articles[0].hash.prefix(12)
    var body = Markup.element(
      "a", ["class": "skip", "href": "#content"], [.text(context.text(PageText.skip))])
    if articles.count > 1 { body += overview(articles, title, context) }
    body += .element(
      "main", ["id": "content"], articles.enumerated().map { section($1, $0, context) })
    body += .element(
      "footer",
      [
        .element(
          "p", ["class": "note"],
          [.text(context.text(PageText.colophon) + " " + context.text(PageText.made, version))])
      ])
    return HTMLPage(
      language: language, title: title,
      // Isolates (Unicode 9) keep a name's direction of writing from the rest of the line.
      footer: hash.isEmpty
        ? Markup.isolated(title)
        : context.text(PageText.footer, Markup.isolated(title), String(hash)),
      body: body
    ).text
  }

  /// The heading of a page of several results, with links to each.
  private func overview(
    _ articles: [PageArticle], _ title: String, _ context: PageContext
  ) -> Markup {
    let links = articles.enumerated().map { number, article in
      Markup.element("li", [.element("a", ["href": "#r\(number)"], [article.title])])
    }
    return .element(
      "header",
      [
        .element("p", ["class": "kicker"], [.text(context.text(PageText.modelOnly))]),
        .element("h1", [.text(title)]),
        .element(
          "nav", ["aria-label": context.text(PageText.contents)], [.element("ul", links)]),
      ])
  }

  private func section(_ article: PageArticle, _ number: Int, _ context: PageContext) -> Markup {
    let isOnly = studies.count == 1
    let heading =
      isOnly ? Markup.element("h1", [article.title]) : .element("h2", [article.title])
    let kicker = Markup.element(
      "p", ["class": "kicker"], [.text(context.text(PageText.modelOnly))])
    return .element(
      "article", ["id": "r\(number)"],
      [
        isOnly ? kicker : Markup(), heading, article.lead,
        .element("p", ["class": "headline"], [article.headline]), article.first,
        .element("div", ["class": "break"], [article.rest]),
      ])
  }

  private func article(_ study: StoredStudy, number: Int) -> PageArticle {
    let context = PageContext(language: language, metric: metric, prefix: "r\(number)-")
    return switch study.findings {
    case .run(let run): RunPage(run: run, study: study, context: context).article
    case .comparison(let comparison):
      ComparisonPage(comparison: comparison, study: study, context: context).article
    case .sweep(let sweep): SweepPage(sweep: sweep, study: study, context: context).article
    case .sensitivity(let sensitivity):
      SensitivityPage(sensitivity: sensitivity, study: study, context: context).article
    case .selection(let selection):
      SelectionPage(selection: selection, study: study, context: context).article
    case .fit(let fit): FitPage(fit: fit, study: study, context: context).article
    case .ensemble(let ensemble):
      EnsemblePage(ensemble: ensemble, study: study, context: context).article
    case .validation(let validation):
      ValidationPage(validation: validation, context: context).article
    }
  }
}
