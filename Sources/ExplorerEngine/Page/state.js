"use strict";
// What the reader has chosen, and its form in the address of the page.
let data, baseScenario, state;
const letters = ["A", "B", "C"];

// The data of the page lies packed in it.
async function unpack() {
  const packed = Uint8Array.from(atob(document.getElementById("explorer-data").textContent.trim()), c => c.charCodeAt(0));
  data = await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
  baseScenario = JSON.parse(data.scenario.json);
  state = {
    language: data.language, metric: data.metric, until: data.base.replications, automatic: true, paused: false,
    variants: [], current: 0,
  };
  Base = unpackBase();
}

function newVariant(from) {
  const letter = letters.find(letter => !state.variants.some(variant => variant.letter === letter));
  return { letter, name: "", settings: { ...(from?.settings ?? {}) }, file: from?.file ?? null, campaign: from?.campaign ?? null,
    runs: [], stale: false, key: "", answer: null };
}

function text(key, ...values) {
  return data.texts[key][state.language].replace(/\{(\d)\}/g, (_, place) => values[place]);
}

// A small tree builder: texts never become markup.
function el(tag, attributes = {}, ...children) {
  const node = tag.startsWith("svg:") ? document.createElementNS("http://www.w3.org/2000/svg", tag.slice(4)) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.filter(child => child !== null && child !== undefined));
  return node;
}

const metricOf = id => data.metrics.find(metric => metric.id === id);

// The value at a key path of a scenario; elements of lists stand under their name.
function valueAt(scenario, path) {
  return path.split(".").reduce((value, key) => Array.isArray(value)
    ? value.find(element => Object.values(element)[0] === key) : value?.[key], scenario);
}

// The value of a lever: what the variant sets, else what its file has.
function leverValue(variant, key) {
  if (variant && key in variant.settings) return variant.settings[key];
  const scenario = variant?.answer?.resolved && variant.file ? JSON.parse(variant.answer.resolved) : baseScenario;
  return valueAt(scenario, key);
}

// Only differences from the base stand in the address.
function link() {
  const parts = ["v=1", "b=" + data.scenario.name + "." + data.scenario.digest.slice(0, 8), "n=" + state.until,
    "m=" + state.metric, "l=" + state.language];
  for (const variant of state.variants) {
    const settings = Object.entries(variant.settings).map(([key, value]) => key + ":" + encodeURIComponent(value));
    if (variant.campaign) settings.push("campaign:" + Object.values(variant.campaign).map(encodeURIComponent).join(";"));
    if (settings.length) parts.push(variant.letter + "=" + settings.join(","));
  }
  return parts.join("&");
}

// Reads the address; every part is checked like a value that somebody typed, and what is wrong is told.
function readLink(fragment) {
  const problems = [];
  for (const part of fragment.replace(/^#/, "").split("&").filter(part => part)) {
    const [key, value = ""] = [part.slice(0, part.indexOf("=")), part.slice(part.indexOf("=") + 1)];
    if (key === "b") {
      if (value !== data.scenario.name + "." + data.scenario.digest.slice(0, 8)) problems.push(text("otherBase"));
    } else if (key === "n" && +value >= 2 && +value <= data.mostReplications) state.until = Math.round(+value);
    else if (key === "m" && metricOf(value)?.course >= 0) state.metric = value;
    else if (key === "l" && ["nl", "en"].includes(value)) state.language = value;
    else if (letters.includes(key)) {
      const variant = { ...newVariant(), letter: key };
      for (const setting of value.split(",")) {
        const at = setting.indexOf(":"), name = setting.slice(0, at);
        let typed;
        try { typed = decodeURIComponent(setting.slice(at + 1)); } catch { typed = undefined; }
        if (name === "campaign" && typed) {
          const [months, staff, followUp] = typed.split(";").map(Number);
          if ([months, staff, followUp].every(Number.isFinite)) variant.campaign = { months, staff, followUp };
        } else if (typed !== undefined && /^[A-Za-z0-9_.-]+$/.test(name) && valueAt(baseScenario, name) !== undefined) {
          const old = valueAt(baseScenario, name);
          variant.settings[name] = typeof old === "number" ? Number(typed) : typeof old === "boolean" ? typed === "true" : typed;
        } else problems.push(text("badLink", name || setting));
      }
      if (state.variants.length < 3) state.variants.push(variant);
    } else if (key !== "v") problems.push(text("badLink", part));
  }
  if (!state.variants.length) state.variants.push(newVariant());
  return problems;
}
