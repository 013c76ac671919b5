// The map: coastlines, borders and a mark for every place, drawn as SVG in
// Mercator's projection, whose circles stay circles. One unit is one degree of
// longitude; north is up, so y runs against the latitude.
const MERCATOR_LIMIT = 84;

function mercator(lat) {
  const l = Math.max(-MERCATOR_LIMIT, Math.min(MERCATOR_LIMIT, lat)) * Math.PI / 180;
  return -Math.log(Math.tan(Math.PI / 4 + l / 2)) * 180 / Math.PI;
}

function latitude(y) {
  return (2 * Math.atan(Math.exp(-y * Math.PI / 180)) - Math.PI / 2) * 180 / Math.PI;
}

// degrees is the length of km kilometres at a latitude, in the map's units.
function degrees(km, lat) {
  return km / (111.32 * Math.max(0.1, Math.cos(lat * Math.PI / 180)));
}

function readAtlas(json) {
  const bytes = Uint8Array.from(atob(json.arcs), c => c.charCodeAt(0));
  let at = 0;
  const number = () => {
    let n = 0, shift = 0, b;
    do { b = bytes[at++]; n |= (b & 127) << shift; shift += 7; } while (b > 127);
    return n;
  };
  const step = () => { const n = number(); return n >>> 1 ^ -(n & 1); };
  const arcs = [];
  while (at < bytes.length) {
    const arc = [];
    let x = 0, y = 0;
    for (let n = number(); n > 0; n--) {
      x += step(); y += step();
      arc.push([x / json.scale, mercator(y / json.scale)]);
    }
    arcs.push(arc);
  }
  // Lines that cross the 180th meridian run on beyond it, and are drawn again a
  // turn away, so that both edges of the map have their part.
  const path = (points, end) => {
    let turn = 0, low = 0, high = 0;
    const run = points.map(([x, y], i) => {
      if (i && x - points[i - 1][0] > 180) turn -= 360;
      if (i && x - points[i - 1][0] < -180) turn += 360;
      low = Math.min(low, x + turn);
      high = Math.max(high, x + turn);
      return [x + turn, y];
    });
    const draw = by => run.map((p, i) => (i ? "L" : "M") + (p[0] + by).toFixed(3) + " " + p[1].toFixed(3)).join("") + end;
    return draw(0) + (low < -180 ? draw(360) : "") + (high > 180 ? draw(-360) : "");
  };
  const ring = list => path(list.flatMap((i, k) => {
    const arc = i < 0 ? arcs[~i].slice().reverse() : arcs[i];
    return k ? arc.slice(1) : arc;
  }), "Z");
  const owners = new Map();
  for (const c of json.countries) for (const r of c.rings) for (let i of r) {
    if (i < 0) i = ~i;
    owners.set(i, (owners.get(i) || 0) + 1);
  }
  const contested = new Set(json.contested);
  let coast = "", border = "", disputed = "";
  arcs.forEach((arc, i) => {
    const d = path(arc, "");
    if (owners.get(i) < 2) coast += d;
    else if (contested.has(i)) disputed += d;
    else border += d;
  });
  const shape = c => c.rings.map(ring).join("");
  return {
    source: json.source, coast, border, disputed,
    land: json.countries.map(shape).join(""),
    labels: json.countries.map(c => ({ name: c.name, x: c.label[0], y: mercator(c.label[1]), size: c.size })),
    shapeOf: code => json.countries.filter(c => c.code === code).map(shape).join(""),
  };
}

const SVG = "http://www.w3.org/2000/svg";

function svg(name, attributes, ...children) {
  const e = document.createElementNS(SVG, name);
  for (const k in attributes) if (attributes[k] !== undefined) e.setAttribute(k, attributes[k]);
  e.append(...children);
  return e;
}

// precisionWords says what a UCDP where_prec code means.
const precisionWords = ["", "exact place", "within about 25 km", "somewhere in the district", "somewhere in the province", "a larger region, or between places", "somewhere in the country", "sea or air"];
// Where a record gives no radius, the precision alone says how wide to draw.
const precisionKm = [0, 0, 25, 40, 100, 200, 0, 100];

class WorldMap {
  // onPick is called with the marks under a click, nearest first.
  constructor(figure, atlas, onPick) {
    this.figure = figure;
    this.atlas = atlas;
    this.onPick = onPick;
    this.marks = [];
    const still = { "vector-effect": "non-scaling-stroke" };
    this.shaded = svg("path", { class: "shaded" });
    this.circles = svg("g", {});
    this.dots = svg("g", {});
    this.svg = svg("svg", { tabindex: 0, role: "application", preserveAspectRatio: "xMidYMid slice",
      "aria-label": "Map of the incidents listed. Arrow keys move it, plus and minus zoom, 0 shows all. Everything on it is in the list too." },
      svg("path", { class: "land", d: atlas.land, "fill-rule": "evenodd" }), this.shaded,
      svg("path", { class: "coast", d: atlas.coast, ...still }),
      svg("path", { class: "border", d: atlas.border, ...still }),
      svg("path", { class: "border disputed", d: atlas.disputed, ...still }),
      this.circles, this.dots);
    this.labels = document.createElement("div");
    this.labels.className = "labels";
    this.labels.setAttribute("aria-hidden", "true");
    this.scale = document.createElement("div");
    this.scale.className = "scale";
    this.scale.setAttribute("aria-hidden", "true");
    const button = (text, label, act) => {
      const b = document.createElement("button");
      b.type = "button"; b.textContent = text; b.setAttribute("aria-label", label); b.title = label;
      b.addEventListener("click", act);
      return b;
    };
    const controls = document.createElement("div");
    controls.className = "controls";
    this.large = button("⤢", "Large map", () => this.onLarge && this.onLarge());
    this.large.classList.add("large");
    controls.append(button("+", "Zoom in", () => this.zoom(1 / 1.7)), button("−", "Zoom out", () => this.zoom(1.7)),
      button("◎", "Show all", () => this.showAll()), this.large);
    const stage = document.createElement("div");
    stage.className = "stage";
    stage.append(this.svg, this.labels, this.scale, controls);
    const caption = document.createElement("figcaption");
    caption.textContent = "● where it happened, larger with the dead. ○ fired from. Circle: how exactly the place is known; dashed where the record names no radius; a whole country is shaded. " + atlas.source + ". Borders state no position.";
    figure.append(stage, caption);
    this.view = { x: -170, y: -110, w: 340, h: 190 };
    this.listen();
    new ResizeObserver(() => this.draw()).observe(stage);
  }

  // show draws places: {x, y, lat, km, exact, role, country, shade, toll, on,
  // label, data}.
  show(marks) {
    this.marks = marks;
    this.circles.replaceChildren();
    this.dots.replaceChildren();
    const still = { "vector-effect": "non-scaling-stroke" };
    let shade = "";
    const drawn = new Set();
    for (const m of marks.slice().sort((a, b) => a.on - b.on)) {
      const on = m.on ? " on" : "";
      if (m.shade && m.on) shade += this.atlas.shapeOf(m.country);
      if (m.x === undefined) continue;
      // Many incidents may have the same circle: one tells as much as ten.
      const circle = [m.x, m.y, m.km, m.role, m.on].join();
      if (m.km > 0 && !drawn.has(circle)) {
        drawn.add(circle);
        this.circles.append(svg("circle", { class: "near " + m.role + on + (m.exact ? "" : " guess") + (m.shade ? " wide" : ""), cx: m.x, cy: m.y, r: degrees(m.km, m.lat), ...still }));
      }
      if (m.site) {
        this.circles.append(svg("path", { class: "flight" + on, d: `M${m.x} ${m.y}L${m.site.x} ${m.site.y}`, ...still }));
      }
      const dot = [m.x, m.y, m.role, m.on, m.toll, m.label].join();
      if (drawn.has(dot)) continue;
      drawn.add(dot);
      // A line of no length with round ends is a dot whose size on the screen
      // does not change with the zoom.
      const d = `M${m.x} ${m.y}h0`;
      const size = 9 + (m.toll > 0 ? Math.min(14, 3 * Math.log2(1 + m.toll)) : 0);
      const g = svg("g", { class: "dot " + m.role + on },
        svg("path", { class: "halo", d, "stroke-width": size + 4, ...still }),
        svg("path", { class: "core", d, "stroke-width": size, ...still }));
      if (m.role === "launch") g.append(svg("path", { class: "hole", d, "stroke-width": size - 5, ...still }));
      g.append(svg("title", {}, m.label));
      this.dots.append(g);
    }
    this.shaded.setAttribute("d", shade);
    this.draw();
  }

  // fit brings marks into view, with air around them.
  fit(marks) {
    const at = marks.filter(m => m.x !== undefined);
    if (!at.length) return;
    let [x0, x1, y0, y1] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const m of at) {
      // Wide enough that a coast or a border tells where in the world it is.
      const r = degrees(Math.max(m.km * 1.3, 260), m.lat);
      x0 = Math.min(x0, m.x - r); x1 = Math.max(x1, m.x + r);
      y0 = Math.min(y0, m.y - r); y1 = Math.max(y1, m.y + r);
    }
    this.view = { x: x0, y: y0, w: x1 - x0, h: y1 - y0 };
    this.draw();
  }

  showAll() { this.fit(this.marks); }

  // units is how much of the map one pixel shows.
  units() {
    const box = this.svg.getBoundingClientRect();
    if (!box.width || !box.height) return 0;
    // The view always fits whole; what is left over on one side shows more.
    return Math.max(this.view.w / box.width, this.view.h / box.height);
  }

  draw() {
    const box = this.svg.getBoundingClientRect();
    const u = Math.min(this.units(), 360 / Math.max(1, box.width));
    if (!u) return;
    const w = box.width * u, h = box.height * u;
    let x = this.view.x + this.view.w / 2 - w / 2, y = this.view.y + this.view.h / 2 - h / 2;
    x = Math.max(-180, Math.min(180 - w, x));
    const top = mercator(MERCATOR_LIMIT), bottom = mercator(-62);
    y = h > bottom - top ? (top + bottom - h) / 2 : Math.max(top, Math.min(bottom - h, y));
    this.shown = { x, y, w, h, u };
    this.svg.setAttribute("viewBox", `${x} ${y} ${w} ${h}`);
    this.drawLabels(box);
    this.drawScale();
  }

  drawLabels(box) {
    const { x, y, u } = this.shown;
    const taken = [];
    const out = [];
    // place reports whether there was room.
    const place = (text, px, py, cls) => {
      const w = text.length * 6.4, h = 15;
      const r = [px - w / 2, py - h / 2, px + w / 2, py + h / 2];
      if (r[0] < 2 || r[1] < 2 || r[2] > box.width - 2 || r[3] > box.height - 2) return false;
      if (taken.some(t => r[0] < t[2] && t[0] < r[2] && r[1] < t[3] && t[1] < r[3])) return false;
      taken.push(r);
      const e = document.createElement("span");
      e.textContent = text;
      e.className = cls;
      e.style.left = px + "px";
      e.style.top = py + "px";
      out.push(e);
      return true;
    };
    // No name stands on a dot of the incident that is looked at.
    const named = [...new Map(this.marks.filter(m => m.on && m.x !== undefined).map(m => [[m.name, m.x, m.y].join(), m])).values()].slice(0, 200);
    for (const m of named) {
      const px = (m.x - x) / u, py = (m.y - y) / u;
      taken.push([px - 9, py - 9, px + 9, py + 9]);
    }
    for (const m of named) {
      const px = (m.x - x) / u, py = (m.y - y) / u, side = m.name.length * 3.4 + 16;
      [[0, -20], [0, 20], [side, 0], [-side, 0]].some(([dx, dy]) => place(m.name, px + dx, py + dy, "town"));
    }
    for (const c of this.atlas.labels.slice().sort((a, b) => b.size - a.size)) {
      // A name wider than its country would stand on a neighbour.
      if (Math.sqrt(c.size) * 1.6 / u < c.name.length * 6) continue;
      place(c.name, (c.x - x) / u, (c.y - y) / u, "land");
    }
    this.labels.replaceChildren(...out);
  }

  drawScale() {
    const { y, h, u } = this.shown;
    const perPixel = u * 111.32 * Math.cos(latitude(y + h / 2) * Math.PI / 180);
    let km = Math.pow(10, Math.floor(Math.log10(perPixel * 100)));
    for (const f of [5, 2]) if (km * f <= perPixel * 100) { km *= f; break; }
    this.scale.textContent = km.toLocaleString("en") + " km";
    this.scale.style.width = km / perPixel + "px";
  }

  zoom(by, cx, cy) {
    const s = this.shown;
    if (!s) return;
    if (cx === undefined) { cx = s.x + s.w / 2; cy = s.y + s.h / 2; }
    const w = Math.max(0.05, Math.min(360, s.w * by)), k = w / s.w;
    this.view = { x: cx - (cx - s.x) * k, y: cy - (cy - s.y) * k, w, h: s.h * k };
    this.draw();
  }

  pan(dx, dy) {
    const s = this.shown;
    this.view = { x: s.x + dx * s.u, y: s.y + dy * s.u, w: s.w, h: s.h };
    this.draw();
  }

  at(e) {
    const box = this.svg.getBoundingClientRect(), s = this.shown;
    return [s.x + (e.clientX - box.left) * s.u, s.y + (e.clientY - box.top) * s.u];
  }

  listen() {
    const down = new Map();
    let moved = 0;
    this.svg.addEventListener("wheel", e => {
      e.preventDefault();
      this.zoom(Math.exp(Math.max(-1, Math.min(1, e.deltaY / 300))), ...this.at(e));
    }, { passive: false });
    this.svg.addEventListener("pointerdown", e => {
      if (!down.size) moved = 0;
      down.set(e.pointerId, [e.clientX, e.clientY]);
      this.svg.setPointerCapture(e.pointerId);
    });
    this.svg.addEventListener("pointermove", e => {
      const was = down.get(e.pointerId);
      if (!was) return;
      const now = [e.clientX, e.clientY];
      moved += Math.hypot(now[0] - was[0], now[1] - was[1]);
      if (down.size === 1) {
        this.pan(was[0] - now[0], was[1] - now[1]);
      } else {
        const other = [...down].find(([id]) => id !== e.pointerId)[1];
        const gap = p => Math.hypot(p[0] - other[0], p[1] - other[1]) || 1;
        const [cx, cy] = this.at({ clientX: (now[0] + other[0]) / 2, clientY: (now[1] + other[1]) / 2 });
        this.zoom(gap(was) / gap(now), cx, cy);
      }
      down.set(e.pointerId, now);
    });
    const up = e => {
      if (!down.delete(e.pointerId) || down.size || moved > 6 || e.type !== "pointerup") return;
      const [x, y] = this.at(e), u = this.shown.u;
      const near = this.marks.filter(m => m.x !== undefined)
        .map(m => [Math.hypot(m.x - x, m.y - y) / u, m]).filter(p => p[0] < 14)
        .sort((a, b) => a[0] - b[0]).map(p => p[1]);
      this.onPick(near, e);
    };
    this.svg.addEventListener("pointerup", up);
    this.svg.addEventListener("pointercancel", up);
    this.svg.addEventListener("dblclick", e => this.zoom(0.5, ...this.at(e)));
    this.svg.addEventListener("keydown", e => {
      const act = {
        ArrowLeft: () => this.pan(-60, 0), ArrowRight: () => this.pan(60, 0),
        ArrowUp: () => this.pan(0, -60), ArrowDown: () => this.pan(0, 60),
        "+": () => this.zoom(1 / 1.5), "=": () => this.zoom(1 / 1.5), "-": () => this.zoom(1.5), "0": () => this.showAll(),
      }[e.key];
      if (!act || e.ctrlKey || e.metaKey || e.altKey) return;
      e.preventDefault();
      e.stopPropagation();
      act();
    });
  }
}
