// The panel of filters, drawn from what the index says can be filtered by.

import { element, number } from "./draw.js";

const SHOWN = 8;

/** Fill `panel` with a fieldset per filter; `change(name, id, on)` is told of each choice. */
export function drawFacets(panel, { filters, counts }, chosen, change) {
  const open = new Set([...panel.querySelectorAll("details[open]")].map((each) => each.dataset.filter));
  const focused = panel.contains(document.activeElement) ? document.activeElement.id : "";
  const sets = filters
    .filter(({ name, quiet }) => !quiet || chosen.get(name)?.size)
    .map((filter) => fieldset(filter, counts.get(filter.name), chosen.get(filter.name) ?? new Set(), open, change))
    .filter(Boolean);
  panel.replaceChildren(...sets);
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

function fieldset({ name, label, values }, counts, ids, open, change) {
  const rows = values
    .map(([id, text], index) => ({ id, text, count: counts[index] }))
    .filter(({ id, count }) => count || ids.has(id));
  if (!rows.length) return null;
  const many = rows.length > SHOWN;
  const first = many ? [...rows].sort((a, b) => b.count - a.count).slice(0, SHOWN) : rows;
  const shown = rows.filter((row) => first.includes(row) || ids.has(row.id));
  const hidden = rows.filter((row) => !shown.includes(row));
  const box = (row) => choice(name, row, ids.has(row.id), change);
  const made = element("fieldset", {}, element("legend", {}, label), ...shown.map(box));
  if (hidden.length) {
    made.append(element(
      "details",
      { className: "more", "data-filter": name, open: open.has(name) },
      element("summary", {}, `Thêm ${number(hidden.length)} mục`),
      ...hidden.map(box),
    ));
  }
  return made;
}

function choice(name, { id, text, count }, isOn, change) {
  const box = element("input", { type: "checkbox", id: `loc-${name}-${id}`, name, value: id });
  box.checked = isOn;
  box.addEventListener("change", () => change(name, id, box.checked));
  return element("label", {}, box, text, element("span", {}, number(count)));
}
