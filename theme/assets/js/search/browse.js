// The page of all models: search and filters together, the whole state in the address.
// Until somebody searches, the page is the static list and nothing of the index travels.

import { element, icon, number, row } from "./draw.js";
import { search } from "./engine.js";
import { drawFacets } from "./facets.js";
import { addressOf, isAsking, stateFrom } from "./filters.js";
import { openStore } from "./store.js";

const SIZE = 24;
const PAUSE = 160;

const form = document.querySelector("[data-search-form]");
const results = document.querySelector("[data-results]");
const panel = document.querySelector("[data-facets]");
const input = form.querySelector("input");
const lead = document.querySelector(".list-head .lead");
const asIs = { results: [...results.childNodes], panel: [...panel.childNodes] };
const status = element("p", { className: "visually-hidden", role: "status" });
results.before(status);

let state = { q: "", chosen: new Map(), sort: "", page: 1 };
let asked = 0;

/** Show what the address asks for. */
async function follow() {
  try {
    const { contents } = await openStore();
    state = stateFrom(location.search, contents.filters);
  } catch (error) {
    return sayFailed(error);
  }
  if (document.activeElement !== input) input.value = state.q;
  return show();
}

/** Change the state, the address with it, and show the answer. */
function go(changes, { typing = false } = {}) {
  state = { ...state, page: 1, ...changes };
  const address = location.pathname + addressOf(state);
  history[typing ? "replaceState" : "pushState"](null, "", address);
  return show(typing);
}

async function show(typing = false) {
  if (!isAsking(state) && state.page === 1) return rest();
  const turn = ++asked;
  results.dataset.searchState = "busy";
  try {
    const answer = await search(state, { size: SIZE, typing });
    if (turn !== asked) return;
    draw(answer);
    results.dataset.total = answer.total;
    results.dataset.searchState = "done";
  } catch (error) {
    if (turn === asked) sayFailed(error);
  }
}

/** Nothing is asked: the static list again. */
function rest() {
  asked += 1;
  results.replaceChildren(...asIs.results);
  panel.replaceChildren(...asIs.panel);
  status.textContent = "";
  results.dataset.searchState = "rest";
  lead.hidden = false;
  document.documentElement.classList.remove("asked"); // see partials/javascripts/base.html
  delete results.dataset.total;
}

function draw(answer) {
  const fields = new Map(answer.filters.find(({ name }) => name === "linh_vuc").values);
  const told = answer.total ? `${number(answer.total)} kết quả` : "Không có kết quả";
  const about = state.q ? ` cho “${state.q}”` : "";
  status.textContent = told + about;
  lead.hidden = true; // it tells of the static list
  const count = element("p", { className: "count" }, element("b", {}, told), about);
  drawFacets(panel, answer, state.chosen, choose);
  results.replaceChildren(
    filterButton(),
    element("h2", { className: "visually-hidden" }, "Kết quả"),
    element("div", { className: "bar" }, count, sorting(answer)),
    ...chips(answer),
    ...answer.notes.map(note),
    ...(answer.total ? list(answer, fields) : nothing(answer)),
  );
}

function list(answer, fields) {
  const rows = answer.cards.map((card) => row(card, answer.words, fields));
  const shown = [element("div", { className: "rows" }, ...rows)];
  if (answer.pages > 1) shown.push(pager(answer.pages));
  return shown;
}

function choose(name, id, isOn) {
  const ids = new Set(state.chosen.get(name));
  if (isOn) ids.add(id);
  else ids.delete(id);
  const chosen = new Map(state.chosen);
  if (ids.size) chosen.set(name, ids);
  else chosen.delete(name);
  return go({ chosen });
}

/** The button that opens the filters on phones, with the number in force. */
function filterButton() {
  const active = [...state.chosen.values()].reduce((sum, ids) => sum + ids.size, 0);
  const words = active ? `Lọc (${number(active)})` : "Lọc kết quả";
  return element("button", { className: "btn facet-button", type: "button", popovertarget: panel.id }, icon("filter"), words);
}

function chips({ filters }) {
  const made = filters.flatMap(({ name, values }) =>
    values.filter(([id]) => state.chosen.get(name)?.has(id)).map(([id, label]) => {
      const chip = element("button", { className: "chip on", type: "button", "aria-label": `Bỏ lọc ${label}` }, label, icon("close"));
      chip.addEventListener("click", () => choose(name, id, false));
      return chip;
    }));
  if (!made.length) return [];
  const clear = element("button", { className: "chip", type: "button" }, "Bỏ hết bộ lọc");
  clear.addEventListener("click", () => go({ chosen: new Map() }));
  return [element("div", { className: "chips" }, ...made, clear)];
}

function sorting({ sorts }) {
  const options = [["", state.q ? "Sát nhất" : "Đầy đủ nhất"], ...sorts];
  const select = element("select", { id: "sap-xep" }, ...options.map(([value, label]) => element("option", { value }, label)));
  select.value = state.sort;
  select.addEventListener("change", () => go({ sort: select.value }));
  return element("label", { className: "sort" }, element("span", {}, "Xếp theo"), select);
}

function note(it) {
  if (it.kind === "place") {
    const words = `${it.former} nay thuộc ${it.name}; mục viết theo tên cũ đứng trước.`;
    return element("p", { className: "notice" }, icon("place"), element("span", {}, words));
  }
  const instead = it.kind === "mended" ? `; đang tìm cả “${it.read}” và chữ gần giống` : " ở mục nào";
  const words = `Không thấy chữ “${it.typed}”${instead}.`;
  return element("p", { className: "notice" }, icon("info"), element("span", {}, words));
}

/** Nothing found: what to try next. */
function nothing({ dropped, filters }) {
  const advice = [element("p", {}, "Không có mục nào khớp cả câu hỏi và bộ lọc.")];
  if (dropped) {
    const { label } = filters.find(({ name }) => name === dropped.name);
    const retry = element("button", { className: "btn", type: "button" }, `Bỏ lọc ${label}: ${number(dropped.left)} kết quả`);
    retry.addEventListener("click", () => go({ chosen: dropped.without }));
    advice.push(element("p", {}, retry));
  }
  const invite = element("a", { href: new URL("../dong-gop/", location.href).href }, "góp một mô hình");
  advice.push(element("p", {}, "Thử bớt chữ, đổi chữ, hoặc gõ tên xã, tên đơn vị. Nơi mình có cách làm hay? Hãy ", invite, "."));
  return [element("div", { className: "empty" }, ...advice)];
}

function pager(pages) {
  const near = [1, pages, state.page - 1, state.page, state.page + 1];
  const shown = [...new Set(near.filter((page) => page >= 1 && page <= pages))].sort((a, b) => a - b);
  const items = shown.flatMap((page, index) => {
    const link = element("a", { href: addressOf({ ...state, page }), "aria-current": page === state.page ? "page" : null }, number(page));
    link.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey) return;
      event.preventDefault();
      go({ page }).then(() => form.scrollIntoView());
    });
    const gap = index && page - shown[index - 1] > 1;
    return [...(gap ? [element("li", {}, element("span", { className: "gap" }, "…"))] : []), element("li", {}, link)];
  });
  return element("nav", { className: "pager", "aria-label": "Các trang kết quả" }, element("ol", {}, ...items));
}

function sayFailed(error) {
  results.dataset.searchState = "failed";
  status.textContent = "Chưa tải được bộ tìm kiếm.";
  const retry = element("button", { className: "btn", type: "button" }, "Thử lại");
  retry.addEventListener("click", follow);
  const words = element("p", {}, "Chưa tải được bộ tìm kiếm; có thể mạng yếu hoặc trình duyệt quá cũ.");
  results.replaceChildren(element("div", { className: "empty" }, words, element("p", {}, retry)), ...asIs.results);
  console.warn(error);
}

let timer = 0;
input.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(() => go({ q: input.value.trim() }, { typing: true }), PAUSE);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  go({ q: input.value.trim() });
});
panel.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-term]");
  if (!link || event.metaKey || event.ctrlKey) return;
  event.preventDefault();
  const [name, id] = link.dataset.term.split("/");
  choose(name, id, true);
});
addEventListener("popstate", follow);
if (location.search) follow();
