"use strict";
// What came out, in words, figures, a chart and a table.
const Results = {
  index(id) { return data.metrics.findIndex(metric => metric.id === id); },
  groupsOf(variant) { return variant.answer?.groups?.length ?? 1; },
  runs(variant) { return variant.runs.length ? variant.runs : variant.previous ?? []; },

  // A key figure may be the sum of several metrics.
  difference(variant, ids, family) {
    const runs = Results.runs(variant), groups = variant.groupCount ?? Results.groupsOf(variant);
    const parts = ids.map(id => {
      const index = Results.index(id);
      return Statistics.difference(Base.pairs(index), Outcomes.pairs(runs, index, groups), family);
    });
    return parts.reduce((a, b) => ({ count: Math.min(a.count, b.count), base: a.base + b.base, variant: a.variant + b.variant, mean: a.mean + b.mean, half: a.half + b.half }));
  },
  matters(metric, base) { return metric.matters ?? 0.01 * Math.abs(base); },
  family() { return Math.max(1, state.variants.filter(v => !Engine.isBase(v)).length); },
  isOver(variant) { return variant.runs.length >= Math.min(state.until, data.base.replications); },

  judged(variant) {
    return data.keyFigures.map(figure => {
      const metric = metricOf(figure.metrics[0]);
      const difference = Results.difference(variant, figure.metrics, Results.family());
      const verdict = Results.isOver(variant) ? Statistics.verdict(difference, Results.matters(metric, difference.base)) : "";
      return { figure, metric, difference, verdict };
    });
  },

  headline(variant) {
    if (Engine.isBase(variant)) return text("isBase", variant.letter);
    if (!Results.runs(variant).length) return text("waiting");
    const metric = metricOf(state.metric);
    const difference = Results.difference(variant, [state.metric], Results.family());
    const name = text("variant", variant.letter), title = metric.title[state.language];
    if (!Results.isOver(variant) || variant.stale) return text("headlineSoFar", name, title, Numbers.value(difference.variant, metric), Numbers.value(difference.base, metric));
    const verdict = Statistics.verdict(difference, Results.matters(metric, difference.base));
    const low = difference.mean - difference.half, high = difference.mean + difference.half;
    if (verdict === "same") return text("headlineSame", name, title, Numbers.size(Math.max(Math.abs(low), Math.abs(high)), metric));
    if (verdict === "notShown") return text("headlineNone", name, title, Numbers.size(Math.abs(low), metric), Numbers.size(high, metric));
    return text(difference.mean < 0 ? "headlineLower" : "headlineHigher", name, title, Numbers.size(difference.mean, metric), Numbers.value(difference.variant, metric), Numbers.value(difference.base, metric));
  },

  worse(judged) {
    const worse = judged.filter(({ figure, verdict }) => figure.better && verdict === (figure.better === "lower" ? "clearHigher" : "clearLower"));
    if (!worse.length) {
      const unsettled = judged.filter(({ figure, metric, difference: { mean, half, base }, verdict }) => figure.better && verdict === "notShown"
        && (figure.better === "lower" ? mean + half : half - mean) > Results.matters(metric, base));
      return unsettled.length ? text("worseUnsettled", unsettled[0].difference.count, unsettled.map(({ figure }) => figure.title[state.language]).join("; ")) : text("worseNone");
    }
    return worse.map(({ figure, metric, difference }) => text("worse", figure.title[state.language], Numbers.value(difference.base, metric), Numbers.value(difference.variant, metric))).join(" ");
  },

  parts(variant, problems, open) {
    const parts = [];
    if (problems.length) parts.push(el("div", { class: "advice" }, ...problems.map(problem => el("p", {}, problem))));
    parts.push(...Results.diagnostics(variant, open));
    const hasRuns = Results.runs(variant).length > 0 && !Engine.isBase(variant);
    parts.push(el("p", { class: "headline" }, Results.headline(variant)));
    const tag = variant.stale && hasRuns ? text("stale") : !hasRuns ? "" : Results.isOver(variant) ? text("finishedShort", variant.runs.length) : text("first", variant.runs.length, state.until);
    parts.push(el("p", { class: "provisional note" }, tag));
    parts.push(Results.tiles(variant, hasRuns));
    if (hasRuns && Results.isOver(variant)) parts.push(el("h3", {}, text("worseTitle")), el("p", {}, Results.worse(Results.judged(variant))));
    parts.push(...Ensemble.parts(variant, open));
    parts.push(Results.chart(variant, open), el("p", { class: "note" }, text(Ensemble.has ? "setsSure" : "sure")), Results.table(hasRuns ? variant : null, open));
    if (variant.answer?.digest) parts.push(el("p", { class: "note" }, text("hash", variant.answer.digest.slice(0, 12), data.scenario.seed)));
    return parts;
  },

  diagnostics(variant, open) {
    const found = variant.answer?.diagnostics ?? [];
    if (!found.length) return [];
    const isBad = !variant.answer.digest;
    const list = (...parts) => isBad ? el("div", { class: "error-list" }, el("p", {}, el("strong", {}, text("errors"))), ...parts)
      : el("details", { class: "advice", id: "advice", open: open.has("advice") }, el("summary", {}, text("advice", found.length)), ...parts);
    return [list(
      el("ul", {}, ...found.map(one => {
        // In the words of `caseload validate`, which are English.
        const words = one.code === "sector" ? text("isSector")
          : variant.file ? one.message : one.message.replace(/^\S+: (error|warning): /, "");
        const lever = document.getElementById("lever-" + one.key.replaceAll(".", "-"));
        return el("li", {}, el("span", { lang: "en" }, words + " "),
          lever && one.severity === "error" ? el("a", { href: "#", onclick: event => { event.preventDefault(); lever.closest("details").open = true; lever.focus(); } }, text("toField")) : null);
      })))];
  },

  tiles(variant, hasRuns) {
    const judged = hasRuns ? Results.judged(variant) : data.keyFigures.map(figure => ({ figure, metric: metricOf(figure.metrics[0]),
      base: figure.metrics.reduce((sum, id) => sum + Statistics.estimate(Base.pairs(Results.index(id))).mean, 0) }));
    return el("ul", { class: "tiles" }, ...judged.map(({ figure, metric, difference, verdict, base }) => {
      const more = [];
      if (difference) {
        more.push(text("baseIs", Numbers.value(difference.base, metric)));
        // No interval before five replications, and no words before the end.
        if (difference.count >= 5) more.push(text("differenceIs", Numbers.signed(difference.mean - difference.half, metric), Numbers.signed(difference.mean + difference.half, metric)));
        more.push(verdict ? text(verdict) : text("soFar"));
      }
      return el("li", {}, el("span", { class: "name" }, figure.title[state.language]),
        el("span", { class: "value" }, Numbers.value(difference ? difference.variant : base, metric)),
        ...more.map(words => el("span", { class: "more" }, words)));
    }));
  },

  courses() {
    const index = Results.index(state.metric);
    const courses = [{ place: 0, label: text("base"), points: Base.course(metricOf(state.metric)) }];
    state.variants.forEach(variant => {
      const runs = Results.runs(variant);
      if (!runs.length || Engine.isBase(variant)) return;
      const points = Outcomes.course(runs, index, variant.groupCount ?? Results.groupsOf(variant));
      courses.push({ place: letters.indexOf(variant.letter) + 1, label: text("variant", variant.letter), points: runs.length < 5 ? points.map(p => ({ ...p, half: NaN })) : points });
    });
    return courses;
  },

  chart(variant, open) {
    const metric = metricOf(state.metric), courses = Results.courses();
    const title = text("courseTitle", metric.title[state.language]);
    const finding = courses.map(({ label, points }) => text("courseFinding", label, Numbers.value(points[0].mean, metric), Numbers.value(points.at(-1).mean, metric))).join(" ");
    Chart.width = Math.max(288, Math.min(692, document.getElementById("explorer-answer").clientWidth || 640));
    const svg = Chart.draw(courses, metric, title, finding);
    const key = el("ul", { class: "key" }, ...courses.map(({ place, label }) => el("li", {}, el("svg:svg", { width: 34, height: 12, "aria-hidden": "true", class: "swatch" }, el("svg:line", { x1: 0, x2: 34, y1: 6, y2: 6, class: "course-line s" + place })), label)));
    const select = el("select", { id: "chosen-metric", onchange: event => { state.metric = event.target.value; App.remember(false); App.drawOutcome(true); } },
      ...data.sections.map(section => el("optgroup", { label: section.title[state.language] }, ...data.metrics.filter(m => m.section === section.id && m.course !== null)
        .map(m => el("option", { value: m.id, selected: m.id === state.metric }, m.title[state.language])))));
    const days = courses.reduce((a, b) => a.points.length >= b.points.length ? a : b).points.map(p => p.day);
    const month = day => new Date((day - 1) * 864e5).toISOString().slice(0, 7);
    return el("figure", { class: "live" }, el("div", { class: "chooser" }, el("label", { for: "chosen-metric" }, text("chooseMetric")), select),
      el("h3", {}, title), el("p", { class: "subtitle" }, text("courseSubtitle", metric.unit[state.language])), key, svg,
      el("figcaption", {}, finding + " " + metric.explanation[state.language]),
      el("details", { id: "course-figures", open: open.has("course-figures") }, el("summary", {}, text("chartFigures")),
        el("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": title }, el("table", {}, el("caption", {}, title),
          el("thead", {}, el("tr", {}, el("th", { scope: "col" }, text("month")), ...courses.map(c => el("th", { scope: "col", class: "figure" }, c.label)))),
          el("tbody", {}, ...days.map((day, k) => el("tr", {}, el("th", { scope: "row" }, month(day)),
            ...courses.map(c => el("td", { class: "figure" }, c.points[k] ? Numbers.value(c.points[k].mean, metric) : "–")))))))));
  },

  rows(variant) {
    return data.metrics.map((metric, index) => {
      const base = Statistics.estimate(Base.pairs(index));
      return { metric, base, difference: variant ? Results.difference(variant, [metric.id], 0) : null };
    });
  },

  table(variant, open) {
    const body = [];
    // The long table is filled when it is opened.
    const fill = holder => {
      const columns = [text("figure"), text("base"), ...(variant ? [text("variant", variant.letter), text("difference"), text("margin")] : [text("margin")])];
      const table = el("table", { id: "explorer-table" }, el("caption", {}, text("tableCaption")), el("thead", {}, el("tr", {}, ...columns.map((name, i) => el("th", { scope: "col", class: i ? "figure" : false }, name)))));
      for (const section of data.sections) {
        table.append(el("tbody", {}, el("tr", { class: "section" }, el("th", { scope: "rowgroup", colspan: columns.length }, section.title[state.language])),
          ...Results.rows(variant).filter(row => row.metric.section === section.id).map(({ metric, base, difference }) => el("tr", {},
            el("th", { scope: "row" }, metric.title[state.language]),
            ...(difference ? [Numbers.value(difference.base, metric), Numbers.value(difference.variant, metric), Numbers.signed(difference.mean, metric),
              difference.count < 5 ? "–" : Numbers.signed(difference.mean - difference.half, metric) + " " + text("to") + " " + Numbers.signed(difference.mean + difference.half, metric)]
              : [Numbers.value(base.mean, metric), Numbers.value(base.mean - base.half, metric) + " " + text("to") + " " + Numbers.value(base.mean + base.half, metric)])
              .map(words => el("td", { class: "figure" }, words))))));
      }
      holder.replaceChildren(table);
    };
    const holder = el("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": text("tableCaption") });
    const isOpen = open.has("all-figures");
    if (isOpen) fill(holder);
    return el("details", { id: "all-figures", open: isOpen, ontoggle: event => { if (event.target.open && !holder.firstChild) fill(holder); } }, el("summary", {}, text("tableCaption")), holder);
  },
};
