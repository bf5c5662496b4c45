"use strict";
// One client of one replication, from event to event, in the sentences of `caseload trace`.
const Diary = {
  choice: { letter: "", replication: "0", example: "unseen", client: "" }, asked: null, answer: null, id: 0,

  // What can be followed: the base, and variants that differ from it.
  runs() {
    const variants = state.variants.filter(variant => variant.answer?.digest && !Engine.isBase(variant));
    return [{ letter: "", place: 0, key: "", name: data.scenario.title }, ...variants.map(({ letter, place, key, answer }) =>
      ({ letter, place, key, name: JSON.parse(answer.resolved).name }))];
  },
  name(letter) { return letter ? text("variant", letter) : text("base"); },
  titleOf(id) { return data.examples.find(example => example.id === id).title[state.language]; },

  draw() {
    const { choice } = Diary;
    const field = (id, label, control) => el("div", {}, el("label", { for: id }, label), control);
    const keep = name => event => { choice[name] = event.target.value; if (name === "example") Diary.toggle(); };
    const typed = (id, name) => el("input", { type: "text", inputmode: "numeric", autocomplete: "off", id, value: choice[name], "aria-describedby": "diary-error", oninput: keep(name) });
    return el("section", { id: "explorer-diary", "aria-labelledby": "diary-title" },
      el("h3", { id: "diary-title" }, text("follow")), el("p", {}, text("followIntro")),
      el("form", { class: "actions follow", onsubmit: event => { event.preventDefault(); Diary.ask(); } },
        field("diary-run", text("followRun"), el("select", { id: "diary-run", onchange: keep("letter") })),
        field("diary-replication", text("followReplication"), typed("diary-replication", "replication")),
        field("diary-example", text("followWho"), el("select", { id: "diary-example", onchange: keep("example") },
          ...data.examples.map(({ id, title }) => el("option", { value: id, selected: id === choice.example }, title[state.language])),
          el("option", { value: "", selected: choice.example === "" }, text("followByNumber")))),
        field("diary-client", text("followNumber"), typed("diary-client", "client")),
        el("button", { type: "submit", id: "diary-show" }, text("followShow"))),
      el("p", { id: "diary-error", class: "error", role: "alert" }),
      el("div", { id: "diary-answer" }));
  },

  // The field of the number is there when it is asked for.
  toggle() {
    const field = document.getElementById("diary-client");
    if (field) field.parentNode.hidden = Diary.choice.example !== "";
  },

  // Variants come and go while the page is used.
  refresh() {
    const select = document.getElementById("diary-run");
    if (!select) return;
    const letters = Diary.runs().map(run => run.letter);
    if ([...select.options].map(option => option.value).join() !== letters.join() || select.options.length !== letters.length) {
      if (!letters.includes(Diary.choice.letter)) Diary.choice.letter = "";
      select.replaceChildren(...letters.map(letter => el("option", { value: letter, selected: letter === Diary.choice.letter }, Diary.name(letter))));
    }
    const stale = document.getElementById("diary-stale");
    if (stale) stale.hidden = Diary.runs().some(run => run.letter === Diary.asked.letter && run.key === Diary.asked.key);
  },

  wrong(id, words) {
    for (const field of ["diary-replication", "diary-client"]) document.getElementById(field).toggleAttribute("aria-invalid", false);
    document.getElementById("diary-error").textContent = words;
    if (!id) return;
    const field = document.getElementById(id);
    field.setAttribute("aria-invalid", "true");
    field.focus();
  },

  // A whole number that somebody typed; NaN for anything else.
  whole(written) { return /^\s*\d{1,9}\s*$/.test(written) ? Number(written) : NaN; },

  ask() {
    const { choice } = Diary, run = Diary.runs().find(run => run.letter === choice.letter);
    const replication = Diary.whole(choice.replication), client = choice.example ? 0 : Diary.whole(choice.client);
    if (!(replication < state.until)) return Diary.wrong("diary-replication", text("followBadReplication", choice.replication, state.until - 1));
    if (!choice.example && !(client > 0)) return Diary.wrong("diary-client", text("followBadNumber", choice.client));
    Diary.wrong("", "");
    if (!Engine.ready) { App.say(text("starting"), true); return; }
    Diary.asked = { ...run, replication, example: choice.example, client };
    Diary.send(true);
  },

  send(isMove) {
    const { place, replication, example, client } = Diary.asked;
    Diary.isMove = isMove;
    if (isMove) App.say(text("followBusy"), true);
    Engine.worker.postMessage({ kind: "diary", id: Diary.id = ++Engine.id, place, seed: data.scenario.seed, replication, example, client, language: state.language });
  },

  receive({ id, answer }) {
    if (id !== Diary.id) return;
    if (answer.failed) { App.fail(text("lawBroken")); return; }
    Diary.answer = answer;
    const { example, replication } = Diary.asked;
    if (!answer.client) Diary.wrong("", text("followNobody", replication, Diary.titleOf(example)));
    else if (!answer.rows.length) Diary.wrong("diary-client", text("followUnknown", answer.client, replication, answer.last));
    Diary.show();
    if (answer.rows.length && Diary.isMove) {
      App.say(text("followMoments", answer.client, answer.rows.length), true);
      document.getElementById("diary-client-title").focus();
    }
  },

  show() {
    const place = document.getElementById("diary-answer"), { answer, asked } = Diary;
    if (!place || !answer?.rows.length) { place?.replaceChildren(); return; }
    const lines = texts => texts.flatMap((words, i) => i ? [el("br"), words] : [words]);
    const title = text("followClient", answer.client);
    place.replaceChildren(
      el("h4", { id: "diary-client-title", tabindex: "-1" }, title),
      el("p", { class: "note" }, [asked.example ? text("followShows", Diary.titleOf(asked.example)) : "", text("followFrom", Diary.name(asked.letter), asked.replication, answer.rows.length)].join(" ").trim()),
      el("p", { class: "provisional note", id: "diary-stale", hidden: true }, text("followStale")),
      el("div", { class: "scroll diary", tabindex: "0", role: "group", "aria-label": title }, el("table", {}, el("caption", {}, title),
        el("thead", {}, el("tr", {}, ...["followMoment", "followHappened", "followMoved"].map(key => el("th", { scope: "col" }, text(key))))),
        el("tbody", {}, ...answer.rows.map(({ moment, happened, because, moved }) => el("tr", {}, el("th", { scope: "row" }, moment),
          el("td", {}, ...lines(happened), ...because.map(words => el("span", { class: "sub" }, text("followBecause") + " " + words))),
          el("td", {}, ...lines(moved))))))),
      el("div", { class: "actions" }, el("button", { type: "button", id: "save-diary", onclick: () => {
        Files.save(`${data.scenario.name}-client-${answer.client}.txt`, Diary.text(), "text/plain");
        App.say(text("saved"), true);
      } }, text("followSave"))));
    Diary.refresh();
  },

  // What `caseload trace` prints, byte for byte.
  text() {
    const nl = state.language === "nl", { answer, asked } = Diary, client = nl ? "klant " + answer.client : "client " + answer.client;
    let written = `${asked.name}, ${nl ? "herhaling" : "replication"} ${asked.replication}, ${nl ? "startgetal" : "seed"} ${data.scenario.seed}\n`;
    if (asked.example) written += `${asked.example} (${Diary.titleOf(asked.example)}): ${client}\n`;
    written += `\n${client}\n`;
    for (const { moment, happened, because, moved } of answer.rows) {
      const indent = " ".repeat(moment.length + 2);
      written += happened.map((words, i) => (i ? indent : moment + "  ") + words + "\n").join("");
      written += because.map(words => indent + (nl ? "want: " : "because: ") + words + "\n").join("");
      written += moved.map(words => indent + "  " + words + "\n").join("");
    }
    return written;
  },

  // The page is drawn anew, perhaps in the other language.
  redraw() {
    Diary.toggle();
    Diary.refresh();
    const isRunning = Diary.asked && Diary.answer?.rows.length && Engine.ready;
    if (isRunning) Diary.send(false);
  },
};
