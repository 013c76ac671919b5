// Clicks, keys, and the beginning.
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
