// The page: a list, the text, the record and the map, and the reviewer's marks.
// Whatever comes from an article reaches the document as text nodes alone.
(() => {
const $ = id => document.getElementById(id);
const batch = JSON.parse($("batch").textContent);
const forms = new Map(batch.forms.map(f => [f.field, f]));
const articles = batch.articles;

// el makes an element. Properties are attributes, but for text, on… and
// values that are null or false, which leave theirs out.
function el(tag, props, ...children) {
  const e = document.createElement(tag);
  for (const [k, v] of Object.entries(props || {})) {
    if (v === null || v === undefined || v === false) continue;
    if (k === "text") e.textContent = v;
    else if (k.startsWith("on")) e.addEventListener(k.slice(2), v);
    else e.setAttribute(k, v === true ? "" : v);
  }
  e.append(...children.filter(c => c !== null && c !== undefined && c !== false));
  return e;
}

const plain = s => String(s || "").replaceAll("_", " ");
const capital = s => s.charAt(0).toUpperCase() + s.slice(1);
const many = (n, one, more) => n + " " + (n === 1 ? one : more || one + "s");

let regionNames = null;
try { regionNames = new Intl.DisplayNames(["en"], { type: "region" }); } catch { /* codes will do */ }
function countryName(code) {
  if (!code) return "";
  try { return regionNames && regionNames.of(code) || code; } catch { return code; }
}

articles.forEach((a, ai) => {
  a.index = ai;
  a.values = [];
  a.incidents.forEach((inc, ii) => {
    inc.index = ii;
    inc.countries = new Set();
    inc.weapons = new Set();
    for (const v of inc.values) {
      v.inc = ii;
      v.index = a.values.length;
      v.spans = v.spans || [];
      a.values.push(v);
      if (v.field === "location" && v.value.country && v.value.role !== "context" && v.value.role !== "launch") inc.countries.add(v.value.country);
      if (v.field === "weapon") {
        if (v.value.category) inc.weapons.add("category:" + v.value.category);
        if (v.value.name) inc.weapons.add("name:" + v.value.name);
      }
      if (v.field === "date") { inc.start = v.value.start || v.value.end; inc.end = v.value.end || v.value.start; }
    }
  });
});

// heading is what stands for an article without a title: its first words.
function heading(a) {
  if (a.title) return a.title;
  const line = a.text.slice(0, 400).trim().split("\n")[0];
  return (line.length > 110 ? line.slice(0, 100).replace(/\s+\S*$/, "") + " …" : line) || a.id || "(empty article)";
}

function incidentName(inc) {
  return [capital(plain(inc.type) || "incident"), inc.place].filter(Boolean).join(", ");
}

function tollWords(inc) {
  if (inc.killed) return inc.killed + " killed";
  if (inc.hurt) return inc.hurt + " injured";
  return "";
}

/* ---- marks ---- */

const STORE = "sitrep-review:";
const VERDICTS = { confirm: "right", reject: "wrong", correct: "corrected" };
// marks holds one Map for each article, from a mark's key to its line.
const marks = articles.map(() => new Map());
let unkept = false;

function load(a) {
  marks[a.index].clear();
  let lines = null;
  try { lines = localStorage.getItem(STORE + a.hash); } catch { unkept = true; }
  if (!lines) return;
  try {
    for (const m of JSON.parse(lines)) if (m && typeof m.key === "string") marks[a.index].set(m.key, m);
  } catch { notice("Marks kept for “" + heading(a) + "” could not be read and are left out."); }
}

function save(a) {
  try {
    if (marks[a.index].size) localStorage.setItem(STORE + a.hash, JSON.stringify([...marks[a.index].values()]));
    else localStorage.removeItem(STORE + a.hash);
  } catch {
    unkept = true;
    notice("This browser does not keep marks for the page. Export them before you close it.");
  }
}

function markOf(v) { return marks[state.a].get(v.key); }

function lineFor(a, v, verdict) {
  const inc = a.incidents[v.inc];
  return {
    article: a.id, incident: inc.id, field: v.field, path: v.path, key: v.key, value: v.value, verdict,
    evidence: v.spans.map(({ start, end, in: where, text }) => where ? { start, end, in: where, text } : { start, end, text }),
  };
}

// put keeps a mark; changed must be told of it.
function put(a, line) {
  const who = $("reviewer").value.trim();
  if (who) line.reviewer = who;
  marks[a.index].set(line.key, line);
}

function judge(v, verdict) {
  const a = articles[state.a];
  const now = marks[a.index].get(v.key);
  if (now && now.verdict === verdict) marks[a.index].delete(v.key);
  else put(a, lineFor(a, v, verdict));
  changed(a);
}

function changed(a) {
  save(a);
  renderRecord();
  renderPeek();
  progressOf(a);
  tally();
}

function counts(a) {
  const kept = marks[a.index];
  let judged = 0, wrong = 0, missing = 0;
  for (const v of a.values) {
    const m = kept.get(v.key);
    if (m) judged++;
    if (m && m.verdict !== "confirm") wrong++;
  }
  for (const m of kept.values()) if (m.verdict === "missing") missing++;
  return { judged, wrong, missing, all: a.values.length, read: kept.has("read") };
}

function strays(a) {
  const keys = new Set(a.values.map(v => v.key));
  return [...marks[a.index].values()].filter(m => Object.hasOwn(VERDICTS, m.verdict) && !keys.has(m.key));
}

function tally() {
  let judged = 0, all = 0, wrong = 0, missing = 0;
  for (const a of articles) {
    const c = counts(a);
    judged += c.judged; all += c.all; wrong += c.wrong; missing += c.missing;
  }
  $("progress").max = Math.max(1, all);
  $("progress").value = judged;
  $("tally").textContent = judged + " of " + many(all, "value") + " judged"
    + (wrong ? ", " + wrong + " wrong" : "") + (missing ? ", " + missing + " missing" : "");
}

function exportMarks() {
  const lines = [];
  for (const a of articles) {
    const kept = new Map(marks[a.index]);
    for (const v of a.values) {
      if (kept.has(v.key)) lines.push(kept.get(v.key));
      kept.delete(v.key);
    }
    lines.push(...[...kept.values()].sort((m, n) => m.key < n.key ? -1 : m.key > n.key ? 1 : 0));
  }
  if (!lines.length) { notice("There are no marks yet: tick a value first."); return; }
  const link = el("a", {
    download: batch.name.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") + "-marks.jsonl",
    href: URL.createObjectURL(new Blob([lines.map(m => JSON.stringify(m) + "\n").join("")], { type: "application/jsonl" })),
  });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  notice(many(lines.length, "mark") + " exported.");
}

function importMarks(text) {
  const byId = new Map(articles.map(a => [a.id, a]));
  const faults = [], touched = new Set();
  let taken = 0, strangers = 0;
  text.split("\n").forEach((line, i) => {
    if (!line.trim()) return;
    let m;
    try { m = JSON.parse(line); } catch { faults.push(i + 1); return; }
    const known = m && typeof m === "object" && typeof m.article === "string" && typeof m.key === "string"
      && (Object.hasOwn(VERDICTS, m.verdict) || m.verdict === "missing" || m.verdict === "read");
    if (!known) { faults.push(i + 1); return; }
    const a = byId.get(m.article);
    if (!a) { strangers++; return; }
    marks[a.index].set(m.key, m);
    touched.add(a);
    taken++;
  });
  for (const a of touched) { save(a); progressOf(a); }
  renderRecord();
  renderReadTick();
  tally();
  notice(many(taken, "mark") + " imported."
    + (strangers ? " " + many(strangers, "line") + " left out: the article is not in this page." : "")
    + (faults.length ? " Not marks, left out: line " + faults.slice(0, 8).join(", ") + (faults.length > 8 ? " and more" : "") + "." : ""));
}

let noticeTimer = 0;
function notice(text) {
  const n = $("notice");
  n.textContent = text;
  n.hidden = !text;
  clearTimeout(noticeTimer);
  noticeTimer = setTimeout(() => { n.hidden = true; }, 8000);
}

/* ---- state ---- */

// state is the article, incident and value that are looked at; -1 is none.
const state = { a: -1, i: -1, v: -1 };
const hiddenKinds = new Set();
let everyIncident = true;
let shown = [];   // articles the filters let through, each with its incidents
let selection = null;
let editing = null; // the form that is open: {v} or {missing: field}

const narrow = matchMedia("(max-width: 899px)");
function tab(name) {
  document.body.dataset.tab = name;
  for (const b of document.querySelectorAll(".tabs button")) b.setAttribute("aria-current", String(b.dataset.tab === name));
  renderPeek();
  if (name === "map") map.draw();
}

function address(a, i) { return "#a" + (a + 1) + (i >= 0 ? "." + (i + 1) : ""); }

function go(a, i) {
  const to = address(a, i);
  if (location.hash === to) route();
  else location.hash = to;
}

function route() {
  const m = /^#a(\d+)(?:\.(\d+))?$/.exec(location.hash);
  if (!m) return false;
  const a = Number(m[1]) - 1;
  if (!articles[a]) return false;
  let i = m[2] ? Number(m[2]) - 1 : -1;
  if (!articles[a].incidents[i]) i = articles[a].incidents.length ? 0 : -1;
  open(a, i);
  return true;
}

function open(a, i) {
  const other = a !== state.a;
  if (!other && i === state.i) { markCurrent(); return; }
  state.a = a;
  state.i = i;
  state.v = -1;
  editing = null;
  if (other) selection = null;
  renderReader(other);
  renderRecord();
  $("record").scrollTop = 0;
  renderPeek();
  markCurrent();
  if (location.hash.includes(".")) showIncident();
  renderMap();
  const on = map.marks.filter(k => k.on);
  if (on.length) map.fit(on);
}

// showIncident brings the incident's first words into view where an article
// tells of it far down.
function showIncident() {
  const words = $("text").querySelector("mark:not(.other)");
  if (!words) return;
  const box = $("reader").getBoundingClientRect(), at = words.getBoundingClientRect();
  if (at.bottom > Math.min(box.bottom, innerHeight) - 60 || at.top < Math.max(box.top, 0)) words.scrollIntoView({ block: "center" });
}

// activate chooses a value and shows both of its sides; from says which side
// it was chosen on.
function activate(index, from) {
  const a = articles[state.a];
  const v = a.values[index];
  if (!v) return;
  if (v.inc !== state.i) {
    state.i = v.inc;
    history.replaceState(null, "", address(state.a, v.inc));
    editing = null;
    renderReader(false);
    markCurrent();
    renderMap();
    const on = map.marks.filter(k => k.on);
    if (on.length) map.fit(on);
    state.v = index;
    renderRecord();
  } else {
    if (editing && editing.v !== index) { editing = null; state.v = index; renderRecord(); }
    state.v = index;
  }
  paintActive();
  renderPeek();
  const calm = { block: "nearest", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" };
  if (from !== "record") {
    const row = document.querySelector(`#record .value[data-v="${index}"]`);
    if (row && row.offsetParent) row.scrollIntoView(calm);
  }
  if (from !== "text") {
    const words = marksOf(index)[0];
    if (words) {
      if (narrow.matches && document.body.dataset.tab === "record" && from === "record") tab("reader");
      words.scrollIntoView({ ...calm, block: "center" });
    }
  }
}

// marksOf are the pieces of text that a value was read from. An incident's own
// words are those of its act.
function marksOf(index) {
  const v = articles[state.a].values[index];
  if (v.field === "incident") {
    const act = articles[state.a].values.find(w => w.inc === v.inc && w.field === "type");
    if (act) index = act.index;
  }
  return [...document.querySelectorAll("#reader mark")].filter(m => m.dataset.v.split(" ").includes(String(index)));
}

function paintActive() {
  for (const e of document.querySelectorAll("#reader mark.on, #record .value.on")) e.classList.remove("on");
  if (state.v < 0) return;
  const words = marksOf(state.v);
  for (const m of words) m.classList.add("on");
  if (words.length) rove($("reader"), "mark", words[0]);
  for (const r of document.querySelectorAll(`#record .value[data-v="${state.v}"]`)) r.classList.add("on");
}

// rove makes one of a group of elements the group's stop on the tab key.
function rove(box, selector, one) {
  for (const e of box.querySelectorAll(selector + '[tabindex="0"]')) e.tabIndex = -1;
  one.tabIndex = 0;
}

/* ---- the list ---- */

function facet(select, any, pairs) {
  const kept = select.value;
  select.replaceChildren(el("option", { value: "", text: any }), ...pairs.map(([value, text, n]) => el("option", { value, text: text + " (" + n + ")" })));
  select.value = kept;
}

function fillFilters() {
  const tallyOf = f => {
    const t = new Map();
    for (const a of articles) for (const inc of a.incidents) for (const k of f(inc)) t.set(k, (t.get(k) || 0) + 1);
    return t;
  };
  const sorted = (t, name) => [...t].map(([k, n]) => [k, name(k), n]).sort((p, q) => p[1].localeCompare(q[1], "en"));
  facet($("f-country"), "any", sorted(tallyOf(inc => inc.countries), countryName));
  facet($("f-type"), "any", sorted(tallyOf(inc => inc.type ? [inc.type] : []), k => capital(plain(k))));
  const weapons = tallyOf(inc => inc.weapons);
  const split = (prefix, name) => sorted(new Map([...weapons].filter(([k]) => k.startsWith(prefix))), k => name(k.slice(prefix.length)));
  const group = (label, pairs) => pairs.length ? el("optgroup", { label }, ...pairs.map(([value, text, n]) => el("option", { value, text: text + " (" + n + ")" }))) : null;
  $("f-weapon").replaceChildren(...[el("option", { value: "", text: "any" }),
    group("Kinds", split("category:", k => capital(plain(k)))), group("Models", split("name:", k => k))].filter(Boolean));
}

function matcher() {
  const f = id => $("f-" + id).value;
  const words = f("text").trim().toLowerCase().split(/\s+/).filter(Boolean);
  const tests = [];
  if (f("country")) tests.push(inc => inc.countries.has(f("country")));
  if (f("type")) tests.push(inc => inc.type === f("type"));
  if (f("weapon")) tests.push(inc => inc.weapons.has(f("weapon")));
  if (f("from")) tests.push(inc => inc.end && inc.end >= f("from"));
  if (f("to")) tests.push(inc => inc.start && inc.start <= f("to"));
  if (f("toll") === "said") tests.push(inc => inc.toll !== undefined);
  else if (f("toll") === "0") tests.push(inc => inc.toll === 0);
  else if (f("toll")) tests.push(inc => inc.toll >= Number(f("toll")));
  if (f("background")) tests.push(inc => Boolean(inc.background) === (f("background") === "background"));
  const marked = (a, inc) => inc.values.map(v => marks[a.index].get(v.key));
  if (f("state") === "open") tests.push((inc, a) => marked(a, inc).some(m => !m));
  if (f("state") === "wrong") tests.push((inc, a) => marked(a, inc).some(m => m && m.verdict !== "confirm"));
  if (f("state") === "rival") tests.push(inc => inc.values.some(v => v.rival));
  const unread = f("state") === "unread";
  const set = tests.length + unread;
  return {
    set: set + (words.length ? 1 : 0), inDetails: set,
    article: a => (!unread || !marks[a.index].has("read"))
      && (!words.length || words.every(w => (a.title + "\n" + a.text + "\n" + a.id).toLowerCase().includes(w)))
      && (!tests.length || a.incidents.some(inc => tests.every(t => t(inc, a)))),
    incident: (a, inc) => tests.every(t => t(inc, a)),
  };
}

function filter() {
  const m = matcher();
  shown = articles.filter(m.article).map(a => ({ a, incidents: a.incidents.filter(inc => m.incident(a, inc)) }));
  const incidents = shown.reduce((n, s) => n + s.incidents.length, 0);
  $("f-count").textContent = m.inDetails ? "· " + m.inDetails + " set" : "";
  $("count").textContent = many(shown.length, "article") + ", " + many(incidents, "incident") + (m.set ? " of " + articles.reduce((n, a) => n + a.incidents.length, 0) : "");
  $("articles").replaceChildren(...shown.map(({ a, incidents }) => el("li", { "data-a": a.index },
    el("a", { class: "head", href: address(a.index, -1), tabindex: -1 },
      el("span", { class: "title", text: heading(a), dir: "auto" }),
      el("span", { class: "meta" }, el("span", { text: [a.published, a.source].filter(Boolean).join(" · ") || a.id }), el("span", { class: "done" }))),
    incidents.length ? el("ul", {}, ...incidents.map(inc => el("li", {},
      el("a", { class: "inc" + (inc.background ? " old" : ""), href: address(a.index, inc.index), tabindex: -1, "data-i": inc.index },
        el("span", { class: "name", text: incidentName(inc) }),
        el("span", { class: "toll" + (inc.toll > 0 ? " dead" : ""), text: tollWords(inc) }))))) : el("p", { class: "none", text: a.incidents.length ? "" : "no incident" }))));
  if (!shown.length) $("articles").append(el("li", { class: "none", text: "Nothing passes these filters. Clear one of them." }));
  for (const s of shown) progressOf(s.a);
  const first = $("articles").querySelector("a");
  if (first) first.tabIndex = 0;
  markCurrent();
  renderMap();
}

function progressOf(a) {
  const e = document.querySelector(`#articles li[data-a="${a.index}"] .done`);
  if (!e) return;
  const c = counts(a);
  e.textContent = (c.read ? "✓ " : "") + (c.judged ? c.judged + "/" + c.all : "");
  e.title = (c.read ? "read; " : "") + c.judged + " of " + c.all + " values judged";
}

function markCurrent() {
  const list = $("articles");
  for (const e of list.querySelectorAll(".current")) { e.classList.remove("current"); e.removeAttribute("aria-current"); }
  const li = list.querySelector(`li[data-a="${state.a}"]`);
  if (!li) return;
  li.classList.add("current");
  const link = li.querySelector(`a[data-i="${state.i}"]`) || li.querySelector("a");
  link.classList.add("current");
  link.setAttribute("aria-current", "true");
  rove(list, "a", link);
  const box = $("list").getBoundingClientRect(), r = link.getBoundingClientRect();
  if (r.top < box.top + 40 || r.bottom > box.bottom) link.scrollIntoView({ block: "center" });
}

/* ---- the text ---- */

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
      title: values.map(v => capital(forms.get(v.field).label) + ": " + v.text + (v.inc === state.i ? "" : " (incident " + (v.inc + 1) + ")")).join("\n"),
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

/* ---- the record ---- */

const BASIS = { explicit: "the day is named", relative: "reckoned from publication", anchored: "reckoned from another event", publication: "only that it just happened" };
const DATE_PRECISION = ["", "to the day", "to some days", "to a week", "to a month", "to a year or more"];
const CERTAINTY = { reported_as_fact: "reported as fact", claimed: "claims it itself", accused: "accused", suspected: "suspected", denied: "named, and denied" };
const KNOWN_BY = { named: "named", debris: "known by its debris", type_only: "kind only", disjunction: "one of several named", suspected: "suspected" };

function range(c) {
  if (!c) return "";
  if (c.min !== undefined && c.max !== undefined) return c.min === c.max ? (c.hedge === "about" ? "~" : "") + c.min : c.min + "–" + c.max;
  return c.min !== undefined ? c.min + "+" : c.max !== undefined ? "≤" + c.max : "";
}

function detail(v, inc) {
  const x = v.value;
  switch (v.field) {
  case "incident": return ["one act of armed violence that the article reports"];
  case "stage": return ["outcome"];
  case "background": return [x ? "told as history or context" : "not told as history or context"];
  case "date": return [DATE_PRECISION[x.precision], BASIS[x.basis]];
  case "location": return [
    x.role === "launch" ? "fired from here" : x.role === "context" ? "context" : "it happened here",
    x.relation && x.relation !== "in" ? x.relation : "", precisionWords[x.precision],
    x.radius_km ? "±\u00a0" + Math.round(x.radius_km * 10) / 10 + "\u00a0km" : "",
    x.lat !== undefined ? x.lat.toFixed(2) + ", " + x.lon.toFixed(2) : "no coordinates"];
  case "site": return [plain(x.kind)];
  case "weapon": return [x.name ? plain(x.category) : "", countryName(x.origin), KNOWN_BY[x.identification],
    range(x.launched) && range(x.launched) + " launched", range(x.intercepted) && range(x.intercepted) + " intercepted",
    x.mixed ? "counted with other kinds" : "", x.claimant && "according to " + x.claimant];
  case "casualty": return [x.claimant || "the article's own voice", x.hedge && x.hedge !== "exact" ? plain(x.hedge) : "", v.part_of ? "part of the " + v.part_of : "", v.superseded ? "earlier figure" : ""];
  case "perpetrator": return [countryName(x.country), CERTAINTY[x.certainty], x.claimant && "according to " + x.claimant];
  case "claim": return [plain(x.claimant_kind), x.accused && "accuses " + x.accused, x.via && "through " + x.via];
  }
  return [];
}

function valueRow(v, card) {
  const a = articles[state.a];
  const m = marks[a.index].get(v.key);
  const x = v.value;
  let text = v.text;
  if (v.field === "casualty") text = range(x) || "?";
  if (v.field === "claim") text = [x.claimant, plain(x.stance)].filter(Boolean).join(" ");
  if (v.field === "incident") text = "This is one incident";
  if (v.field === "location") text = [...new Set([x.name, x.admin2, x.admin1, countryName(x.country)])].filter(Boolean).join(", ") || v.text;
  if (v.field === "background") text = x ? "background" : "news";
  const tick = (verdict, sign, label) => el("button", {
    type: "button", class: "tick " + verdict, "data-verdict": verdict, title: label, "aria-label": label + ": " + v.text,
    "aria-pressed": String(Boolean(m && m.verdict === verdict)), text: sign,
  });
  // What was hit is printed as the article has it; no need to say it twice.
  const same = v.field === "incident" || v.field === "site" && v.spans.length === 1 && v.spans[0].text === v.text && !v.spans[0].fault;
  const quotes = same ? [] : v.spans.slice(0, 3).map(s => el("q", { class: s.fault ? "fault" : "", text: s.text.length > 90 ? s.text.slice(0, 84).trimEnd() + " …" : s.text, title: s.rule ? "rule " + s.rule : false }));
  if (!same && v.spans.length > 3) quotes.push(el("span", { class: "meta", text: "and " + (v.spans.length - 3) + " more" }));
  const rules = [...new Set(v.spans.map(s => s.rule).filter(Boolean))];
  const about = detail(v).filter(Boolean).join(" · ");
  return el("div", { class: ["value", "k-" + v.field, card ? "card" : "", v.superseded ? "superseded" : "", v.rival ? "rival" : "", m ? m.verdict : "", v.index === state.v ? "on" : ""].filter(Boolean).join(" "), "data-v": v.index, "data-field": v.field },
    el("div", { class: "line" },
      el("button", { type: "button", class: "what", "aria-label": v.text + (v.spans.length ? ": show the words" : "") },
        el("span", { class: "main", text: capital(text) }), about ? el("span", { class: "sub", text: about }) : null),
      el("div", { class: "ticks", role: "group", "aria-label": "Judge " + v.text },
        tick("confirm", "✓", "Right"), tick("reject", "✕", "Wrong"), tick("correct", "✎", "Put right"))),
    quotes.length ? el("p", { class: "words" }, ...quotes) : null,
    rules.length ? el("p", { class: "rules", text: rules.join(", ") }) : null,
    m && m.verdict === "correct" && !(editing && editing.v === v.index) ? el("p", { class: "put", text: "→ " + words(m.correction) + (m.note ? " (" + m.note + ")" : "") }) : null,
    editing && editing.v === v.index ? formFor(v.field, m && m.correction !== undefined ? m.correction : v.value, m && m.note) : null);
}

// words prints a correction on one line.
function words(c) {
  if (c === null || typeof c !== "object") return plain(c);
  return Object.entries(c).map(([k, x]) => plain(k) + " " + (x && typeof x === "object" ? range(x) : plain(x))).join(", ") || "nothing";
}

function formFor(field, from, note) {
  const f = forms.get(field);
  const missing = Boolean(editing.missing);
  const read = key => {
    if (key === "") return missing ? "" : from;
    return key.split(".").reduce((o, k) => o && typeof o === "object" ? o[k] : undefined, from);
  };
  const inputs = f.inputs.map(i => {
    const now = read(i.key);
    const value = now === undefined || now === null ? "" : String(now);
    const box = i.kind === "choice"
      ? el("select", { "data-key": i.key, "data-kind": i.kind }, ...["", ...i.choices].map(c => el("option", { value: c, text: plain(c) || "–", selected: c === value })))
      : el("input", { "data-key": i.key, "data-kind": i.kind, value, type: i.kind === "count" || i.kind === "number" ? "number" : i.kind === "date" ? "date" : "text", min: i.kind === "count" ? 0 : false, step: i.kind === "number" ? "any" : false, autocomplete: "off" });
    return el("label", {}, el("span", { text: i.label }), box);
  });
  const quoted = missing && selection && selection.a === state.a ? el("p", { class: "words" }, el("q", { text: selection.text })) : null;
  return el("form", { class: "correct", "data-field": field, onsubmit: submitForm },
    quoted, ...inputs, el("label", { class: "wide" }, el("span", { text: "note" }), el("input", { "data-note": true, value: note || "", autocomplete: "off" })),
    el("div", { class: "wide buttons" }, el("button", { type: "submit", class: "primary", text: missing ? "Add" : "Put right" }), el("button", { type: "button", class: "plain", "data-cancel": true, text: "Cancel" })));
}

function submitForm(e) {
  e.preventDefault();
  const a = articles[state.a];
  const form = e.target, field = form.dataset.field;
  let value = {};
  for (const box of form.querySelectorAll("[data-key]")) {
    const raw = box.value.trim();
    if (raw === "") continue;
    const x = ["count", "number"].includes(box.dataset.kind) ? Number(raw) : raw;
    if (box.dataset.key === "") { value = field === "background" ? raw === "true" : x; continue; }
    const path = box.dataset.key.split(".");
    let o = value;
    for (const k of path.slice(0, -1)) o = o[k] = o[k] || {};
    o[path.at(-1)] = x;
  }
  const note = form.querySelector("[data-note]").value.trim();
  let line;
  if (editing.missing) {
    if (typeof value === "object" && !Object.keys(value).length && !note) { notice("Fill in at least one blank."); return; }
    const inc = a.incidents[state.i];
    line = { article: a.id, field, key: "missing:" + field + ":" + JSON.stringify(value) + note, verdict: "missing", correction: value };
    if (inc && field !== "incident") line.incident = inc.id;
    if (selection && selection.a === state.a) line.evidence = [selection.evidence];
  } else {
    const v = a.values[editing.v];
    line = lineFor(a, v, "correct");
    line.correction = value;
  }
  if (note) line.note = note;
  const back = editing.v;
  editing = null;
  selection = null;
  put(a, line);
  changed(a);
  focusValue(back);
}

function focusValue(index) {
  const what = index === undefined ? null : document.querySelector(`#record .value[data-v="${index}"] .what`);
  if (what) what.focus({ preventScroll: true });
}

function edit(what) {
  editing = what;
  if (narrow.matches && document.body.dataset.tab !== "record") tab("record");
  renderRecord();
  const form = document.querySelector("#record form.correct");
  if (form) {
    form.scrollIntoView({ block: "nearest" });
    form.querySelector("select, input").focus({ preventScroll: true });
  }
}

function section(field, label, inc, ...rows) {
  const add = el("button", { type: "button", class: "add", "data-missing": field, title: "The article says another: add it", "aria-label": "Add what is missing: " + label, text: "+ missing" });
  const kept = [...marks[state.a].values()].filter(m => m.verdict === "missing" && m.field === field && (field === "incident" || m.incident === (inc && inc.id)));
  return el("section", { class: "field k-" + field, "data-section": field },
    el("h4", {}, el("span", { text: label }), add),
    ...rows,
    ...kept.map(m => el("p", { class: "put missing" }, "+ " + words(m.correction) + (m.note ? " (" + m.note + ")" : "") + " ",
      el("button", { type: "button", class: "plain", "aria-label": "Take back", text: "✕", onclick: () => { const a = articles[state.a]; marks[a.index].delete(m.key); changed(a); } }))),
    editing && editing.missing === field ? formFor(field, {}, "") : null);
}

function casualties(values) {
  const groups = new Map();
  for (const v of values) {
    const k = (v.value.harm || "") + " " + (v.value.group || "");
    if (!groups.has(k)) groups.set(k, []);
    groups.get(k).push(v);
  }
  const harms = [...new Set(values.map(v => v.value.harm))];
  const sorted = [...groups.values()].sort((p, q) => harms.indexOf(p[0].value.harm) - harms.indexOf(q[0].value.harm));
  return sorted.map(list => {
    const x = list[0].value;
    const rival = list.some(v => v.rival);
    return el("div", { class: "figures" + (rival ? " rivals" : "") },
      el("p", { class: "label" }, el("b", { text: capital(plain(x.harm)) }), " " + plain(x.group), rival ? el("span", { class: "badge", text: "figures disagree" }) : null),
      el("div", { class: "cards" }, ...list.map(v => valueRow(v, true))));
  });
}

const AGAINST = new Set(["denies", "doubts"]);
function claims(values) {
  const about = new Map();
  for (const v of values) {
    const k = v.value.about || "";
    if (!about.has(k)) about.set(k, []);
    about.get(k).push(v);
  }
  return [...about].map(([k, list]) => {
    const side = (label, vs) => vs.length ? el("div", { class: "side" }, el("p", { class: "label", text: label }), ...vs.map(v => valueRow(v, true))) : null;
    const pro = list.filter(v => !AGAINST.has(v.value.stance)), con = list.filter(v => AGAINST.has(v.value.stance));
    return el("div", { class: "about" }, el("p", { class: "label" }, el("b", { text: capital("on the " + (plain(k) || "incident")) })),
      el("div", { class: "sides" + (pro.length && con.length ? " both" : "") }, side("says so", pro), side("denies or doubts it", con)));
  });
}

function renderRecord() {
  const a = articles[state.a];
  if (!a) return;
  const record = $("record");
  const top = record.scrollTop;
  const had = document.activeElement && record.contains(document.activeElement) ? document.activeElement : null;
  const memory = had && had.closest(".value") ? [had.closest(".value").dataset.v, had.dataset.verdict] : null;
  const inc = a.incidents[state.i];
  const out = [];
  if (a.incidents.length > 1) {
    out.push(el("div", { class: "incidents", role: "group", "aria-label": "Incidents of this article" }, ...a.incidents.map(n => el("button", {
      type: "button", "aria-pressed": String(n.index === state.i), class: n.background ? "old" : "", "data-i": n.index,
    }, el("b", { text: String(n.index + 1) }), " " + incidentName(n)))));
  }
  if (inc) {
    const of = field => inc.values.filter(v => v.field === field);
    const rows = field => of(field).map(v => valueRow(v));
    const label = f => forms.get(f).label;
    const figures = [inc.killed && inc.killed + " killed", inc.hurt && inc.hurt + " injured"].filter(Boolean).join(", ");
    out.push(el("h3", {}, incidentName(inc)), el("p", { class: "meta" }, figures || "no toll given"), ...rows("incident"));
    if (inc.check && inc.check.length) out.push(el("div", { class: "warn" }, ...inc.check.map(c => el("p", { text: c }))));
    out.push(section("type", label("type"), inc, ...rows("type"), ...rows("stage"), ...rows("background")));
    out.push(section("date", label("date"), inc, ...rows("date")));
    out.push(section("location", label("location"), inc, ...rows("location")));
    out.push(section("site", label("site"), inc, ...rows("site")));
    out.push(section("weapon", label("weapon"), inc, ...rows("weapon")));
    out.push(section("casualty", label("casualty"), inc, ...casualties(of("casualty"))));
    out.push(section("perpetrator", label("perpetrator"), inc, ...rows("perpetrator")));
    out.push(section("claim", label("claim"), inc, ...claims(of("claim"))));
    const rest = inc.values.filter(v => !marks[a.index].has(v.key));
    if (rest.length) {
      out.push(el("p", {}, el("button", { type: "button", class: "plain", id: "rest", text: "Confirm the other " + many(rest.length, "value"),
        onclick: () => { for (const v of rest) put(a, lineFor(a, v, "confirm")); changed(a); } })));
    }
  } else {
    out.push(el("h3", { text: "No incident was read" }), el("p", { class: "meta", text: "If the article reports one, add it below." }));
  }
  out.push(section("incident", inc ? "Another incident" : "Incident", inc));
  const lost = strays(a);
  if (lost.length) {
    out.push(el("section", { class: "field" }, el("h4", { text: "Marks of an earlier reading" }),
      el("p", { class: "meta", text: "The record no longer says these. They stay in the export." }),
      ...lost.map(m => el("p", { class: "put", text: (VERDICTS[m.verdict] || m.verdict) + ": " + plain(m.field) + " " + words(m.value) }))));
  }
  record.replaceChildren(...out);
  record.scrollTop = top;
  if (memory) {
    const row = record.querySelector(`.value[data-v="${memory[0]}"]`);
    const to = row && (memory[1] ? row.querySelector(`[data-verdict="${memory[1]}"]`) : row.querySelector(".what"));
    if (to && !editing) to.focus({ preventScroll: true });
  }
}

// renderPeek shows the chosen value over the text where the record does not
// fit beside it.
function renderPeek() {
  const a = articles[state.a], peek = $("peek");
  const v = a && a.values[state.v];
  peek.hidden = !v || !narrow.matches || document.body.dataset.tab !== "reader";
  if (peek.hidden) { peek.replaceChildren(); return; }
  const held = editing;
  editing = null;
  peek.replaceChildren(
    el("p", { class: "label" }, el("b", { text: forms.get(v.field).label + (v.field === "casualty" ? ": " + plain(v.value.harm) + " " + plain(v.value.group) : "") }),
      el("button", { type: "button", class: "plain", text: "in the record", onclick: () => { tab("record"); activate(v.index, "text"); } }),
      el("button", { type: "button", class: "plain", "aria-label": "Close", text: "✕", onclick: () => { state.v = -1; paintActive(); renderPeek(); } })),
    valueRow(v));
  editing = held;
}

/* ---- the map ---- */

const map = new WorldMap($("map"), readAtlas(JSON.parse($("atlas").textContent)), (near, e) => {
  closePicker();
  const seen = new Map();
  for (const m of near) seen.set(m.a + "." + m.i, m);
  const picks = [...seen.values()];
  const pick = m => { closePicker(); if (narrow.matches) tab("reader"); go(m.a, m.i); if (!narrow.matches) document.body.removeAttribute("data-large"); map.draw(); };
  if (picks.length === 1) pick(picks[0]);
  if (picks.length > 1) {
    const stage = $("map").querySelector(".stage"), box = stage.getBoundingClientRect();
    const list = el("div", { class: "picker", role: "menu", "aria-label": "Incidents here" },
      ...picks.slice(0, 30).map(m => el("button", { type: "button", role: "menuitem", text: m.label, onclick: () => pick(m) })));
    list.style.left = Math.max(4, Math.min(e.clientX - box.left, box.width - 230)) + "px";
    list.style.top = Math.max(4, Math.min(e.clientY - box.top, box.height - 40 - 30 * Math.min(4, picks.length))) + "px";
    stage.append(list);
    list.firstChild.focus();
  }
});
map.onLarge = () => {
  document.body.toggleAttribute("data-large");
  map.draw();
};

function closePicker() { for (const p of document.querySelectorAll(".picker")) p.remove(); }

function renderMap() {
  const out = [];
  for (const { a, incidents } of shown) {
    for (const inc of incidents) {
      const on = a.index === state.a && inc.index === state.i;
      const places = inc.values.filter(v => v.field === "location" && (v.value.role !== "context" || on));
      const here = [];
      for (const { value: x } of places) {
        const m = {
          a: a.index, i: inc.index, on, name: x.name || "", country: x.country, role: x.role || "site",
          shade: x.precision === 6, toll: inc.toll,
          km: x.radius_km || precisionKm[x.precision] || 0, exact: Boolean(x.radius_km),
          label: [incidentName(inc), tollWords(inc), x.role === "launch" ? "fired from " + x.name : ""].filter(Boolean).join(", "),
        };
        if (x.lat !== undefined && x.lon !== undefined) Object.assign(m, { x: x.lon, y: mercator(x.lat), lat: x.lat });
        here.push(m);
      }
      const site = here.find(m => m.role === "site" && m.x !== undefined);
      for (const m of here) if (on && m.role === "launch" && site && m.x !== undefined) m.site = site;
      out.push(...here);
    }
  }
  map.show(out);
}

/* ---- events ---- */

document.addEventListener("click", e => {
  const t = e.target;
  if (!t.closest(".picker")) { if (!t.closest("#map svg")) closePicker(); }
  const row = t.closest(".value[data-v]");
  const verdict = t.closest("[data-verdict]");
  if (verdict && row) {
    const v = articles[state.a].values[Number(row.dataset.v)];
    state.v = v.index;
    if (verdict.dataset.verdict === "correct") edit(editing && editing.v === v.index ? null : { v: v.index });
    else judge(v, verdict.dataset.verdict);
    paintActive();
    return;
  }
  if (t.closest("[data-cancel]")) { const back = editing && editing.v; editing = null; renderRecord(); paintActive(); focusValue(back); return; }
  const missing = t.closest("[data-missing]");
  if (missing) { edit(editing && editing.missing === missing.dataset.missing ? null : { missing: missing.dataset.missing }); return; }
  if (row && !t.closest("form")) {
    const from = t.closest("#peek") ? "keys" : "record";
    activate(Number(row.dataset.v), from);
    return;
  }
  const inc = t.closest("#record .incidents button");
  if (inc) { go(state.a, Number(inc.dataset.i)); return; }
  const words = t.closest("#reader mark");
  if (words && String(window.getSelection()) === "") { choose(words); return; }
  const tabButton = t.closest(".tabs button");
  if (tabButton) tab(tabButton.dataset.tab);
  const link = t.closest("#articles a");
  if (link) {
    if (narrow.matches) tab("reader");
    // The address may already be this one, and then nothing would announce it.
    if (link.getAttribute("href") === location.hash) route();
  }
});

// choose takes the words' nearest value, and the next of theirs each time.
function choose(words) {
  const all = words.dataset.v.split(" ").map(Number);
  const at = all.indexOf(state.v);
  const index = at < 0 ? all[0] : all[(at + 1) % all.length];
  const place = [...$("reader").querySelectorAll("mark")].indexOf(words);
  activate(index, "text");
  const again = $("reader").querySelectorAll("mark")[place];
  if (again) { rove($("reader"), "mark", again); again.focus({ preventScroll: true }); }
}

$("reader").addEventListener("keydown", e => {
  if (!e.target.matches("mark") || e.ctrlKey || e.metaKey || e.altKey) return;
  if (e.key === "Enter" || e.key === " ") { e.preventDefault(); choose(e.target); return; }
  if (e.key === "ArrowLeft" || e.key === "ArrowRight") {
    e.preventDefault();
    const all = [...$("reader").querySelectorAll("mark")];
    const to = all[all.indexOf(e.target) + (e.key === "ArrowRight" ? 1 : -1)];
    if (to) { rove($("reader"), "mark", to); to.focus(); }
  }
});

$("articles").addEventListener("keydown", e => {
  if (e.key !== "ArrowDown" && e.key !== "ArrowUp" || e.ctrlKey || e.metaKey || e.altKey) return;
  e.preventDefault();
  const all = [...$("articles").querySelectorAll("a")];
  const to = all[all.indexOf(document.activeElement) + (e.key === "ArrowDown" ? 1 : -1)];
  if (to) { rove($("articles"), "a", to); to.focus(); }
});

document.addEventListener("keydown", e => {
  if (e.key === "Escape") {
    closePicker();
    if (editing) { const back = editing.v; editing = null; renderRecord(); focusValue(back); }
    else if (document.body.hasAttribute("data-large")) map.onLarge();
    return;
  }
  if (e.ctrlKey || e.metaKey || e.altKey || $("keys").open || e.target.closest("input, select, textarea")) return;
  const value = () => articles[state.a] && articles[state.a].values[state.v];
  const verdict = kind => {
    const v = value();
    if (!v) { stepValue(1); return; }
    const had = markOf(v);
    if (!had || had.verdict !== kind) judge(v, kind);
    stepValue(1);
  };
  const act = {
    j: () => step(1), k: () => step(-1), "]": () => stepIncident(1), "[": () => stepIncident(-1),
    n: () => stepValue(1), p: () => stepValue(-1),
    y: () => verdict("confirm"), x: () => verdict("reject"),
    e: () => { const v = value(); if (v) edit({ v: v.index }); },
    u: () => { const v = value(), a = articles[state.a]; if (v && markOf(v)) { marks[a.index].delete(v.key); changed(a); } },
    d: () => { if (!marks[state.a].has("read")) readTick(true); step(1); },
    m: () => narrow.matches ? tab("map") : map.onLarge(),
    "/": () => { if (narrow.matches) tab("list"); $("f-text").focus(); },
    "?": () => $("keys").showModal(),
  }[e.key];
  if (!act || !articles.length) return;
  e.preventDefault();
  act();
});

document.addEventListener("selectionchange", () => {
  const s = window.getSelection();
  const text = $("text");
  if (!s.rangeCount || s.isCollapsed || !text || !text.contains(s.anchorNode) || !text.contains(s.focusNode)) return;
  const r = s.getRangeAt(0);
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(r.startContainer, r.startOffset);
  const all = articles[state.a].text, from = before.toString().length, chosen = r.toString();
  const bytes = t => new TextEncoder().encode(t).length;
  const start = bytes(all.slice(0, from));
  selection = { a: state.a, text: chosen, evidence: { start, end: start + bytes(chosen), text: chosen } };
});

$("filters").addEventListener("input", filter);
$("filters").addEventListener("submit", e => e.preventDefault());
$("filters").addEventListener("reset", () => setTimeout(() => { $("f-text").value = ""; filter(); }));
$("export").addEventListener("click", exportMarks);
$("import").addEventListener("change", async e => {
  const file = e.target.files[0];
  if (file) importMarks(await file.text());
  e.target.value = "";
});
$("help").addEventListener("click", () => $("keys").showModal());
$("reviewer").addEventListener("change", e => { try { localStorage.setItem(STORE + "reviewer", e.target.value); } catch { /* asked again next time */ } });

const THEMES = ["", "light", "dark"];
function theme(name) {
  if (name) document.documentElement.dataset.theme = name; else delete document.documentElement.dataset.theme;
  $("theme").setAttribute("aria-label", "Colours: " + (name || "as the system"));
  $("theme").title = $("theme").getAttribute("aria-label");
}
$("theme").addEventListener("click", () => {
  const next = THEMES[(THEMES.indexOf(document.documentElement.dataset.theme || "") + 1) % THEMES.length];
  theme(next);
  try { localStorage.setItem(STORE + "theme", next); } catch { /* only for now, then */ }
});

window.addEventListener("hashchange", route);
window.addEventListener("storage", e => {
  const a = articles.find(b => e.key === STORE + b.hash);
  if (a) { load(a); renderRecord(); renderReadTick(); progressOf(a); tally(); }
});
window.addEventListener("beforeunload", e => { if (unkept && marks.some(m => m.size)) e.preventDefault(); });
narrow.addEventListener("change", () => { renderPeek(); map.draw(); });

try {
  $("reviewer").value = localStorage.getItem(STORE + "reviewer") || "";
  theme(localStorage.getItem(STORE + "theme") || "");
} catch { unkept = true; }
articles.forEach(load);
fillFilters();
filter();
tally();
tab("list");
if (!articles.length) {
  $("reader").append(el("h2", { text: "Nothing to review" }), el("p", { text: "The batch holds no article." }));
} else if (!route()) {
  const at = shown.findIndex(s => s.incidents.length);
  const first = shown[Math.max(0, at)];
  history.replaceState(null, "", address(first.a.index, first.incidents.length ? 0 : -1));
  route();
  map.showAll();
}
})();
