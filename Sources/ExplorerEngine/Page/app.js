"use strict";
// The page itself: what is shown when, and what the reader's moves do.
const App = {
  root: document.getElementById("explorer"), problems: [], spoken: 0, drawn: 0, frame: 0, failed: "",

  async start() {
    // A browser that lacks what the page needs keeps the report; so the page says nothing before it is unpacked.
    if (typeof WebAssembly !== "object" || typeof Worker !== "function" || typeof DecompressionStream !== "function") return;
    await unpack();
    App.root.hidden = false;
    document.body.classList.add("explorer");
    App.problems = readLink(location.hash);
    App.drawAll();
    addEventListener("hashchange", () => { if (location.hash.slice(1) !== link()) { state.variants = []; App.problems = readLink(location.hash); App.drawAll(); Engine.request(); } });
    addEventListener("resize", () => App.drawOutcome());
    addEventListener("dragover", event => event.preventDefault());
    addEventListener("drop", event => { event.preventDefault(); Files.take([...event.dataTransfer.files]); });
    // The engine starts after the first picture of the page.
    requestAnimationFrame(() => setTimeout(() => { try { Engine.start(); } catch (error) { App.fail(text("noEngine")); } }));
  },

  variant() { return state.variants[state.current]; },
  say(words, always) {
    const status = document.getElementById("explorer-status");
    if (!status || (!always && performance.now() - App.spoken < 5000)) return;
    App.spoken = performance.now();
    status.textContent = words;
  },
  fail(message) { App.failed = message; const place = document.getElementById("explorer-failure"); if (place) { place.textContent = message; place.hidden = false; } },

  drawAll() {
    document.documentElement.lang = state.language;
    App.root.replaceChildren(
      el("div", { class: "bar" },
        el("h2", { id: "explorer-title" }, text("title")),
        el("div", { class: "languages", role: "group", "aria-label": text("language") },
          ...[["nl", "Nederlands"], ["en", "English"]].map(([code, name]) => el("button", { type: "button", lang: code, "aria-pressed": String(state.language === code),
            onclick: () => { state.language = code; App.remember(false); App.drawAll(); } }, name)))),
      el("p", { class: "note" }, text("privacy")),
      el("p", { id: "explorer-failure", class: "error", role: "alert", hidden: !App.failed }, App.failed),
      el("div", { class: "columns" }, el("div", { id: "explorer-levers", class: "levers", role: "group", "aria-label": text("levers") }),
        el("div", { id: "explorer-outcome", class: "outcome" })));
    App.drawLevers();
    App.drawFrame();
    App.drawOutcome(true);
    Diary.redraw();
  },

  drawTabs() {
    return el("div", { class: "tabs" },
      ...state.variants.map((variant, i) => el("button", { type: "button", id: "tab-" + variant.letter, "aria-pressed": String(i === state.current),
        onclick: () => { state.current = i; App.drawLevers("tab-" + variant.letter); App.drawOutcome(true); Ensemble.start(); } }, text("variant", variant.letter))),
      state.variants.length < 3 ? el("button", { type: "button", id: "tab-new", onclick: () => {
        state.variants.push(newVariant(App.variant()));
        state.current = state.variants.length - 1;
        App.remember(true); Engine.request(); App.drawLevers("tab-" + App.variant().letter); App.drawOutcome(true);
      } }, text("newVariant")) : null,
      state.variants.length > 1 ? el("button", { type: "button", onclick: () => {
        state.variants.splice(state.current, 1);
        state.current = Math.max(0, state.current - 1);
        App.remember(true); App.drawLevers("tab-" + App.variant().letter); App.drawOutcome(true);
      } }, text("removeVariant", App.variant().letter)) : null);
  },

  drawLevers(focused) {
    const variant = App.variant(), panel = document.getElementById("explorer-levers");
    const open = new Set([...panel.querySelectorAll("details[open]")].map(group => group.id));
    const group = ({ id, title }, i) => {
      const levers = data.levers.filter(lever => lever.group === id).map(lever => Levers.draw(lever, variant));
      if (id === "often") levers.push(Levers.drawPreset(variant), Levers.drawCampaign(variant));
      if (!levers.length) return null;
      return el("details", { id: "group-" + id, open: open.size ? open.has("group-" + id) : i === 0 }, el("summary", {}, title[state.language]), ...levers);
    };
    panel.replaceChildren(App.drawTabs(),
      variant.file ? el("p", { class: "note" }, text("fromFile", variant.file.slice(1))) : "",
      ...data.leverGroups.map(group).filter(part => part),
      el("button", { type: "button", id: "reset-all", onclick: () => {
        Object.assign(variant, { settings: {}, campaign: null, file: null });
        App.moved(); App.drawLevers("reset-all");
      } }, text("resetAll", variant.letter)));
    if (focused) document.getElementById(focused)?.focus();
  },

  moving() { for (const part of document.querySelectorAll(".provisional")) part.textContent = text("stale"); },
  moved() {
    App.remember(false);
    if (state.automatic) Engine.request();
    App.drawOutcome(true);
  },
  remember(isStep) { history[isStep ? "pushState" : "replaceState"](null, "", "#" + link()); },
  ready() { App.say(text("engineReady"), true); },

  diagnosed(variant) {
    if (variant === App.variant()) App.drawOutcome(true);
    if (!variant.answer.digest) App.say(text("notAllowed"), true);
  },

  arrived() {
    const n = Math.min(...state.variants.filter(v => v.runs.length).map(v => v.runs.length));
    App.say(text("first", n, state.until));
    // At most four pictures a second.
    if (App.frame) return;
    App.frame = setTimeout(() => { App.frame = 0; App.drawOutcome(); }, Math.max(0, 250 - (performance.now() - App.drawn)));
  },
  done(took) {
    App.remember(true);
    App.drawOutcome(true);
    App.say(text("finished", state.until, Numbers.fixed(took / 1000, 1)) + " " + Results.headline(App.variant()), true);
    window.caseloadDone = (window.caseloadDone ?? 0) + 1;
    Ensemble.start();
  },

  // What stays while results change: the controls around them.
  drawFrame() {
    const button = (id, key, action) => el("button", { type: "button", id, onclick: action }, text(key));
    document.getElementById("explorer-outcome").replaceChildren(
      el("div", { id: "explorer-answer" }),
      el("div", { class: "actions" },
        el("label", { class: "switch" }, el("input", { type: "checkbox", role: "switch", checked: state.automatic, onchange: event => { state.automatic = event.target.checked; if (state.automatic) Engine.request(); } }), el("span", {}, text("automatic"))),
        button("run-now", "runNow", () => Engine.request()),
        button("pause", "pause", event => {
          state.paused = !state.paused;
          event.target.textContent = text(state.paused ? "goOn" : "pause");
          if (state.paused) Engine.stop(); else Engine.run();
        }),
        button("more-replications", "moreReplications", () => { state.until = Math.min(data.mostReplications, state.until + 70); App.remember(false); App.drawOutcome(true); Engine.run(); })),
      el("p", { role: "status", id: "explorer-status", class: "note" }, text(Engine.ready ? "engineReady" : "starting")),
      el("div", { class: "actions" },
        button("save-scenario", "saveScenario", () => Files.saveScenario()),
        el("label", { class: "file", for: "open-scenario" }, text("openScenario"),
          el("input", { type: "file", id: "open-scenario", accept: ".json,application/json", multiple: true, onchange: event => Files.take([...event.target.files]) })),
        button("copy-link", "copyLink", () => Files.copyLink()),
        button("save-csv", "saveCsv", () => Files.saveTable()),
        button("save-svg", "saveSvg", () => Files.saveChart()), button("save-png", "savePng", () => Files.savePicture())),
      Diary.draw());
  },

  drawOutcome(always) {
    App.drawn = performance.now();
    const place = document.getElementById("explorer-answer");
    if (!place) return;
    // A reader who has focus inside the answer keeps the place.
    const focused = place.contains(document.activeElement) ? document.activeElement.id : "";
    const open = new Set([...place.querySelectorAll("details[open]")].map(part => part.id));
    place.replaceChildren(...Results.parts(App.variant(), App.problems, open));
    if (focused) document.getElementById(focused)?.focus();
    Diary.refresh();
  },
};
