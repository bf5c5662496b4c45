"use strict";
// What the figures of a fit do not determine: base and variants over the sets of an ensemble.
const Ensemble = {
  runs: null, id: 0, variant: null, estimates: new Map(), asked: new Map(),

  get has() { return data.ensemble !== null; },
  sets() { return data.ensemble.changes.length; },

  // The base over the sets, as the program found it: by set and replication, the values and denominators of each figure.
  ofBase() {
    if (Ensemble.runs) return Ensemble.runs;
    const { values, weights, replications, metrics } = data.ensemble, width = metrics.length;
    const [all, others] = [values, weights].map(encoded => new Float64Array(Uint8Array.from(atob(encoded), c => c.charCodeAt(0)).buffer));
    const part = (from, set, r) => from.slice((set * replications + r) * width, (set * replications + r + 1) * width);
    return Ensemble.runs = [...Array(Ensemble.sets()).keys()].map(set => [...Array(replications).keys()].map(r =>
      ({ values: part(all, set, r), weights: part(others, set, r) })));
  },

  // The changes of a set for a variant: a key that the variant moves is moved on by as much as the set moves the base,
  // a share in log odds; as `caseload compare --ensemble` does. `null` when that cannot be told.
  changes(variant, set) {
    const own = JSON.parse(variant.answer.resolved), lines = [];
    for (const line of data.ensemble.changes[set]) {
      const key = line.slice(0, line.lastIndexOf("=")), present = valueAt(own, key), base = valueAt(baseScenario, key);
      const index = data.ensemble.keys.findIndex(one => one.key === key);
      if (present === base) lines.push(line);
      else if (index < 0 || present === undefined) return null;
      else lines.push(key + "=" + Ensemble.moved(data.ensemble.keys[index], present, data.ensemble.sets[set][index]));
    }
    return lines;
  },

  moved({ reference, isFlag, isWhole, isShare, low, high }, present, set) {
    let value = set;
    if (isFlag) return String(set >= 0.5);
    if (present !== reference) {
      if (!isShare) value = reference === 0 ? present : present * set / reference;
      else if ([present, reference, set].every(share => share > 0 && share < 1)) {
        const odds = present / (1 - present) * (set / (1 - set)) / (reference / (1 - reference));
        value = odds / (1 + odds);
      } else if (present === 0 || present === 1) value = present;
    }
    if (isWhole) value = Math.sign(value) * Math.round(Math.abs(value));
    if (high !== null && value > high) value = high;
    if (low !== null && value < low) value = low;
    return String(value);
  },

  // Runs the sets of a variant when nothing else is at work.
  start() {
    const variant = App.variant();
    if (!Ensemble.has || !Engine.ready || Engine.running || state.paused || !state.automatic) return;
    if (Engine.isBase(variant) || !variant.answer?.digest || !Results.isOver(variant)) return;
    if (variant.sets?.key !== variant.key) variant.sets = { key: variant.key, runs: [], failed: "" };
    const from = variant.sets.runs.length;
    if (from === Ensemble.sets() || variant.sets.failed) return;
    const changes = data.ensemble.changes.map((_, set) => Ensemble.changes(variant, set));
    if (changes.includes(null)) { variant.sets.failed = text("setsCannot"); App.drawOutcome(true); return; }
    Ensemble.variant = variant;
    Ensemble.id = ++Engine.id;
    Engine.worker.postMessage({ kind: "sets", id: Ensemble.id, from, path: Engine.path(variant), overrides: Engine.overrides(variant), changes,
      seed: data.scenario.seed, replications: data.ensemble.replications, indices: data.ensemble.metrics.map(id => Results.index(id)) });
  },

  receive({ id, set, runs, failed }) {
    const { variant } = Ensemble;
    if (id !== Ensemble.id || variant.sets?.key !== variant.key) return;
    if (failed) variant.sets.failed = text("setsFailed", set + 1, failed);
    else variant.sets.runs[set] = runs;
    App.drawOutcome(true);
    if (variant.sets.runs.length === Ensemble.sets()) App.say(text("setsDone", Ensemble.sets()), true);
  },

  // The key figures, and the one that is drawn.
  figures() {
    const chosen = metricOf(state.metric), key = data.keyFigures.map(({ title, metrics }) => ({ title, metrics }));
    return key.some(({ metrics }) => metrics.length === 1 && metrics[0] === chosen.id) ? key : [{ title: chosen.title, metrics: [chosen.id] }, ...key];
  },

  // What each set and replication adds to a figure.
  contributions(runs, ids) {
    return runs.map(replications => ids.map(id => {
      const place = data.ensemble.metrics.indexOf(id);
      return Statistics.ratio(replications.map(run => [run.values[place], run.weights[place]])).parts;
    }).reduce((a, b) => a.map((value, i) => value + b[i])));
  },

  // The estimates of all figures of a variant, or of the base; asked for once, and there when the engine has answered.
  estimatesOf(variant) {
    const key = [variant ? variant.key : "base", state.metric].join();
    if (Ensemble.estimates.has(key)) return Ensemble.estimates.get(key);
    if (!Engine.ready || Ensemble.asked.has(key)) return null;
    const base = Ensemble.ofBase();
    const figures = Ensemble.figures().map(({ metrics }) => {
      const own = Ensemble.contributions(variant ? variant.sets.runs : base, metrics);
      if (!variant) return { rows: own, bounds: metrics.length === 1 ? metricOf(metrics[0]).bounds : null };
      const theirs = Ensemble.contributions(base, metrics);
      return { rows: own.map((row, set) => row.map((value, r) => value - theirs[set][r])), bounds: null };
    });
    Ensemble.asked.set(key, true);
    Engine.worker.postMessage({ kind: "estimate", id: ++Engine.id, key, figures });
    return null;
  },
  estimated({ key, estimates }) {
    Ensemble.estimates.set(key, estimates);
    Ensemble.asked.delete(key);
    App.drawOutcome(true);
  },

  // In words and as a table.
  parts(variant, open) {
    if (!Ensemble.has) return [];
    const isBase = Engine.isBase(variant), count = Ensemble.sets(), { replications } = data.ensemble;
    const holder = (...parts) => [el("h3", { id: "sets-title" }, text("setsTitle")), el("p", {}, text("setsIntro", count, replications)), ...parts];
    if (!isBase) {
      const sets = variant.sets?.key === variant.key ? variant.sets : null;
      if (sets?.failed) return holder(el("p", { class: "error" }, sets.failed));
      if (!sets || sets.runs.length < count) return holder(el("p", { class: "note provisional" }, text("setsSoFar", sets?.runs.length ?? 0, count)));
    }
    const estimates = Ensemble.estimatesOf(isBase ? null : variant);
    if (!estimates) return holder(el("p", { class: "note" }, text("setsSoFar", count, count)));
    const figures = Ensemble.figures().map((figure, i) => ({ ...figure, metric: metricOf(figure.metrics[0]), estimate: estimates[i] }));
    // A size without its unit, which the other columns show.
    const bare = (value, metric) => Numbers.signed(Math.abs(value), metric).replace("+\u2060", "");
    const show = (value, metric) => isBase ? Numbers.value(value, metric) : Numbers.signed(value, metric);
    const span = (low, high, metric) => show(low, metric) + " " + text("to") + " " + show(high, metric);
    const agreeing = ({ estimate: { mean, above, below } }) => text(mean < 0 ? "setsLower" : "setsHigher", mean < 0 ? below : above, count);
    const chosen = figures.find(({ metrics }) => metrics.length === 1 && metrics[0] === state.metric) ?? figures[0];
    const { metric, estimate } = chosen;
    const unit = isBase || metric.isEuro ? "" : blank + metric.differenceUnit[state.language];
    const words = text(isBase ? "setsWordsBase" : "setsWords", chosen.title[state.language], show(estimate.low, metric), show(estimate.high, metric) + unit,
      Numbers.size(estimate.chance, metric), Numbers.size(estimate.parameters, metric), agreeing(chosen));
    const caption = text(isBase ? "setsCaptionBase" : "setsCaption", text("variant", variant.letter));
    const blurred = figures.filter(one => one.estimate.isBlurred).map(one => one.title[state.language]);
    const columns = ["figure", isBase ? "setsMean" : "difference", "setsTotal", "setsChance", "setsParameters", "setsRange"];
    return holder(el("p", {}, words), ...(blurred.length ? [el("p", { class: "note" }, text("setsBlurred", blurred.join("; "), replications))] : []), el("details", { id: "sets-figures", open: open.has("sets-figures") }, el("summary", {}, caption),
      el("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": caption }, el("table", { id: "sets-table" }, el("caption", {}, caption),
        el("thead", {}, el("tr", {}, ...columns.map((key, i) => el("th", { scope: "col", class: i ? "figure" : false }, text(key))))),
        el("tbody", {}, ...figures.map(one => el("tr", {}, el("th", { scope: "row" }, one.title[state.language], ...(isBase || one.metric.isEuro ? [] : [el("span", { class: "sub" }, one.metric.differenceUnit[state.language])])),
          ...[show(one.estimate.mean, one.metric), span(one.estimate.low, one.estimate.high, one.metric), bare(one.estimate.chance, one.metric),
            bare(one.estimate.parameters, one.metric), isBase ? span(one.estimate.lowest, one.estimate.highest, one.metric) : agreeing(one)]
            .map(words => el("td", { class: "figure" }, words)))))))));
  },
};
