// Runs replication 0 of scenarios in the engine of the explorer, through the very script of its worker, and compares
// the hash, every value and the diary of a client with what the command line found: node compare.mjs ENGINE CASES.json
import fs from "node:fs";
import vm from "node:vm";

const [, , engineFolder, casesFile] = process.argv;
const answers = [];
let wake = null;
globalThis.postMessage = message => { answers.push(message); wake?.(); };
// A worker has both; strict scripts may set only what is there.
globalThis.onmessage = null;
vm.runInThisContext(fs.readFileSync(engineFolder + "/worker.js", "utf8"), { filename: "worker.js" });
// The script of the page that writes a diary as text needs no more of a page than its language and seed.
const page = { state: { language: "en" }, data: { scenario: { seed: "" } } };
const diaryScript = fs.readFileSync(new URL("../../Sources/ExplorerEngine/Page/diary.js", import.meta.url), "utf8");
const Diary = vm.runInNewContext(diaryScript + ";Diary", page, { filename: "diary.js" });

async function ask(message, isAnswer) {
  globalThis.onmessage({ data: message });
  for (;;) {
    const place = answers.findIndex(answer => isAnswer(answer) || answer.kind === "failed");
    if (place >= 0) {
      const [answer] = answers.splice(place, 1);
      if (answer.kind === "failed") throw new Error(answer.message);
      return answer;
    }
    await new Promise(done => { wake = done; });
  }
}

const module = fs.readFileSync(engineFolder + "/engine.text", "utf8").trim();
const { took } = await ask({ kind: "start", engine: module }, answer => answer.kind === "ready");
let id = 0, wrong = 0, compared = 0, lines = 0, inBrowser = 0, nativeTime = 0;
for (const one of JSON.parse(fs.readFileSync(casesFile, "utf8"))) {
  const complain = text => { if (wrong++ < 20) console.log(`${one.name}: ${text}`); };
  const files = one.files.map(({ path, file }) => ({ path, content: new Uint8Array(fs.readFileSync(file)) }));
  globalThis.onmessage({ data: { kind: "files", files } });
  const { answer } = await ask({ kind: "read", id: ++id, place: 1, path: one.path, overrides: ["replications=1"] }, a => a.id === id);
  if (!answer.digest) { complain("is not read: " + answer.diagnostics.map(d => d.message).join(" | ")); continue; }
  if (answer.digest !== one.digest) complain(`hash ${answer.digest}, expected ${one.digest}`);
  const said = answer.diagnostics.map(d => d.message.replace(/^[^ ]*: (error|warning): /, "$1: "));
  const expectedWords = one.messages.map(line => line.replace(/^[^ ]*: (error|warning): /, "$1: "));
  if (JSON.stringify(said) !== JSON.stringify(expectedWords)) complain(`says ${JSON.stringify(said)}, expected ${JSON.stringify(expectedWords)}`);
  const run = await ask({ kind: "run", id: ++id, seed: answer.seed, jobs: [{ place: 1, next: 0 }], until: 1 }, a => a.kind === "outcome" && a.id === id);
  await ask({ kind: "files", files: [] }, a => a.kind === "done" && a.id === id);
  inBrowser += run.took;
  nativeTime += one.seconds * 1000;
  const expected = new Map();
  for (const line of fs.readFileSync(one.csv, "utf8").trim().split(/\r?\n/).slice(1)) {
    const [replication, metric, group, value] = line.split(",");
    if (replication === "0") expected.set(metric + "," + group, value === "" ? NaN : Number(value));
  }
  let known = 0;
  answer.metrics.forEach((metric, i) => answer.groups.forEach((group, j) => {
    const value = run.outcome.values[i * answer.groups.length + j], key = metric + "," + group;
    if (!expected.has(key)) { if (!Number.isNaN(value)) complain(`${key} is ${value}, and the command line has none`); return; }
    known++;
    if (!Object.is(value, expected.get(key))) complain(`${key} is ${value}, expected ${expected.get(key)}`);
  }));
  if (known !== expected.size || known < 50) complain(`${known} of ${expected.size} values compared`);
  compared += known;
  const { answer: diary } = await ask({ kind: "diary", id: ++id, place: 1, seed: answer.seed, replication: 0, example: "unseen", language: one.language }, a => a.id === id);
  page.state.language = one.language;
  page.data.scenario.seed = answer.seed;
  Diary.answer = diary;
  Diary.asked = { name: JSON.parse(answer.resolved).name, replication: 0, example: "" };
  const told = Diary.text().split("\n"), native = one.diary.split("\n");
  const place = native.findIndex((line, i) => line !== told[i]);
  if (place >= 0 || told.length !== native.length) complain(`line ${place + 1} of the diary is "${told[place]}", expected "${native[place]}"`);
  lines += native.length;
}
console.log(JSON.stringify({ compared, lines, wrong, ready: Math.round(took), milliseconds: Math.round(inBrowser) }));
process.exit(wrong ? 1 : 0);
