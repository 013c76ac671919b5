// What the map shows of the batch.
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
