"use strict";
// The other end of the worker: which variants are to be read and run, and what came back.
const Engine = {
  worker: null, ready: false, id: 0, at: 0, timer: 0, running: false, lastTook: 0,

  start() {
    const source = document.getElementById("explorer-worker").textContent;
    const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    Engine.worker = new Worker(url);
    Engine.worker.onmessage = ({ data: message }) => Engine.receive(message);
    Engine.worker.onerror = event => App.fail(event.message || text("noEngine"));
    Engine.worker.postMessage({ kind: "start", engine: document.getElementById("explorer-engine").textContent.trim() });
    Engine.keep([{ path: "/base.json", content: data.scenario.json }, { path: "/" + data.scenario.file, content: data.scenario.json }]);
    Engine.worker.postMessage({ kind: "read", id: ++Engine.id, place: 0, path: "/base.json", overrides: [] });
  },

  keep(files) { Engine.worker.postMessage({ kind: "files", files }); },

  // What tells one variant's question from another.
  overrides(variant) {
    return Object.entries(variant.settings).map(([key, value]) => key + "=" + value);
  },
  key(variant) { return JSON.stringify([variant.file, variant.campaign, Engine.overrides(variant)]); },
  isBase(variant) { return !variant.file && !variant.campaign && !Object.keys(variant.settings).length; },

  // A campaign is an element of a list, so the variant becomes a file that extends the base.
  path(variant) {
    const top = variant.file ?? "/base.json";
    if (!variant.campaign) return top;
    const { months, staff, followUp } = variant.campaign;
    const start = new Date(Date.UTC(+baseScenario.time.start.slice(0, 4), +baseScenario.time.start.slice(5, 7) - 1 + baseScenario.time.warmUpMonths, 1));
    const path = "/variant-" + variant.letter + ".json";
    Engine.keep([{ path, content: JSON.stringify({
      extends: top.slice(1), name: data.scenario.name,
      interventions: { campaigns: [{ name: "clientInView", date: start.toISOString().slice(0, 10),
        durationDays: Math.round(months * 365 / 12), unseenDays: 182, externalFte: staff, followUpDays: Math.round(followUp * 365 / 12) }] },
    }) }]);
    return path;
  },

  // A new move: results are stale until the first new replication, and the old run stops.
  request() {
    if (!Engine.ready) return;
    for (const variant of state.variants) {
      const key = Engine.key(variant);
      if (key === variant.key) continue;
      variant.key = key;
      variant.previous = variant.runs.length ? variant.runs : variant.previous;
      variant.runs = [];
      variant.stale = true;
      variant.answer = null;
      variant.place = letters.indexOf(variant.letter) + 1;
      Engine.worker.postMessage({ kind: "read", id: ++Engine.id, place: variant.place, path: Engine.path(variant),
        overrides: Engine.overrides(variant) });
      variant.reading = Engine.id;
    }
    Engine.run();
  },

  run() {
    const jobs = state.variants.filter(v => v.answer?.digest && !Engine.isBase(v) && v.runs.length < state.until)
      .map(v => ({ place: v.place, next: v.runs.length }));
    // The page holds the first replications of the base; further ones are run here.
    if (state.until > data.base.replications + Base.extra.length) jobs.push({ place: 0, next: data.base.replications + Base.extra.length });
    if (!jobs.length) Ensemble.start();
    if (!jobs.length || state.paused) return;
    Engine.running = true;
    Engine.at = performance.now();
    Engine.worker.postMessage({ kind: "run", id: ++Engine.id, seed: data.scenario.seed, jobs, until: state.until });
    Engine.runId = Engine.id;
  },

  stop() { Engine.running = false; Engine.worker.postMessage({ kind: "stop", id: ++Engine.id }); },

  receive(message) {
    if (message.kind === "ready") {
      Engine.ready = true;
      window.caseloadReady = message.took;
      App.ready();
      Engine.request();
      if (Ensemble.has) App.drawOutcome(true);
    } else if (message.kind === "read") {
      const variant = state.variants.find(v => v.reading === message.id);
      if (!variant) return;
      variant.answer = message.answer;
      App.diagnosed(variant);
      Engine.run();
    } else if (message.kind === "outcome") {
      if (message.id !== Engine.runId && message.id !== Ensemble.id) return;
      if (message.outcome.failed) { App.fail(text("lawBroken")); return; }
      if (message.place === 0) { Base.extra.push(message.outcome); return; }
      const variant = state.variants.find(v => v.place === message.place);
      Engine.lastTook = message.took;
      variant.stale = false;
      variant.runs.push(message.outcome);
      App.arrived();
    } else if (message.kind === "done") {
      if (message.id !== Engine.runId) return;
      Engine.running = false;
      App.done(message.took);
    } else if (message.kind === "set") Ensemble.receive(message);
    else if (message.kind === "estimate") Ensemble.estimated(message);
    else if (message.kind === "diary") Diary.receive(message);
    else if (message.kind === "failed") App.fail(message.message);
  },
};

// The results of the base as the program found them, for all clients.
let Base;
function unpackBase() {
  const floats = (encoded, type) => new type(Uint8Array.from(atob(encoded), c => c.charCodeAt(0)).buffer);
  const values = floats(data.base.values, Float64Array), weights = floats(data.base.weights, Float64Array);
  const series = floats(data.base.series, Float32Array), count = data.metrics.length, months = data.base.days.length;
  const charted = series.length / 2 / months;
  const extra = [], groups = data.base.groups.length;
  return {
    extra,
    pairs: index => [...Array(data.base.replications).keys()].map(r => [values[r * count + index], weights[r * count + index]])
      .concat(Outcomes.pairs(extra, index, groups)),
    course: metric => data.base.days.map((day, k) => ({ day, mean: series[2 * (k * charted + metric.course)], half: series[2 * (k * charted + metric.course) + 1] })),
    months,
  };
}

// The same of a variant.
const Outcomes = {
  pairs(runs, index, groups) { return runs.map(run => [run.values[index * groups], run.weights[index * groups]]); },
  course(runs, index, groups) {
    const width = runs[0].values.length;
    return [...runs[0].days].map((day, k) => {
      const { mean, half } = Statistics.estimate(runs.map(run =>
        [run.series[k * width + index * groups], run.seriesWeights[k * width + index * groups]]));
      return { day, mean, half };
    });
  },
};
