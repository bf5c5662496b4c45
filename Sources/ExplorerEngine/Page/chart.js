"use strict";
// The course over time of one figure, for the base and the variants that have results.
const Chart = {
  width: 640, height: 300,

  ticks(from, to, count) {
    const raw = (to - from) / count, power = 10 ** Math.floor(Math.log10(raw));
    const step = [1, 2, 2.5, 5, 10].map(k => k * power).find(step => step >= raw);
    const ticks = [];
    for (let value = Math.ceil(from / step) * step; value <= to + step * 1e-9; value += step) ticks.push(value);
    return ticks;
  },

  // Axes are fixed by the base, and widened only when a course leaves them.
  range(courses) {
    const values = courses.flatMap(course => course.points.flatMap(p => [p.mean - (p.half || 0), p.mean + (p.half || 0)])).filter(Number.isFinite);
    const highest = Math.max(...values, 0), lowest = Math.min(...values, 0);
    return [lowest < 0 ? lowest * 1.05 : 0, highest > 0 ? highest * 1.08 : 1];
  },

  draw(courses, metric, title, finding) {
    const narrow = Chart.width < 480;
    const w = Chart.width, h = narrow ? 260 : Chart.height, left = 62, right = narrow ? 14 : 74, top = 12, bottom = 30;
    const days = courses[0].points.map(point => point.day);
    const [from, to] = Chart.range(courses);
    const first = Math.min(...courses.map(c => c.points[0].day)), last = Math.max(...courses.map(c => c.points.at(-1).day));
    const x = day => left + (w - left - right) * (day - first) / Math.max(1, last - first);
    const y = value => h - bottom - (h - bottom - top) * (value - from) / (to - from);
    const svg = el("svg:svg", { viewBox: `0 0 ${w} ${h}`, width: w, height: h, role: "img", "aria-label": title + " " + finding, class: "course" });
    for (const tick of Chart.ticks(from, to, 5)) {
      svg.append(el("svg:line", { x1: left, x2: w - right, y1: y(tick), y2: y(tick), class: tick === 0 ? "axis" : "grid" }),
        el("svg:text", { x: left - 8, y: y(tick) + 4.5, "text-anchor": "end", class: "muted" }, Chart.tickText(tick, metric, to)));
    }
    const years = [];
    for (let year = new Date(first * 864e5).getUTCFullYear(); year <= new Date(last * 864e5).getUTCFullYear() + 1; year++)
      years.push([Date.UTC(year, 0, 1) / 864e5, String(year)]);
    const shown = years.filter(([day]) => day >= first - 31 && day <= last);
    const every = Math.ceil(shown.length * 48 / (w - left - right));
    shown.forEach(([day, label], i) => {
      const at = Math.max(left, x(day));
      svg.append(el("svg:line", { x1: at, x2: at, y1: h - bottom, y2: h - bottom + 5, class: "axis" }));
      if (i % every === 0) svg.append(el("svg:text", { x: at, y: h - 8, "text-anchor": at < left + 20 ? "start" : "middle", class: "muted" }, label));
    });
    for (const course of courses.filter(c => c.points.every(p => Number.isFinite(p.half)))) {
      const upper = course.points.map(p => `${x(p.day).toFixed(1)},${y(p.mean + p.half).toFixed(1)}`);
      const lower = course.points.map(p => `${x(p.day).toFixed(1)},${y(p.mean - p.half).toFixed(1)}`).reverse();
      svg.append(el("svg:polygon", { points: upper.concat(lower).join(" "), class: "band b" + course.place }));
    }
    const ends = [];
    for (const course of courses) {
      const known = course.points.filter(p => Number.isFinite(p.mean));
      if (!known.length) continue;
      svg.append(el("svg:polyline", { points: known.map(p => `${x(p.day).toFixed(1)},${y(p.mean).toFixed(1)}`).join(" "), class: "course-line s" + course.place }));
      ends.push({ course, y: y(known.at(-1).mean) });
    }
    if (!narrow) {
      // Labels at the ends of lines, moved apart where they would lie on one another.
      ends.sort((a, b) => a.y - b.y);
      ends.forEach((end, i) => { end.at = Math.max(end.y, i ? ends[i - 1].at + 17 : 0); });
      for (const end of ends) svg.append(el("svg:text", { x: w - right + 8, y: Math.min(end.at + 4.5, h - bottom), class: "ink" }, end.course.label));
    }
    return svg;
  },

  tickText(tick, metric, to) {
    if (metric.isEuro) return Numbers.euro(tick);
    if (metric.isPercent) return Numbers.fixed(tick * 100, to < 0.05 ? 1 : 0) + "%";
    return Numbers.plain(+tick.toPrecision(6));
  },

  // The picture by itself, with its styles written out.
  file(svg, title) {
    const copy = svg.cloneNode(true);
    copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    copy.prepend(el("svg:title", {}, title));
    const kept = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "font-size", "font-family"];
    const [from, to] = [svg.querySelectorAll("*"), [...copy.querySelectorAll("*")].slice(1)];
    from.forEach((node, i) => {
      const style = getComputedStyle(node);
      for (const name of kept) to[i].setAttribute(name, style.getPropertyValue(name));
      to[i].removeAttribute("class");
    });
    return new XMLSerializer().serializeToString(copy);
  },

  // The same as points of a picture. Drawn shape by shape: the policy of the page lets no image in, not even its own.
  picture(svg, title) {
    const scale = 2, head = 28, width = Chart.width, height = +svg.getAttribute("height") + head;
    const canvas = el("canvas", { width: width * scale, height: height * scale }), pen = canvas.getContext("2d");
    pen.scale(scale, scale);
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, width, height);
    pen.fillStyle = "#1a1a1a";
    pen.font = "600 15px " + getComputedStyle(svg).fontFamily;
    pen.fillText(title, 8, 19, width - 16);
    pen.translate(0, head);
    const number = (node, name) => +node.getAttribute(name);
    for (const node of svg.children) {
      const style = getComputedStyle(node);
      if (node.localName === "text") {
        pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
        pen.fillStyle = style.fill;
        pen.textAlign = { middle: "center", end: "right" }[node.getAttribute("text-anchor")] ?? "left";
        pen.fillText(node.textContent, number(node, "x"), number(node, "y"));
        continue;
      }
      pen.beginPath();
      if (node.localName === "line") { pen.moveTo(number(node, "x1"), number(node, "y1")); pen.lineTo(number(node, "x2"), number(node, "y2")); }
      else for (const point of node.points) pen.lineTo(point.x, point.y);
      if (node.localName === "polygon") {
        pen.closePath();
        pen.globalAlpha = +style.fillOpacity;
        pen.fillStyle = style.fill;
        pen.fill();
      }
      if (style.stroke !== "none") {
        pen.globalAlpha = +style.strokeOpacity;
        pen.strokeStyle = style.stroke;
        pen.lineWidth = parseFloat(style.strokeWidth);
        pen.setLineDash(style.strokeDasharray === "none" ? [] : style.strokeDasharray.split(/[ ,]+/).map(parseFloat));
        pen.stroke();
      }
      pen.globalAlpha = 1;
    }
    return canvas;
  },
};
