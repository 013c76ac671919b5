// The batch that the page shows, and the little that all of its parts use.
// Whatever comes from an article reaches the document as text nodes alone.
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
