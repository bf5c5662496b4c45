"use strict";
// Sliders, switches and choices; every value can also be typed, and set by single clicks.
const Levers = {
  // The words of a value as the page shows it.
  words(lever, value) {
    if (lever.kind === "flag") return text(value ? "on" : "off");
    if (lever.kind === "choice") return lever.words.find(word => word.value === value)?.title[state.language] ?? String(value);
    if (lever.zero && value === 0) return lever.zero[state.language];
    return Levers.shown(lever, value) + (lever.unit[state.language] ? blank + lever.unit[state.language] : "");
  },
  shown(lever, value) { return Numbers.plain(+(value * lever.scale).toFixed(4)); },

  set(variant, lever, value) {
    const base = valueAt(variant.file && variant.answer?.resolved ? JSON.parse(variant.answer.resolved) : baseScenario, lever.key);
    if (value === base && !variant.file) delete variant.settings[lever.key]; else variant.settings[lever.key] = value;
    App.moved();
  },

  draw(lever, variant) {
    const id = "lever-" + lever.key.replaceAll(".", "-");
    const value = leverValue(variant, lever.key), base = valueAt(baseScenario, lever.key);
    const changed = JSON.stringify(value) !== JSON.stringify(base);
    const note = el("p", { class: "lever-note", id: id + "-note" },
      text("baseIs", Levers.words(lever, base)), changed ? el("button", { type: "button", class: "link", onclick: () => {
        delete variant.settings[lever.key];
        App.moved(); App.drawLevers(id);
      } }, text("reset"), el("span", { class: "unseen" }, " " + lever.label[state.language])) : null);
    const help = el("p", { class: "help", id: id + "-help" }, lever.help[state.language]);
    const described = `${id}-help ${id}-note`;
    const row = (...parts) => el("div", { class: "lever" + (changed ? " changed" : "") }, ...parts, help, note);
    if (lever.kind === "flag") {
      const box = el("input", { type: "checkbox", role: "switch", id, checked: value === true, "aria-describedby": described,
        onchange: event => { Levers.set(variant, lever, event.target.checked); App.drawLevers(id); } });
      return row(el("label", { for: id, class: "switch" }, box, el("span", {}, lever.label[state.language] + ": " + text(value ? "on" : "off"))));
    }
    if (lever.kind === "choice") {
      const select = el("select", { id, "aria-describedby": described, onchange: event => { Levers.set(variant, lever, event.target.value); App.drawLevers(id); } },
        ...lever.words.map(word => el("option", { value: word.value, selected: word.value === value }, word.title[state.language])));
      return row(el("label", { for: id }, lever.label[state.language]), select);
    }
    return row(...Levers.number(lever, variant, id, described, value));
  },

  number(lever, variant, id, described, value) {
    const shown = value * lever.scale, step = lever.step;
    // What a scenario has lies on its slider, also when the table did not think of it.
    const min = Math.min(lever.min, shown), max = Math.max(lever.max, shown);
    const error = el("p", { class: "error", id: id + "-error", hidden: true });
    const unit = lever.unit[state.language], name = lever.label[state.language];
    const label = unit && !name.includes(unit) ? `${name} (${unit})` : name;
    const field = el("input", { type: "text", inputmode: "decimal", autocomplete: "off", id, class: "figure", value: Levers.shown(lever, value), "aria-describedby": described + ` ${id}-error` });
    const slider = el("input", { type: "range", id: id + "-slider", min, max, step, value: shown, "aria-label": label, "aria-valuetext": Levers.words(lever, value), "aria-describedby": described });
    let timer = 0;
    const take = number => {
      error.hidden = true;
      field.removeAttribute("aria-invalid");
      slider.value = number;
      slider.setAttribute("aria-valuetext", Levers.words(lever, number / lever.scale));
      Levers.set(variant, lever, Levers.unscaled(lever, number));
    };
    const typed = () => {
      clearTimeout(timer);
      const number = Numbers.read(field.value);
      if (!Number.isFinite(number)) {
        error.textContent = text("notANumber", label, field.value);
        error.hidden = false;
        field.setAttribute("aria-invalid", "true");
        return;
      }
      take(number);
    };
    field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(typed, 400); });
    field.addEventListener("change", typed);
    // While a slider moves only its number changes; the run starts on release.
    slider.addEventListener("input", () => {
      field.value = Levers.shown(lever, slider.value / lever.scale);
      slider.setAttribute("aria-valuetext", Levers.words(lever, slider.value / lever.scale));
      App.moving();
    });
    slider.addEventListener("change", () => take(+slider.value));
    const button = (sign, change, word) => el("button", { type: "button", class: "step", "aria-label": text(word, label), onclick: () => {
      const number = Math.min(max, Math.max(min, +((Numbers.read(field.value) || 0) + change).toFixed(6)));
      field.value = Levers.shown(lever, number / lever.scale);
      take(number);
    } }, sign);
    return [el("label", { for: id }, label),
      el("div", { class: "number" }, button("\u2212", -step, "less"), slider, button("+", step, "more"), field), error];
  },

  // Shares are shown in percent and intervals in weeks; the scenario has the plain value.
  unscaled(lever, shown) {
    const value = +(shown / lever.scale).toFixed(9);
    return lever.whole ? Math.round(value) : value;
  },

  preset(variant) {
    const current = data.presets.find(preset => Object.entries(preset.settings).every(([key, value]) => leverValue(variant, key) === value));
    return current?.id ?? "asIs";
  },

  drawPreset(variant) {
    const id = "lever-priority";
    const keys = [...new Set(data.presets.flatMap(preset => Object.keys(preset.settings)))];
    return el("div", { class: "lever" }, el("label", { for: id }, text("whoFirst")),
      el("select", { id, "aria-describedby": id + "-help", onchange: event => {
        for (const key of keys) delete variant.settings[key];
        Object.assign(variant.settings, data.presets.find(preset => preset.id === event.target.value)?.settings ?? {});
        App.moved();
      } }, el("option", { value: "asIs" }, text("asIs")), ...data.presets.map(preset =>
        el("option", { value: preset.id, selected: Levers.preset(variant) === preset.id }, preset.title[state.language]))),
      el("p", { class: "help", id: id + "-help" }, text("whoFirstHelp")));
  },

  drawCampaign(variant) {
    const id = "lever-campaign", campaign = variant.campaign;
    const part = (name, label, options) => el("div", { class: "lever" }, el("label", { for: id + "-" + name }, label),
      el("select", { id: id + "-" + name, onchange: event => { campaign[name] = +event.target.value; App.moved(); } },
        ...options.map(([value, title]) => el("option", { value, selected: campaign[name] === value }, title))));
    return el("div", { class: "lever" + (campaign ? " changed" : "") },
      el("label", { for: id, class: "switch" }, el("input", { type: "checkbox", role: "switch", id, checked: !!campaign, "aria-describedby": id + "-help",
        onchange: event => { variant.campaign = event.target.checked ? { months: 12, staff: 0, followUp: 0 } : null; App.moved(); App.drawLevers(id); } }),
      el("span", {}, text("campaign") + ": " + text(campaign ? "on" : "off"))),
      el("p", { class: "help", id: id + "-help" }, text("campaignHelp")),
      ...(campaign ? [
        part("months", text("campaignMonths"), [3, 6, 12, 24].map(n => [n, text("months", n)])),
        part("staff", text("campaignStaff"), [[0, text("ownStaff")], ...[1, 2, 3, 5, 10].map(n => [n, text("externalStaff", n)])]),
        part("followUp", text("campaignFollowUp"), [[0, text("byNorm")], ...[3, 6, 12].map(n => [n, text("everyMonths", n)])]),
      ] : []));
  },
};
