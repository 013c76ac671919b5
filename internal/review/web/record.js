// The record: every value with its words, its ticks and its forms.
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
    ...rows.filter(Boolean),
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

// A record may hold more values than a page can show rows: each field shows so
// many at first.
const ROWS = 100;
let rowsShown = new Map();

function few(field, values) {
  const n = rowsShown.get(field) || ROWS;
  return values.length <= n ? values : values.filter((v, i) => i < n || v.index === state.v);
}

function more(field, values) {
  const n = rowsShown.get(field) || ROWS;
  return values.length <= n ? null : el("button", { type: "button", class: "plain", text: "Show more: " + n + " of " + values.length + " are shown",
    onclick: () => { rowsShown.set(field, n * 5); renderRecord(); } });
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
    const rows = field => [...few(field, of(field)).map(v => valueRow(v)), more(field, of(field))];
    const label = f => forms.get(f).label;
    const figures = [inc.killed && inc.killed + " killed", inc.hurt && inc.hurt + " injured"].filter(Boolean).join(", ");
    out.push(el("h3", {}, incidentName(inc)), el("p", { class: "meta" }, figures || "no toll given"), ...of("incident").map(v => valueRow(v)));
    if (inc.check && inc.check.length) out.push(el("div", { class: "warn" }, ...inc.check.map(c => el("p", { text: c }))));
    out.push(section("type", label("type"), inc, ...rows("type"), ...rows("stage"), ...rows("background")));
    out.push(section("date", label("date"), inc, ...rows("date")));
    out.push(section("location", label("location"), inc, ...rows("location")));
    out.push(section("site", label("site"), inc, ...rows("site")));
    out.push(section("weapon", label("weapon"), inc, ...rows("weapon")));
    out.push(section("casualty", label("casualty"), inc, ...casualties(few("casualty", of("casualty"))), more("casualty", of("casualty"))));
    out.push(section("perpetrator", label("perpetrator"), inc, ...rows("perpetrator")));
    out.push(section("claim", label("claim"), inc, ...claims(few("claim", of("claim"))), more("claim", of("claim"))));
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
