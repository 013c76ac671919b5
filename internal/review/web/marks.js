// The reviewer's marks: judged, kept in the browser, exported and taken in.
const STORE = "sitrep-review:";
const VERDICTS = { confirm: "right", reject: "wrong", correct: "corrected" };
// marks holds one Map for each article, from a mark's key to its line. An
// article that is in the batch twice has one.
const byHash = new Map(articles.map(a => [a.hash, new Map()]));
const marks = articles.map(a => byHash.get(a.hash));
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
  const byId = new Map();
  for (const a of articles) byId.set(a.id, (byId.get(a.id) || []).concat(a));
  const faults = [], touched = new Set();
  let taken = 0, strangers = 0;
  text.split("\n").forEach((line, i) => {
    if (!line.trim()) return;
    let m;
    try { m = JSON.parse(line); } catch { faults.push(i + 1); return; }
    const known = m && typeof m === "object" && typeof m.article === "string" && typeof m.key === "string"
      && (Object.hasOwn(VERDICTS, m.verdict) || m.verdict === "missing" || m.verdict === "read");
    if (!known) { faults.push(i + 1); return; }
    const named = byId.get(m.article);
    if (!named) { strangers++; return; }
    const a = named.find(b => b.values.some(v => v.key === m.key)) || named[0];
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
