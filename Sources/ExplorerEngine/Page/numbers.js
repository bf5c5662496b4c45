"use strict";
// Numbers as the language of the page writes them, and what follows from replications.
const blank = "\u00a0";

const Numbers = {
  fixed(value, decimals) {
    if (!Number.isFinite(value)) return "–";
    const size = Math.abs(value).toFixed(decimals);
    const [whole, rest] = size.split(".");
    const nl = state.language === "nl";
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, nl ? "." : ",");
    const isZero = !/[1-9]/.test(size);
    return (value < 0 && !isZero ? "\u2212" : "") + grouped + (rest ? (nl ? "," : ".") + rest : "");
  },
  plain(value) { return Numbers.fixed(value, Math.min(6, (String(+value.toFixed(6)).split(".")[1] ?? "").length)); },
  euro(value) {
    if (!Number.isFinite(value)) return "–";
    const lead = (value < 0 ? "\u2212\u2060" : "") + "€" + (state.language === "nl" ? blank : "");
    const size = Math.abs(value);
    const [scale, unit] = size >= 999.5e6 ? [1e9, "shortBillion"] : size >= 999.5e3 ? [1e6, "shortMillion"] : [1, ""];
    if (!unit) return lead + Numbers.fixed(size >= 1000 ? +size.toPrecision(3) : size, 0);
    const scaled = size / scale;
    return lead + Numbers.fixed(scaled, scaled >= 99.95 ? 0 : scaled >= 9.995 ? 1 : 2) + blank + text(unit);
  },
  value(value, metric) {
    if (metric.isEuro) return Numbers.euro(value);
    return metric.isPercent ? Numbers.fixed(value * 100, Math.max(1, metric.decimals)) + (Number.isFinite(value) ? "%" : "")
      : Numbers.fixed(value, metric.decimals);
  },
  // A difference with its sign; shares in percentage points.
  signed(value, metric) {
    if (!Number.isFinite(value)) return "–";
    const written = metric.isEuro ? Numbers.euro(value)
      : Numbers.fixed(metric.isPercent ? value * 100 : value, metric.isPercent ? 1 : metric.decimals + (metric.decimals ? 1 : 0));
    // The word joiner keeps a sign at its amount.
    return (value > 0 && /[1-9]/.test(written) ? "+\u2060" : "") + written;
  },
  size(value, metric) {
    const written = Numbers.signed(Math.abs(value), metric).replace("+\u2060", "");
    const unit = metric.isEuro ? "" : metric.differenceUnit[state.language];
    return unit ? written + blank + unit : written;
  },
  read(written) {
    let plain = written.replace(/[\s\u00a0%€]/g, "");
    const dot = plain.lastIndexOf("."), comma = plain.lastIndexOf(",");
    // The last mark is the decimal one when both stand there; one alone is decimal too unless three digits follow
    // and the language groups with it.
    const groups = state.language === "nl" ? "." : ",";
    if (dot >= 0 && comma >= 0) plain = dot > comma ? plain.replaceAll(",", "") : plain.replaceAll(".", "").replace(",", ".");
    else if (plain.includes(groups) && /^-?\d{1,3}([.,]\d{3})+$/.test(plain)) plain = plain.replaceAll(groups, "");
    else plain = plain.replace(",", ".");
    return plain === "" ? NaN : Number(plain);
  },
};

const Statistics = {
  // The ratio of the totals with its standard error by linearisation, as the program has it.
  ratio(pairs) {
    const known = pairs.filter(([value, weight]) => Number.isFinite(value) && weight > 0);
    const count = known.length;
    const total = known.reduce((sum, [, weight]) => sum + weight, 0);
    const mean = count ? known.reduce((sum, [value, weight]) => sum + value * (weight / total), 0) : NaN;
    const average = total / count;
    return { count, mean, parts: pairs.map(([value, weight]) =>
      Number.isFinite(value) && weight > 0 ? mean + weight / average * (value - mean) : NaN) };
  },
  estimate(pairs) {
    const { count, mean, parts } = Statistics.ratio(pairs);
    return { count, mean, half: Statistics.half(parts.filter(Number.isFinite), mean, data.studentT[0]) };
  },
  half(values, mean, quantiles) {
    const n = values.length;
    if (n < 2 || !quantiles[n]) return NaN;
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    return quantiles[n] * Math.sqrt(squares / (n - 1) / n);
  },
  // The difference of two ratios over the same replications; `family` differences hold together.
  difference(base, variant, family) {
    const n = Math.min(base.length, variant.length);
    const both = [...Array(n).keys()].filter(i => [base[i], variant[i]].every(([v, w]) => Number.isFinite(v) && w > 0));
    const a = Statistics.ratio(both.map(i => base[i])), b = Statistics.ratio(both.map(i => variant[i]));
    const parts = both.map((_, i) => b.parts[i] - a.parts[i]);
    const mean = b.mean - a.mean;
    return { count: both.length, base: a.mean, variant: b.mean, mean, half: Statistics.half(parts, mean, data.studentT[family]) };
  },
  // What an interval says: the same rules as in reports.
  verdict(difference, matters) {
    const low = difference.mean - difference.half, high = difference.mean + difference.half;
    if (!Number.isFinite(low)) return "";
    const side = low > 0 ? "Higher" : "Lower";
    const nearest = low > 0 ? low : -high, farthest = Math.max(Math.abs(low), Math.abs(high));
    if (low > 0 || high < 0) return nearest >= matters ? "clear" + side : farthest > matters ? "perhaps" + side : "small";
    return farthest <= matters ? "same" : "notShown";
  },
};
