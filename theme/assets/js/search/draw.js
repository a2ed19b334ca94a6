// Draws what was found. Everything goes in as text, never as HTML.

import { tokens } from "./text.js";

const ROOT = new URL("../../../", import.meta.url);
const SVG = "http://www.w3.org/2000/svg";

/** The full address of a page of the site. */
export function addressIn(url) {
  return new URL(url, ROOT).href;
}

/** An element with a class, attributes and children; text stays text. */
export function element(tag, { className, ...attributes } = {}, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null && child !== ""));
  return made;
}

/** An icon of the sprite. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", addressIn(`assets/icons.svg#${name}`));
  svg.append(use);
  return svg;
}

/** A number in Vietnamese style: 7.556. */
export function number(value) {
  return value.toLocaleString("vi-VN");
}

/** `text` with the words of the question marked. */
export function marked(text, words) {
  const wanted = new Set(words);
  const fragment = document.createDocumentFragment();
  const whole = text.normalize("NFC");
  let at = 0;
  for (const token of tokens(whole)) {
    if (!wanted.has(token.folded)) continue;
    fragment.append(whole.slice(at, token.start), element("mark", {}, whole.slice(token.start, token.end)));
    at = token.end;
  }
  fragment.append(whole.slice(at));
  return fragment;
}

/** A found page as a row of the list. See search_data.py for the order of a card's values. */
export function row(card, words, fieldNames) {
  const [kind, url, name, summary, field, place, since, form, figures, badges] = card;
  const tag = field
    ? element("span", { className: "tag" }, icon(field), fieldNames.get(field) ?? "")
    : element("span", { className: "tag" }, icon(kind === "ke-hoach" ? "plan" : "info"), form);
  const facts = [place, since, field ? form : ""].filter(Boolean);
  const meta = element("div", { className: "meta" }, ...facts.map((fact) => element("span", {}, marked(fact, words))));
  meta.append(...badges.map(([text, tone]) => element("span", { className: `badge ${tone}` }, text)));
  const link = element("a", { href: addressIn(url) }, marked(name, words));
  const body = element("div", {}, tag, element("h3", {}, link), element("p", {}, marked(summary, words)), meta);
  const slug = url.split("/").filter(Boolean).pop();
  const made = element("article", { className: `row ${field ? `f-${field}` : ""}`.trim(), "data-entry": slug }, body);
  if (figures.length) {
    const shown = figures.map(([amount, label]) => element("div", {}, element("b", {}, amount), label));
    made.append(element("div", { className: "fig" }, ...shown));
  }
  return made;
}
