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

async function start(bytes) {
  const began = performance.now();
  const host = { parseNumber: (place, n) => Number(decoder.decode(new Uint8Array(memory.buffer, place, n).slice())) };
  const { instance } = await WebAssembly.instantiate(await unpack(new Uint8Array(bytes)), { host });
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
    // Lets a newer request come in.
    await new Promise(done => { const channel = new MessageChannel(); channel.port1.onmessage = done; channel.port2.postMessage(0); });
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
    case "diary": postMessage({ id: data.id, kind: "diary", answer: follow(data) }); break;
    case "read": found = { of: "" }; postMessage({ id: data.id, kind: "read", place: data.place, answer: read(data) }); break;
    case "run": request = data.id; await runAll(data); break;
    case "stop": request = data.id; break;
    }
  } catch (error) {
    postMessage({ id: data.id, kind: "failed", message: String(error) });
  }
};
