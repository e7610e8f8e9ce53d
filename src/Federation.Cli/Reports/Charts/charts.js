// Draws every figure of a report from the facts beside it. Colours come from the page's style, so that light, dark
// and paper need no second drawing; no fact is told by colour alone.
"use strict";
(function () {
  const ink = "var(--ink)", quiet = "var(--quiet)", line = "var(--line)", mark = "var(--mark)", other = "var(--other)";
  const narrow = 480, dotsMost = 400;
  const few = (value) => d3.format(Math.abs(value) >= 1000 ? ",.0f" : ".3~r")(value);
  const told = (value, unit) => few(value) + (unit ? " " + unit : "");
  const own = (row) => row.own ? mark : other;

  // A label in as many lines as the width asks for; broken at spaces only.
  const letter = 7, lineHeight = 15;
  const fold = (text, width) => text.split(" ").reduce((lines, word) => {
    const last = lines.length - 1;
    if (last >= 0 && (lines[last].length + 1 + word.length) * letter <= width - 24) lines[last] += " " + word;
    else lines.push(word);
    return lines;
  }, []).join("\n");
  const folded = (texts, width) => {
    const all = new Map(texts.map((text) => [text, fold(text, width)]));
    const most = d3.max(all.values(), (text) => text.split("\n").length) || 1;
    return { of: (text) => all.get(text), more: (most - 1) * lineHeight };
  };
  const heading = { frameAnchor: "top-left", lineAnchor: "top", dx: 2, dy: 1, fill: ink, stroke: "var(--paper)", strokeWidth: 4,
    lineHeight: lineHeight / 13 };

  // Within a row, marks stand on its foot.
  const level = { domain: [0, 1], axis: null };

  // Rows in parts that a sheet of paper holds, each with an axis of its own: nobody looks for it a yard below.
  const partMost = 760;
  const parts = (rows, height) => {
    const size = Math.ceil(rows.length / Math.ceil(rows.length * height / partMost)) || 1;
    return d3.range(0, rows.length, size).map((from) => rows.slice(from, from + size));
  };
  // Half of the first and of the last number under an axis stands beside it.
  const side = 18;

  const drawings = {
    // One strip for each group: every replication a dot, the middle half a bar, the mean a diamond with its interval.
    strips(spec, width) {
      const all = spec.groups.flatMap((group) => group.values.map((value) => ({ ...group, value })));
      const shown = all.length <= dotsMost * spec.groups.length ? all : [];
      const ends = all.map((one) => one.value).concat(spec.groups.flatMap((group) => [group.low, group.high]));
      const label = (group) => group.name + ": " + told(group.mean, spec.unit);
      const labels = folded(spec.groups.map(label), width);
      const halves = spec.groups.filter((group) => group.values.length > 3).map((group) => {
        const sorted = Float64Array.from(group.values).sort();
        return { ...group, from: d3.quantileSorted(sorted, .25), to: d3.quantileSorted(sorted, .75) };
      });
      const draw = (groups, row, r) => {
        const names = groups.map((group) => group.name), here = (one) => names.includes(one.name);
        return Plot.plot({
          width, height: 56 + row * names.length, marginLeft: side, marginRight: side, marginTop: 4, marginBottom: 40,
          x: { label: spec.label, domain: room(ends, spec.zero), grid: true, labelAnchor: "center", labelArrow: "none" },
          y: level, fy: { domain: names, axis: null, padding: 0 },
          marks: [
            Plot.barX(halves.filter(here), { fy: "name", x1: "from", x2: "to", fill: own, fillOpacity: .22,
              insetTop: 20 + labels.more, insetBottom: 6 }),
            Plot.dot(shown.filter(here), Plot.dodgeY({ anchor: "bottom", padding: .5 },
              { fy: "name", x: "value", r, fill: own, fillOpacity: .75, dy: -11 })),
            Plot.ruleY(groups, { fy: "name", x1: "low", x2: "high", y: () => 0, stroke: ink, strokeWidth: 2.5, dy: -5 }),
            Plot.dot(groups, { fy: "name", x: "mean", y: () => 0, symbol: "diamond", r: 5, fill: ink,
              stroke: "var(--paper)", dy: -5 }),
            [true, false].map((weight) => Plot.text(groups.filter((group) => group.own === weight), { ...heading, fy: "name",
              text: (group) => labels.of(label(group)), fontWeight: weight ? 600 : 400 })),
          ],
        });
      };
      // How high dots pile up is known once they are drawn: they shrink where that is too high, then rows grow.
      const least = 66 + labels.more;
      let r = all.length / spec.groups.length > 60 ? 1.6 : 2.6, high;
      for (;;) {
        const feet = Array.from(draw(spec.groups, least, r).querySelectorAll("circle"), (one) => +one.getAttribute("cy"));
        high = feet.length === 0 ? 0 : d3.max(feet) - d3.min(feet) + 2 * r;
        if (high <= 48 || r <= .4) break;
        r *= .8;
      }
      const row = Math.max(least, 36 + labels.more + Math.ceil(high));
      return parts(spec.groups, row).map((groups) => draw(groups, row, r));
    },

    // Two outcomes at once; a number beside each mark leads to the list below. Filled: nothing else is better in both.
    front(spec, width) {
      const best = spec.points.filter((one) => one.best).sort((a, b) => a.x - b.x);
      const height = Math.min(460, Math.max(300, width * .7));
      const xs = room(spec.points.flatMap((one) => [one.x, one.xLow, one.xHigh]), true);
      const ys = room(spec.points.flatMap((one) => [one.y, one.yLow, one.yHigh]), true);
      // Numbers that would stand on each other stand beside each other.
      const apart = (a, b) => Math.hypot((a.x - b.x) / (xs[1] - xs[0]) * (width - 72), (a.y - b.y) / (ys[1] - ys[0]) * (height - 68));
      const heaps = [];
      spec.points.forEach((one) => {
        const near = heaps.find((heap) => heap[0].best === one.best && apart(heap[0], one) < 13);
        if (near) near.push(one); else heaps.push([one]);
      });
      return Plot.plot({
        width, height, marginLeft: 48, marginRight: 24, marginTop: 24, marginBottom: 44,
        x: { label: spec.xLabel, domain: xs, grid: true, labelAnchor: "center", labelArrow: "none" },
        y: { label: spec.yLabel, domain: ys, grid: true, ticks: 6, labelArrow: "none" },
        marks: [
          Plot.line(best, { x: "x", y: "y", curve: "step-after", stroke: mark, strokeDasharray: "5 4" }),
          Plot.ruleY(spec.points, { y: "y", x1: "xLow", x2: "xHigh", stroke: own, strokeWidth: 1.5 }),
          Plot.ruleX(spec.points, { x: "x", y1: "yLow", y2: "yHigh", stroke: own, strokeWidth: 1.5 }),
          Plot.dot(spec.points, { x: "x", y: "y", r: 10, fill: (one) => one.best ? (one.own ? mark : other) : "var(--paper)",
            stroke: own, strokeWidth: 2 }),
          Plot.text(heaps.map((heap) => ({ ...heap[0], told: heap.map((one) => one.number).join(",") })), { x: "x", y: "y", text: "told", fontWeight: 600,
            fontSize: (one) => one.told.length > 2 ? 10 : 13, fill: (one) => one.best ? "var(--paper)" : ink }),
        ],
      });
    },

    // A plane of settings, a number in every field: above nought the first is worse, below it is better.
    plane(spec, width) {
      const most = d3.max(spec.fields, (field) => Math.abs(field.value)) || 1;
      const fill = d3.scaleDiverging([-most, 0, most], d3.interpolatePuOr).clamp(true);
      const colour = (field) => spec.diverging ? fill(-field.value) : d3.interpolateBlues(.08 + .75 * field.value / most);
      const letters = (field) => d3.lab(colour(field)).l < 55 ? "#fff" : "#111";
      const many = spec.fields.length > 0 && width / spec.xs.length < 58;
      const short = d3.format(many ? ".2~f" : ".3~f");
      return Plot.plot({
        width, height: 76 + 44 * spec.ys.length, marginLeft: 84, marginRight: 8, marginTop: 8, marginBottom: 46, padding: .03,
        x: { type: "band", domain: spec.xs, label: spec.xLabel, labelAnchor: "center", labelArrow: "none", tickSize: 0 },
        y: { type: "band", domain: spec.ys, label: spec.yLabel, labelArrow: "none", tickSize: 0, reverse: true },
        marks: [
          Plot.cell(spec.fields, { x: "x", y: "y", fill: colour, stroke: line, strokeWidth: .5 }),
          [true, false].map((clear) => Plot.text(spec.fields.filter((field) => field.clear === clear), { x: "x", y: "y",
            text: (field) => (clear ? "" : "≈ ") + short(field.value), fill: letters, fontWeight: clear ? 700 : 400,
            fontSize: many ? 10 : 13 })),
        ],
      });
    },

    // Differences with their intervals, beside what was named as too small to matter.
    forest(spec, width) {
      const label = (pair) => pair.name + ": " + pair.verdict, labels = folded(spec.pairs.map(label), width);
      const ends = spec.pairs.flatMap((pair) => [pair.low, pair.high]).concat([0, -spec.smallest * 1.4, spec.smallest * 1.4]);
      const row = 42 + labels.more;
      return parts(spec.pairs, row).map((pairs) => {
        const names = pairs.map((pair) => pair.name);
        return Plot.plot({
          width, height: 58 + row * names.length, marginLeft: side, marginRight: side, marginTop: 4, marginBottom: 44,
          x: { label: spec.label, domain: room(ends, false), grid: true, labelAnchor: "center", labelArrow: "none" },
          y: level, fy: { domain: names, axis: null, padding: 0 },
          marks: [
            Plot.rect(names, { fy: (name) => name, x1: -spec.smallest, x2: spec.smallest, fill: quiet, fillOpacity: .16 }),
            Plot.ruleX(names, { fy: (name) => name, x: 0, stroke: ink, strokeOpacity: .6 }),
            Plot.ruleY(pairs, { fy: "name", x1: "low", x2: "high", y: () => 0, dy: -12, stroke: mark, strokeWidth: 3 }),
            Plot.dot(pairs, { fy: "name", x: "difference", y: () => 0, dy: -12, r: 5, symbol: "diamond",
              fill: mark, stroke: "var(--paper)" }),
            Plot.text(pairs, { ...heading, fy: "name", text: (pair) => labels.of(label(pair)) }),
          ],
        });
      });
    },

    // Two counts for each group, told by shape and word: a triangle for one, a square for the other.
    counts(spec, width) {
      const names = spec.groups.map((group) => group.name);
      const points = spec.groups.flatMap((group) => group.counts.map((count, i) => ({ name: group.name, count, kind: i })));
      // Bold letters are wider.
      const labels = folded(names, width * .85);
      return Plot.plot({
        width, height: 58 + (58 + labels.more) * names.length, marginLeft: side, marginRight: 84, marginTop: 4, marginBottom: 44,
        x: { type: "log", label: spec.label, domain: [.8, 1.3 * (d3.max(points, (one) => one.count) || 1)], grid: true,
          ticks: width < narrow ? 3 : 6, tickFormat: ",", labelAnchor: "center", labelArrow: "none" },
        y: level, fy: { domain: names, axis: null, padding: 0 },
        marks: [
          [0, 1].map((kind) => {
            const these = points.filter((one) => one.kind === kind), dy = kind ? -10 : -27;
            return [
              Plot.dot(these, { fy: "name", x: "count", y: () => 0, dy, symbol: kind ? "square" : "triangle", r: 5,
                fill: kind ? "var(--paper)" : mark, stroke: mark, strokeWidth: 2 }),
              Plot.text(these, { fy: "name", x: "count", y: () => 0, dy, dx: 10, text: (one) => spec.kinds[kind] + " "
                + told(one.count), textAnchor: "start", fill: ink }),
            ];
          }),
          Plot.text(spec.groups, { ...heading, fy: "name", text: (group) => labels.of(group.name), fontWeight: 600 }),
        ],
      });
    },

    // How many, one bar each, the number written at its end.
    bars(spec, width) {
      const names = spec.groups.map((group) => group.name), labels = folded(names, width);
      return Plot.plot({
        width, height: 42 + (40 + labels.more) * names.length, marginLeft: side, marginRight: 84, marginTop: 4, marginBottom: 36,
        x: { label: spec.label, domain: [0, d3.max(spec.groups, (group) => group.count) || 1], ticks: width < narrow ? 3 : 6,
          labelAnchor: "center", labelArrow: "none" },
        fy: { domain: names, axis: null, padding: 0 },
        marks: [
          Plot.barX(spec.groups, { fy: "name", x: "count", fill: own, insetTop: 19 + labels.more, insetBottom: 5 }),
          Plot.text(spec.groups, { fy: "name", x: "count", text: "told", frameAnchor: "bottom", textAnchor: "start", dx: 5, dy: -12, fill: ink,
            fontWeight: 600 }),
          Plot.text(spec.groups, { ...heading, fy: "name", text: (group) => labels.of(group.name) }),
          Plot.ruleX([0], { stroke: ink }),
        ],
      });
    },

    // A dot for every point visited, and the mean of each sixth of them.
    scatter(spec, width) {
      return Plot.plot({
        width, height: 260, marginLeft: 48, marginRight: 24, marginTop: 24, marginBottom: 44,
        x: { label: spec.xLabel, grid: true, labelAnchor: "center", labelArrow: "none", ticks: width < narrow ? 4 : 8 },
        y: { label: spec.yLabel, domain: room(spec.points.map((one) => one.y), true), grid: true, ticks: 5, labelArrow: "none" },
        marks: [
          Plot.dot(spec.points, { x: "x", y: "y", r: 2.6, fill: mark, fillOpacity: .55 }),
          spec.trend.length === 0 ? null : Plot.line(spec.trend, { x: "x", y: "y", stroke: ink, strokeWidth: 2 }),
        ],
      });
    },

    // Parts of a whole in time, each with its name where it is widest; a line between them, for who sees no colour.
    areas(spec, width) {
      const points = spec.groups.flatMap((group, i) => group.points.map((point) => ({ ...point, name: group.name, i })));
      const fills = [mark, other, quiet, line];
      const foot = spec.groups[0].points.map(() => 0);
      const named = spec.groups.map((group) => {
        const most = d3.maxIndex(group.points, (point) => point.y);
        const at = { name: group.name, x: group.points[most].x, y: foot[most] + group.points[most].y / 2 };
        group.points.forEach((point, k) => { foot[k] += point.y; });
        return at;
      });
      const ends = d3.extent(points, (one) => one.x), share = (one) => (one.x - ends[0]) / (ends[1] - ends[0] || 1);
      const side = [["start", (one) => share(one) < .2], ["middle", (one) => share(one) >= .2 && share(one) <= .8],
        ["end", (one) => share(one) > .8]];
      return Plot.plot({
        width, height: 300, marginLeft: 48, marginRight: 24, marginTop: 24, marginBottom: 44,
        x: { label: spec.xLabel, labelAnchor: "center", labelArrow: "none", ticks: width < narrow ? 4 : 8 },
        y: { label: spec.yLabel, grid: true, ticks: 6, labelArrow: "none" },
        marks: [Plot.areaY(points, Plot.stackY({ order: "i" }, { x: "x", y: "y", z: "i",
          fill: (one) => fills[one.i % fills.length], fillOpacity: .5, stroke: ink, strokeWidth: .6 }))].concat(
          side.map(([anchor, here]) => Plot.text(named.filter(here), { x: "x", y: "y", text: "name", textAnchor: anchor,
            fill: ink, stroke: "var(--paper)", strokeWidth: 4, fontWeight: 600 }))),
      });
    },

    // What became of a figure in time or over a setting; each group its own dash and its name at the end of its line or, for
    // every second one, under its beginning; what they are held against lies across.
    lines(spec, width) {
      const points = spec.groups.flatMap((group, i) => group.points.map((point) => ({ ...point, name: group.name, i })));
      const dashes = ["", "6 3", "2 3", "8 3 2 3", "1 2", "10 4"];
      const named = spec.groups.map((group, i) => ({ ...group.points[i % 2 ? 0 : group.points.length - 1], name: group.name }));
      return Plot.plot({
        width, height: 300, marginLeft: 48, marginRight: 24, marginTop: 24, marginBottom: 44,
        x: { label: spec.xLabel, labelAnchor: "center", labelArrow: "none", ticks: width < narrow ? 4 : 8 },
        y: { label: spec.yLabel, domain: room(points.flatMap((one) => [one.y, one.low ?? one.y, one.high ?? one.y])
          .concat(spec.level ? [spec.level.y] : []), true), grid: true, ticks: 6, labelArrow: "none" },
        marks: [
          spec.level ? Plot.ruleY([spec.level], { y: "y", stroke: ink, strokeWidth: 1.5 }) : null,
          spec.level ? Plot.text([spec.level], { y: "y", text: "name", frameAnchor: "left", dx: 4, dy: 10, fill: ink,
            stroke: "var(--paper)", strokeWidth: 4 }) : null,
        ].concat(spec.groups.map((group, i) => Plot.line(group.points, { x: "x", y: "y", stroke: i === 0 ? mark : other,
          strokeWidth: 2.5, strokeDasharray: dashes[i % dashes.length] }))).concat([
          Plot.ruleX(points.filter((one) => one.low !== undefined), { x: "x", y1: "low", y2: "high", stroke: quiet }),
          Plot.dot(points, { x: "x", y: "y", r: 3.5, fill: (one) => one.i === 0 ? mark : other }),
          named.map((one, i) => Plot.text([one], { x: "x", y: "y", text: () => fold(one.name, width * .7),
            textAnchor: i % 2 ? "start" : "end", lineAnchor: i % 2 ? "top" : "bottom", dy: i % 2 ? 10 : -10, fill: ink, stroke: "var(--paper)", strokeWidth: 4 })),
        ]),
      });
    },
  };

  // From the least to the greatest with a little air; from nought where nought means something.
  function room(values, zero) {
    const given = values.filter((value) => Number.isFinite(value));
    const low = zero ? Math.min(0, d3.min(given)) : d3.min(given), high = d3.max(given);
    const air = (high - low || Math.abs(high) || 1) * .05;
    return [zero && low === 0 ? 0 : low - air, high + air];
  }

  function draw(figure) {
    const place = figure.querySelector(".plot"), width = Math.floor(place.clientWidth);
    if (width === 0 || place.dataset.width === String(width)) return;
    const spec = JSON.parse(figure.querySelector("script").textContent);
    const drawn = [drawings[figure.dataset.kind](spec, width)].flat();
    drawn.forEach((one) => one.setAttribute("aria-hidden", "true"));
    place.dataset.width = String(width);
    place.replaceChildren(...drawn);
  }

  const figures = Array.from(document.querySelectorAll("figure[data-kind]"));
  const again = () => figures.forEach(draw);
  again();
  addEventListener("resize", again);
  const tables = Array.from(document.querySelectorAll("details"));
  tables.forEach((one) => { one.open = false; });
  // On paper a chart has its table; what is only there to look something up stays as it is.
  addEventListener("beforeprint", () => tables.forEach((one) => {
    one.dataset.was = one.open ? "1" : "";
    one.open = one.open || !one.classList.contains("more");
  }));
  addEventListener("afterprint", () => tables.forEach((one) => { one.open = one.dataset.was === "1"; }));
})();
