// The article's text, with the words of every value marked in it.
const KINDS = [["type", "act"], ["date", "date"], ["location", "place"], ["site", "target"], ["weapon", "weapon"], ["casualty", "casualties"], ["perpetrator", "actor"], ["claim", "claim"]];

// highlight cuts text at every edge of the values' words, so that words of
// several values become pieces that belong to each of them.
function highlight(a, text, title) {
  const spans = [];
  for (const v of a.values) {
    if (v.field === "incident" || hiddenKinds.has(v.field) || !everyIncident && v.inc !== state.i) continue;
    for (const s of v.spans) {
      if (!s.fault && (s.in === "title") === title && s.from < s.to) spans.push({ from: s.from, to: s.to, v });
    }
  }
  const rank = s => (s.v.inc === state.i ? 0 : 1e9) + (s.v.superseded ? 0.5 : 0) + s.to - s.from;
  spans.sort((p, q) => p.from - q.from || p.to - q.to);
  const cuts = [...new Set([0, text.length, ...spans.flatMap(s => [s.from, s.to])])].sort((p, q) => p - q);
  const out = document.createDocumentFragment();
  let live = [], next = 0;
  for (let c = 0; c + 1 < cuts.length; c++) {
    const [from, to] = [cuts[c], cuts[c + 1]];
    live = live.filter(s => s.to > from);
    while (next < spans.length && spans[next].from <= from) live.push(spans[next++]);
    const piece = text.slice(from, to);
    if (!live.length) { out.append(piece); continue; }
    const here = live.slice().sort((p, q) => rank(p) - rank(q));
    const values = [...new Set(here.map(s => s.v))];
    const mine = values.filter(v => v.inc === state.i);
    const top = values[0];
    const m = el("mark", {
      "data-v": values.map(v => v.index).join(" "), "data-k": top.field, role: "button", tabindex: -1,
      class: "k-" + top.field + (mine.length ? "" : " other"),
      title: values.slice(0, 6).map(v => capital(forms.get(v.field).label) + ": " + v.text + (v.inc === state.i ? "" : " (incident " + (v.inc + 1) + ")")).join("\n"),
    }, piece);
    // One line under the words for each kind, the nearest value's first.
    const kinds = [...new Set((mine.length ? mine : values).map(v => v.field))].slice(0, 4);
    m.style.boxShadow = kinds.map((k, n) => n ? `0 ${n * 3 - 1}px 0 0 var(--paper), 0 ${n * 3 + 1}px 0 0 var(--k-${k})` : `0 1.5px 0 0 var(--k-${k})`).join(", ");
    out.append(m);
  }
  return out;
}

function renderReader(fresh) {
  const a = articles[state.a];
  const reader = $("reader");
  const top = reader.scrollTop;
  const link = /^https?:\/\//i.test(a.url || "") ? el("a", { href: a.url, rel: "noreferrer noopener", target: "_blank", text: "original" }) : null;
  const meta = el("p", { class: "meta" });
  for (const part of [a.published, a.source, a.id && a.id !== a.url ? a.id : "", link]) {
    if (!part) continue;
    if (meta.childNodes.length) meta.append(" · ");
    meta.append(part);
  }
  const faults = a.values.reduce((n, v) => n + v.spans.filter(s => s.fault).length, 0);
  const chips = KINDS.filter(([k]) => a.values.some(v => v.field === k && v.spans.length)).map(([k, label]) => el("button", {
    type: "button", class: "chip k-" + k, "data-k": k, "aria-pressed": String(!hiddenKinds.has(k)), text: label,
    title: "Show or hide these words",
    onclick: () => { hiddenKinds.has(k) ? hiddenKinds.delete(k) : hiddenKinds.add(k); renderReader(false); paintActive(); },
  }));
  if (a.incidents.length > 1) chips.push(el("button", {
    type: "button", class: "chip", id: "every", "aria-pressed": String(everyIncident), text: "other incidents",
    title: "Show or hide the words of the article's other incidents",
    onclick: () => { everyIncident = !everyIncident; renderReader(false); paintActive(); },
  }));
  const text = el("div", { id: "text", dir: "auto" });
  text.append(highlight(a, a.text, false));
  const title = el("h2", { id: "title", dir: "auto" });
  title.append(a.title ? highlight(a, a.title, true) : el("span", { class: "untitled", text: "Article " + (a.id || state.a + 1) }));
  reader.replaceChildren(
    el("header", {}, title, meta,
      chips.length ? el("div", { class: "chips", role: "group", "aria-label": "Words to show" }, ...chips) : null,
      faults ? el("p", { class: "warn", text: many(faults, "value's words are", "values' words are") + " not where the record says. Was it read from another text?" }) : null),
    text,
    el("footer", {}, el("label", { class: "readtick" }, el("input", { type: "checkbox", id: "read", onchange: e => readTick(e.target.checked) }), " I have read the whole article: what its record misses, I have added"),
      el("p", { class: "step" },
        el("button", { type: "button", text: "← previous", onclick: () => step(-1) }), el("button", { type: "button", text: "next →", onclick: () => step(1) }))));
  const first = reader.querySelector("mark");
  if (first) first.tabIndex = 0;
  renderReadTick();
  reader.scrollTop = fresh ? 0 : top;
  if (fresh && narrow.matches) window.scrollTo(0, 0);
}

function renderReadTick() {
  const box = $("read");
  if (box) box.checked = marks[state.a].has("read");
}

function readTick(on) {
  const a = articles[state.a];
  if (on) put(a, { article: a.id, field: "article", key: "read", verdict: "read" });
  else marks[a.index].delete("read");
  changed(a);
  renderReadTick();
}

function step(by) {
  const at = shown.findIndex(s => s.a.index === state.a);
  const to = shown[at < 0 ? 0 : at + by];
  if (to) go(to.a.index, to.incidents.length ? to.incidents[0].index : -1);
}

function stepIncident(by) {
  const n = articles[state.a].incidents.length;
  if (state.i + by >= 0 && state.i + by < n) go(state.a, state.i + by);
}

function stepValue(by) {
  const rows = [...document.querySelectorAll("#record .value[data-v]")];
  const at = rows.findIndex(r => Number(r.dataset.v) === state.v);
  const row = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by];
  if (row) activate(Number(row.dataset.v), "keys");
}
