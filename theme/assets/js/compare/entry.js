// Reads the page of a model for what can be compared. Nothing of it is run or kept as it is:
// only known elements are made anew, with their text, and links to ordinary addresses.

import { addressIn, element } from "../search/draw.js";

const KEPT = new Set(["P", "UL", "OL", "LI", "DL", "DT", "DD", "DIV", "SPAN", "B", "STRONG", "EM", "SMALL", "BLOCKQUOTE", "BR", "TIME", "SUB", "SUP"]);
const DROPPED = new Set(["SCRIPT", "STYLE", "SVG", "BUTTON", "METER", "IMG", "PICTURE", "TEMPLATE", "NOSCRIPT", "H2", "FORM", "INPUT"]);
const CLASS = /^(?:tag|badge|badges|plain|ok|gold|warn|unknown|big|grid|f-[a-z-]+)$/;

/** What a model's page tells, as `{ slug, url, name, rows }`; `rows` maps a label to nodes. */
export async function entry(slug) {
  const { page, url } = await opened(addressIn(`mo-hinh/${slug}/`));
  const name = page.querySelector("h1")?.textContent.trim();
  if (!name) throw new Error(`no model at ${url}`);
  const rows = new Map();
  const add = (label, nodes) => {
    const told = nodes.some((node) => (node.textContent ?? node).trim());
    if (told) rows.set(label, [...(rows.get(label) ?? []), ...nodes]);
  };
  for (const dt of page.querySelectorAll("[data-compare-facts] dt")) {
    for (let dd = dt.nextElementSibling; dd?.tagName === "DD"; dd = dd.nextElementSibling) {
      add(dt.textContent.trim(), [element("p", {}, ...inside(dd, url))]);
    }
  }
  for (const part of page.querySelectorAll("[data-compare]")) add(part.dataset.compare, anew(part, url));
  return { slug, url, name, rows };
}

/** The page at an address, or the one it has moved to. */
async function opened(url, hops = 1) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status} at ${url}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const moved = page.querySelector('meta[http-equiv="refresh"]')?.content.split("url=")[1];
  const target = moved && new URL(moved, url).href;
  if (hops && target?.startsWith(addressIn("mo-hinh/"))) return opened(target, hops - 1);
  return { page, url };
}

function inside(node, base) {
  return [...node.childNodes].flatMap((child) => anew(child, base));
}

/** A node made anew; an unknown element gives way to what it holds. */
function anew(node, base) {
  if (node.nodeType === Node.TEXT_NODE) return [node.data];
  if (node.nodeType !== Node.ELEMENT_NODE) return [];
  const tag = node.tagName.toUpperCase();
  if (DROPPED.has(tag)) return [];
  if (/^H[3-6]$/.test(tag)) return [element("p", {}, element("b", {}, ...inside(node, base)))];
  if (tag === "A") return link(node, base);
  if (!KEPT.has(tag)) return inside(node, base);
  return [element(tag, { className: classesOf(node) }, ...inside(node, base))];
}

function link(node, base) {
  const words = inside(node, base);
  let target;
  try {
    target = new URL(node.getAttribute("href") ?? "", base);
  } catch {
    return words;
  }
  if (!["http:", "https:"].includes(target.protocol)) return words;
  return [element("a", { href: target.href, className: classesOf(node) }, ...words)];
}

function classesOf(node) {
  return [...node.classList].filter((name) => CLASS.test(name)).join(" ");
}
