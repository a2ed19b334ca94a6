// Two or three models side by side, as one table that scrolls in its own box and prints whole.

import { element } from "../search/draw.js";

const ORDER = ["Tóm tắt", "Lĩnh vực và ghi nhận", "Địa bàn", "Đơn vị thực hiện", "Hình thức", "Xây dựng mới hay nhân rộng", "Bắt đầu", "Tình trạng", "Số liệu", "Hoàn cảnh", "Cách làm", "Kết quả", "Kết quả khác", "Điều kiện", "Cần có", "Lưu ý", "Nhân rộng", "Làm theo mô hình", "Ghi nhận, khen thưởng", "Bài học", "Mức đầy đủ"];

/** The table; `remove` is called with the slug of a model that is taken out. */
export function table(entries, remove) {
  const heads = entries.map((each) => head(each, remove));
  const corner = element("th", { scope: "col" }, element("span", { className: "visually-hidden" }, "Mục so sánh"));
  const rows = labels(entries).map((label) => row(label, entries));
  const made = element("table", { className: "table compare" },
    element("caption", { className: "visually-hidden" }, "Các mô hình đặt cạnh nhau"),
    element("thead", {}, element("tr", {}, corner, ...heads)),
    element("tbody", {}, ...rows));
  made.dataset.columns = entries.length;
  return element("div", { className: "scroll", tabindex: "0", role: "region", "aria-label": "Bảng so sánh, cuộn ngang được" }, made);
}

function head({ slug, url, name }, remove) {
  const title = url ? element("a", { href: url }, name) : name;
  const button = element("button", { className: "btn", type: "button", "aria-label": `Bỏ “${name}” khỏi so sánh`, "data-no-print": true }, "Bỏ");
  button.addEventListener("click", () => remove(slug));
  return element("th", { scope: "col" }, element("span", { className: "name" }, title), button);
}

/** What any of the models tells: the known labels in their order, then the others as they come. */
function labels(entries) {
  const told = new Set(entries.flatMap(({ rows }) => [...rows.keys()]));
  return [...ORDER.filter((label) => told.delete(label)), ...told];
}

function row(label, entries) {
  const cells = entries.map((each) => {
    const nodes = each.rows.get(label);
    if (nodes) return element("td", {}, ...nodes);
    const words = each.failed ? "Chưa tải được mục này" : "Chưa có thông tin";
    return element("td", {}, element("span", { className: "unknown" }, words));
  });
  return element("tr", {}, element("th", { scope: "row" }, label), ...cells);
}
