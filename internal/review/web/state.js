// What is looked at: the article, its incident, the value chosen.
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
  rowsShown = new Map();
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
  // A value beyond the rows shown at first gets its row once it is chosen.
  if (!document.querySelector(`#record .value[data-v="${state.v}"]`)) renderRecord();
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
