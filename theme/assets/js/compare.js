// Choosing models to compare, on their pages, and the comparison itself, on the page /so-sanh/.
// Without this file nothing is lost but the comparison: the button is hidden and the page says so.

import { MOST, addressOf, asked, chosen, keep } from "./compare/choice.js";
import { entry } from "./compare/entry.js";
import { table } from "./compare/table.js";
import { addressIn, element, icon, number } from "./search/draw.js";

const main = document.getElementById("noi-dung");
const button = document.querySelector("[data-compare-pick]");
const here = document.querySelector("[data-compare-here]");
const status = element("p", { className: "visually-hidden", role: "status" });
main.append(status);

const say = (words) => { status.textContent = words; };

// ---- On the page of a model ------------------------------------------------------------------

const own = () => ({
  slug: location.pathname.split("/").filter((part) => part && part !== "index.html").pop(),
  name: document.querySelector("h1").textContent.trim(),
});

function flip() {
  const { slug, name } = own();
  const held = chosen();
  const others = held.filter((each) => each.slug !== slug);
  if (others.length < held.length) {
    keep(others);
    show(`Đã bỏ “${name}” khỏi so sánh.`);
  } else if (held.length >= MOST) {
    show("Đã chọn đủ ba mô hình. Bỏ bớt một mô hình rồi thêm mô hình này.");
  } else if (keep([...held, { slug, name }])) {
    show(`Đã thêm “${name}” vào so sánh, ${number(held.length + 1)} trên ${number(MOST)}.`);
  } else {
    location.href = addressIn(`so-sanh/${addressOf([slug])}`); // nothing can be kept here
  }
}

/** The button and the bar as the choice is now; `told` is said aloud and shown. */
function show(told = "") {
  const held = chosen();
  const isIn = held.some((each) => each.slug === own().slug);
  button.classList.toggle("on", isIn);
  button.replaceChildren(icon(isIn ? "check" : "spread"), isIn ? "Bỏ khỏi so sánh" : "Thêm vào so sánh");
  document.querySelector(".compare-bar")?.remove();
  if (held.length) main.append(bar(held, told));
  say(told);
}

function bar(held, told) {
  const link = element("a", { className: "btn primary", href: addressIn(`so-sanh/${addressOf(held.map((each) => each.slug))}`) }, "So sánh");
  const clear = element("button", { className: "btn", type: "button" }, "Bỏ chọn");
  clear.addEventListener("click", () => {
    keep([]);
    show("Đã bỏ chọn mọi mô hình.");
    button.focus();
  });
  const full = told.startsWith("Đã chọn đủ") ? told : `Đang chọn ${number(held.length)} mô hình`;
  const hint = held.length < 2 ? ", chọn thêm ít nhất một" : "";
  const words = element("p", {}, element("b", {}, full + hint), element("small", {}, held.map((each) => each.name).join(" · ")));
  return element("aside", { className: "compare-bar", "aria-label": "Đang chọn để so sánh", "data-no-print": true }, words, element("div", { className: "actions" }, held.length < 2 ? null : link, clear));
}

if (button) {
  button.addEventListener("click", flip);
  button.hidden = false;
  show();
  addEventListener("storage", () => show());
  addEventListener("pageshow", (event) => { if (event.persisted) show(); });
}

// ---- On the page of the comparison -------------------------------------------------------------

const empty = here ? [...here.childNodes] : [];
const read = new Map(); // each model is fetched once, however often the table is drawn
let turn = 0;

function reading(slug) {
  if (!read.has(slug)) read.set(slug, entry(slug).catch(() => lost(slug)));
  return read.get(slug);
}

function lost(slug) {
  read.delete(slug);
  return { slug, url: "", name: slug, rows: new Map(), failed: true };
}

async function compare() {
  const slugs = asked(location.search);
  const mine = ++turn;
  if (!slugs.length) {
    document.documentElement.classList.remove("asked"); // see partials/javascripts/base.html
    here.replaceChildren(...empty);
    return;
  }
  here.setAttribute("aria-busy", "true");
  const entries = await Promise.all(slugs.map(reading));
  if (mine !== turn) return;
  here.removeAttribute("aria-busy");
  here.replaceChildren(...advice(entries), table(entries, remove));
  say(`Đang so sánh ${number(entries.length)} mô hình: ${entries.map((each) => each.name).join("; ")}.`);
}

function advice(entries) {
  const list = element("a", { href: addressIn("mo-hinh/") }, "danh sách mô hình");
  const lost = entries.filter((each) => each.failed);
  const notes = [];
  if (lost.length) notes.push(element("p", { className: "notice warn" }, icon("warn"), element("span", {}, `Chưa tải được: ${lost.map((each) => each.name).join(", ")}. Địa chỉ có thể đã sai, hoặc mạng đang yếu.`)));
  if (entries.length < MOST) notes.push(element("p", { className: "notice", "data-no-print": true }, icon("info"), element("span", {}, "Để thêm mô hình: mở một mô hình trong ", list, ", bấm “Thêm vào so sánh”, rồi bấm “So sánh”.")));
  return notes;
}

function remove(slug) {
  const left = asked(location.search).filter((each) => each !== slug);
  keep(chosen().filter((each) => each.slug !== slug));
  history.replaceState(null, "", location.pathname + addressOf(left));
  compare().then(() => {
    (here.querySelector("th button") ?? here.querySelector("a"))?.focus();
    say(`Đã bỏ một mô hình, còn ${number(left.length)}.`);
  });
}

if (here) {
  if (!location.search && chosen().length) {
    history.replaceState(null, "", location.pathname + addressOf(chosen().map((each) => each.slug)));
  }
  addEventListener("popstate", compare);
  compare();
}
