// Search from any page: a dialog with results as one types.

import { addressIn, element, icon, marked, number } from "./draw.js";
import { search } from "./engine.js";

const SIZE = 8;
const PAUSE = 120;

const input = element("input", {
  type: "search",
  "aria-label": "Tìm mô hình, kế hoạch",
  placeholder: "Gõ có dấu hoặc không dấu",
  autocomplete: "off",
  enterkeyhint: "search",
  role: "combobox",
  "aria-expanded": "false",
  "aria-controls": "tim-nhanh",
});
const form = element("form", { className: "searchbox", role: "search" }, input, element("button", { className: "btn primary", type: "submit" }, "Tìm"));
const close = element("button", { className: "round", type: "button", "aria-label": "Đóng" }, icon("close"));
const status = element("p", { className: "count", role: "status" });
const list = element("ul", { id: "tim-nhanh", role: "listbox", "aria-label": "Kết quả" });
const dialog = element("dialog", { className: "quick", "aria-label": "Tìm kiếm" }, element("div", { className: "bar" }, form, close), status, list);
document.body.append(dialog);

let timer = 0;
let asked = 0;
let current = -1;

/** Open the dialog, ready to type. */
export function open() {
  if (!dialog.open) dialog.showModal();
  input.focus();
  input.select();
}

const allResults = () => addressIn(`mo-hinh/?q=${encodeURIComponent(input.value.trim()).replaceAll("%20", "+")}`);

async function show() {
  const q = input.value.trim();
  const turn = ++asked;
  if (!q) return draw([], "");
  try {
    const state = { q, chosen: new Map(), sort: "", page: 1 };
    const answer = await search(state, { size: SIZE, typing: true });
    if (turn !== asked) return undefined;
    list.dataset.answered = q;
    return draw(answer.cards, answer.total ? `${number(answer.total)} kết quả` : "Không có kết quả", answer.words);
  } catch {
    return turn === asked ? draw([], "Chưa tải được bộ tìm kiếm; bấm “Tìm” để thử ở trang tra cứu.") : undefined;
  }
}

function draw(cards, told, words = []) {
  status.textContent = told;
  current = -1;
  list.replaceChildren(...cards.map((card, index) => option(card, index, words)));
  input.setAttribute("aria-expanded", String(cards.length > 0));
  input.removeAttribute("aria-activedescendant");
}

function option([, url, name, summary, , place], index, words) {
  const link = element("a", { href: addressIn(url), tabindex: "-1" }, element("b", {}, marked(name, words)), element("small", {}, marked(place || summary, words)));
  return element("li", { role: "option", id: `tim-nhanh-${index}`, "aria-selected": "false" }, link);
}

function move(step) {
  const options = [...list.children];
  if (!options.length) return;
  options[current]?.setAttribute("aria-selected", "false");
  current = (current + step + options.length + (current < 0 && step < 0 ? 1 : 0)) % options.length;
  options[current].setAttribute("aria-selected", "true");
  options[current].scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", options[current].id);
}

input.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(show, PAUSE);
});
input.addEventListener("keydown", (event) => {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  event.preventDefault();
  move(event.key === "ArrowDown" ? 1 : -1);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  location.href = current < 0 ? allResults() : list.children[current].querySelector("a").href;
});
close.addEventListener("click", () => dialog.close());
dialog.addEventListener("click", (event) => {
  if (event.target === dialog) dialog.close();
});
