"use strict";
// The thread that runs the model: it holds the engine, and lets a newer request take over after the replication at work.
let engine, memory, request = 0, starting = Promise.resolve();
const decoder = new TextDecoder(), encoder = new TextEncoder();

function put(bytes) {
  const place = engine.caseload_allocate(bytes.length);
  new Uint8Array(memory.buffer, place, bytes.length).set(bytes);
  return place;
}

function withBytes(texts, body) {
  const parts = texts.map(text => typeof text === "string" ? encoder.encode(text) : text);
  const places = parts.map(put);
  const result = body(places.flatMap((place, i) => [place, parts[i].length]));
  places.forEach(place => engine.caseload_release(place));
  return result;
}

// The bytes are copied, because the engine's memory may move when it grows.
function text(length) { return decoder.decode(new Uint8Array(memory.buffer, engine.caseload_text(), length).slice()); }

// Text of 91 characters that a page may hold, two of which stand for 13 or 14 bits: a twelfth shorter than base64.
// Algorithm: basE91, Joachim Henke 2006, in characters that end no script: all that can be seen but < - and \\.
function bytesOf(text) {
  const places = new Uint8Array(128);
  for (let code = 33, place = 0; code < 127; code++) if (!"<-\\".includes(String.fromCharCode(code))) places[code] = place++;
  const bytes = new Uint8Array(Math.ceil(text.length * 7 / 8));
  let bits = 0, count = 0, to = 0;
  for (let at = 0; at + 1 < text.length; at += 2) {
    const pair = places[text.charCodeAt(at)] + 91 * places[text.charCodeAt(at + 1)];
    bits |= pair << count;
    count += (pair & 8191) > 88 ? 13 : 14;
    for (; count > 7; count -= 8, bits >>>= 8) bytes[to++] = bits;
  }
  if (count) bytes[to++] = bits;
  return bytes.subarray(0, to);
}

// The bytes hold the length of the unpacker, the unpacker, and the module as it packs.
async function unpack(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), length = view.getUint32(0, true);
  const { instance } = await WebAssembly.instantiate(bytes.subarray(4, 4 + length), {});
  const { memory, unpack, __heap_base: base } = instance.exports;
  // Of the stream, the size of what it holds stands in bytes 5 to 12.
  const packed = bytes.subarray(4 + length), size = view.getUint32(4 + length + 5, true);
  const from = base.value, to = from + packed.length;
  memory.grow(Math.max(0, Math.ceil((to + size - memory.buffer.byteLength) / 65536)));
  new Uint8Array(memory.buffer).set(packed, from);
  if (unpack(from, packed.length, to) !== size) throw new Error("the engine is damaged");
  return new Uint8Array(memory.buffer, to, size);
}

async function start(text) {
  const began = performance.now();
  const host = { parseNumber: (place, n) => Number(decoder.decode(new Uint8Array(memory.buffer, place, n).slice())) };
  const { instance } = await WebAssembly.instantiate(await unpack(bytesOf(text)), { host });
  engine = instance.exports;
  memory = engine.memory;
  return performance.now() - began;
}

function read({ place, path, overrides }) {
  const length = withBytes([path, overrides.join("\n")], given => engine.caseload_read(place, ...given));
  const diagnostics = text(length).split("\n").filter(line => line).map(line => {
    const [severity, code, key, message] = line.split("\t");
    return { severity, code, key, message };
  });
  if (!engine.caseload_hasScenario(place)) return { diagnostics };
  const [digest, seed, replications, clients, months, groups, ...metrics] =
    text(engine.caseload_describe(place)).split("\n");
  return {
    diagnostics, digest, seed, replications: +replications, clients: +clients, months: +months,
    groups: groups.split("\t"), metrics: metrics.filter(id => id), resolved: text(engine.caseload_resolved(place)),
  };
}

function run(place, seed, replication) {
  const whole = BigInt(seed);
  const count = engine.caseload_run(place, Number(whole >> 32n), Number(whole & 0xffffffffn), replication);
  if (count < 0) return { failed: count };
  const head = new Float64Array(memory.buffer, engine.caseload_numbers(), 3);
  const months = head[0], events = head[1];
  const all = new Float64Array(memory.buffer, engine.caseload_numbers(), 3 + months + 2 * count * (1 + months)).slice(3);
  const parts = [months, count, count, count * months, count * months];
  let from = 0;
  const [days, values, weights, series, seriesWeights] = parts.map(size => all.slice(from, from += size));
  return { replication, days, values, weights, series, seriesWeights, events };
}

// A replication is run once for all that may be looked for in it, and once more for the diary itself.
let found = { of: "" };
function follow({ place, seed, replication, example, client, language }) {
  const whole = BigInt(seed), about = [place, Number(whole >> 32n), Number(whole & 0xffffffffn), replication];
  if (example) {
    const key = about.join();
    if (found.of !== key) {
      const length = engine.caseload_find(...about);
      if (length < 0) return { failed: length };
      found = { of: key, clients: new Map(text(length).split("\n").map(line => line.split("\t")).map(([id, number]) => [id, +number])) };
    }
    client = found.clients.get(example);
    if (!client) return { client: 0, rows: [] };
  }
  const length = engine.caseload_diary(...about, client, language === "nl" ? 0 : 1);
  if (length < 0) return { failed: length };
  const [last, ...lines] = text(length).split("\n");
  const rows = lines.filter(line => line).map(line => {
    const [[moment], happened, because, moved] = line.split("\u001f").map(part => part ? part.split("\u001e") : []);
    return { moment, happened, because, moved };
  });
  return { client, last: +last, rows };
}

// The replications of a variant with the values of every set, so that they can be compared with those of the base.
async function runSets({ id, path, overrides, changes, from, seed, replications, indices }) {
  for (let set = from; set < changes.length; set++) {
    const answer = read({ place: 9, path, overrides: [...overrides, ...changes[set]] });
    if (!answer.digest) {
      postMessage({ id, kind: "set", set, failed: answer.diagnostics.filter(one => one.severity === "error").map(one => one.message).join(" ") });
      return;
    }
    const runs = [], count = answer.groups.length;
    for (let replication = 0; replication < replications; replication++) {
      await breathe();
      if (request !== id) return;
      const outcome = run(9, seed, replication);
      if (outcome.failed) { postMessage({ id, kind: "outcome", outcome }); return; }
      runs.push({ values: indices.map(index => outcome.values[index * count]), weights: indices.map(index => outcome.weights[index * count]) });
    }
    postMessage({ id, kind: "set", set, runs });
  }
}

// A figure over the sets (rows) and replications (columns), with both kinds of uncertainty.
// Algorithm: two-way layout with random effects, Searle, Casella and McCulloch 1992, chapter 4; degrees of freedom of
// Satterthwaite 1946, doi:10.2307/3002019. The whole counts the parameters one standard error above their estimate, at most
// as the sets' means are, because the estimate is 0 where few replications blur the sets.
function estimate({ rows: given, bounds }) {
  const columns = given[0].map((_, r) => r).filter(r => given.every(row => Number.isFinite(row[r])));
  const rows = given.map(row => columns.map(r => row[r])), sets = rows.length, n = columns.length;
  const sum = values => values.reduce((a, b) => a + b, 0), square = value => value * value;
  const setMeans = rows.map(row => sum(row) / n), mean = sum(setMeans) / sets;
  const found = { mean, lowest: Math.min(...setMeans), highest: Math.max(...setMeans),
    above: setMeans.filter(value => value > 0).length, below: setMeans.filter(value => value < 0).length };
  if (sets < 2 || n < 2) return { ...found, low: NaN, high: NaN, chance: NaN, parameters: NaN, isBlurred: false };
  const columnMeans = columns.map((_, r) => sum(rows.map(row => row[r])) / sets);
  const left = sum(rows.map((row, set) => sum(row.map((value, r) => square(value - setMeans[set] - columnMeans[r] + mean)))));
  const ofSets = sum(setMeans.map(value => square(value - mean))) / (sets - 1);
  const chance = sum(columnMeans.map(value => square(value - mean))) / (n - 1) / n;
  const noise = left / ((sets - 1) * (n - 1)) / n, parameters = Math.max(0, ofSets - noise);
  const error = Math.sqrt(2 * ofSets * ofSets / (sets - 1) + 2 * noise * noise / ((sets - 1) * (n - 1)));
  const spread = Math.min(ofSets, parameters + error) * (1 + 1 / sets), total = spread + chance;
  const freedom = total > 0 ? total * total / (spread * spread / (sets - 1) + chance * chance / (n - 1)) : sets - 1;
  const half = (variance, freedom) => engine.caseload_quantile(freedom) * Math.sqrt(variance);
  const parts = { chance: half(chance, n - 1), parameters: half(parameters * (1 + 1 / sets), sets - 1),
    isBlurred: ofSets > 0 && noise / ofSets >= 0.5 };
  // With few replications the degrees of freedom make the whole narrower than a part, so it is as wide as each at least.
  const all = Math.max(half(total, freedom), parts.chance, parts.parameters);
  return { ...found, low: Math.max(mean - all, bounds?.[0] ?? -Infinity), high: Math.min(mean + all, bounds?.[1] ?? Infinity), ...parts };
}

// Lets a newer request come in.
function breathe() { return new Promise(done => { const channel = new MessageChannel(); channel.port1.onmessage = done; channel.port2.postMessage(0); }); }

// Replications go round the variants in turn, the one with the fewest first.
async function runAll({ id, seed, jobs, until }) {
  const began = performance.now();
  while (request === id) {
    const job = jobs.filter(job => job.next < until).sort((a, b) => a.next - b.next)[0];
    if (!job) break;
    const at = performance.now();
    const outcome = run(job.place, seed, job.next++);
    postMessage({ id, kind: "outcome", place: job.place, outcome, took: performance.now() - at });
    if (outcome.failed) return;
    await breathe();
  }
  if (request === id) postMessage({ id, kind: "done", took: performance.now() - began });
}

onmessage = async ({ data }) => {
  try {
    // Requests that come while the engine starts wait for it, in their order.
    if (data.kind === "start") starting = start(data.engine).then(took => postMessage({ kind: "ready", took }));
    await starting;
    switch (data.kind) {
    case "files":
      for (const { path, content } of data.files) withBytes([path, content], given => engine.caseload_keepFile(...given));
      break;
    case "sets": request = data.id; await runSets(data); break;
    case "estimate": postMessage({ id: data.id, kind: "estimate", key: data.key, estimates: data.figures.map(estimate) }); break;
    case "diary": postMessage({ id: data.id, kind: "diary", answer: follow(data) }); break;
    case "read": found = { of: "" }; postMessage({ id: data.id, kind: "read", place: data.place, answer: read(data) }); break;
    case "run": request = data.id; await runAll(data); break;
    case "stop": request = data.id; break;
    }
  } catch (error) {
    postMessage({ id: data.id, kind: "failed", message: String(error) });
  }
};
