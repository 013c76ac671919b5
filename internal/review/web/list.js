// The list of articles and incidents, and its filters.
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
