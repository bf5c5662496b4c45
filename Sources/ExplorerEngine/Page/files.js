"use strict";
// Files that come in and go out; nothing is sent anywhere.
const Files = {
  save(name, content, type) {
    const url = URL.createObjectURL(new Blob([content], { type }));
    const anchor = el("a", { href: url, download: name });
    document.body.append(anchor);
    anchor.click();
    anchor.remove();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  },

  saveScenario() {
    const variant = App.variant();
    const scenario = Engine.isBase(variant) ? data.scenario.json : variant.answer?.resolved;
    if (!scenario) { App.say(text("nothingToSave"), true); return; }
    Files.save(`${data.scenario.name}-${variant.letter}.json`, scenario, "application/json");
    App.say(text("saved"), true);
  },

  // Files of a scenario may extend one another when they are opened together, or extend the base by its name.
  async take(files) {
    const known = files.filter(file => file.size <= 8 << 20);
    if (known.length < files.length) App.say(text("tooLarge"), true);
    if (!known.length) return;
    const contents = await Promise.all(known.map(async file => ({ path: "/" + file.name.replace(/[/\0]/g, "_"), content: new Uint8Array(await file.arrayBuffer()) })));
    Engine.keep(contents);
    const variant = App.variant();
    Object.assign(variant, { settings: {}, campaign: null, file: contents[0].path, key: "" });
    App.moved();
    App.drawLevers("tab-" + variant.letter);
  },

  async copyLink() {
    App.remember(false);
    const address = location.href;
    if (App.variant().file) { App.say(text("linkNeedsFile"), true); return; }
    if (address.length > 2000) { App.say(text("linkTooLong"), true); return; }
    try {
      await navigator.clipboard.writeText(address);
      App.say(text("linkCopied"), true);
    } catch {
      App.say(text("linkInAddress"), true);
    }
  },

  // Semicolons and decimal commas in Dutch, as Dutch spreadsheets read them; text never begins a formula.
  saveTable() {
    const variant = App.variant(), has = Results.runs(variant).length && !Engine.isBase(variant);
    const nl = state.language === "nl", separator = nl ? ";" : ",";
    const cell = value => {
      if (typeof value === "number") return Number.isFinite(value) ? (nl ? String(value).replace(".", ",") : String(value)) : "";
      const safe = /^[=+\-@\t\r]/.test(value) ? "'" + value : value;
      return /["\n;,]/.test(safe) ? `"${safe.replaceAll("\"", "\"\"")}"` : safe;
    };
    const lines = [["metric", text("figure"), text("unit"), text("base"), ...(has ? [text("variant", variant.letter), text("difference"), text("low"), text("high"), "n"] : [])]];
    for (const { metric, base, difference } of Results.rows(has ? variant : null)) {
      lines.push([metric.id, metric.title[state.language], metric.unit[state.language], difference?.base ?? base.mean,
        ...(difference ? [difference.variant, difference.mean, difference.mean - difference.half, difference.mean + difference.half, difference.count] : [])]);
    }
    Files.save(data.scenario.name + ".csv", (nl ? "\ufeff" : "") + lines.map(line => line.map(cell).join(separator)).join("\r\n") + "\r\n", "text/csv");
    App.say(text("saved"), true);
  },

  saveChart() {
    const svg = document.querySelector("#explorer-answer svg.course");
    Files.save(`${data.scenario.name}-${state.metric}.svg`, Chart.file(svg, svg.getAttribute("aria-label")), "image/svg+xml");
    App.say(text("saved"), true);
  },

  savePicture() {
    const svg = document.querySelector("#explorer-answer svg.course"), title = text("courseTitle", metricOf(state.metric).title[state.language]);
    Chart.picture(svg, title).toBlob(blob => {
      Files.save(`${data.scenario.name}-${state.metric}.png`, blob, "image/png");
      App.say(text("saved"), true);
    }, "image/png");
  },
};

App.start();
