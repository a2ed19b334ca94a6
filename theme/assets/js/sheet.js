// Puts one model into the registration form and hands the file over. In the template's zip the
// parts with marks (@@field.column@@) are stored as they are; all others are passed on untouched.
const MARK = /@@([a-z0-9-]+)\.([a-z-]+)@@/g;
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const TYPES = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};
const EXCEL_ESCAPE = /_(?=x[0-9a-f]{4}_)/gi; // would be read as a character by its number
const BLANK = { ten: "....." }; // the dotted line of a field that stays empty
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const PART = 0x04034b50;

// XML allows no control characters but tab and line ends, whatever a page may hold.
const escaped = (text) =>
  text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "").replace(/[&<>"]/g, (sign) => ENTITIES[sign]);

function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function unpack(buffer) {
  const view = new DataView(buffer);
  let end = buffer.byteLength - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end--;
  if (end < 0) throw new Error("not a zip");
  const parts = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left; left--) {
    if (view.getUint32(at, true) !== ENTRY) throw new Error("not a zip");
    const method = view.getUint16(at + 10, true);
    const [crc, packed, size, start] = [16, 20, 24, 42].map((offset) => view.getUint32(at + offset, true));
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const data = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
    const bytes = new Uint8Array(buffer, data, packed);
    parts.push({ name: new Uint8Array(buffer, at + 46, name), data: bytes, method, crc, size });
    at += 46 + name + extra + comment;
  }
  return parts;
}

function header(signature, part, at) {
  const central = signature === ENTRY;
  const bytes = new Uint8Array((central ? 46 : 30) + part.name.length);
  const view = new DataView(bytes.buffer);
  const put16 = (offset, value) => view.setUint16(offset, value, true);
  const put32 = (offset, value) => view.setUint32(offset, value, true);
  const shift = central ? 6 : 4;
  put32(0, signature);
  if (central) put16(4, 20);
  put16(shift, 20);
  put16(shift + 2, 0x0800); // names are UTF-8
  put16(shift + 4, part.method);
  put16(shift + 8, 0x21); // the first day a zip can name
  put32(shift + 10, part.crc);
  put32(shift + 14, part.data.length);
  put32(shift + 18, part.size);
  put16(shift + 22, part.name.length);
  if (central) put32(42, at);
  bytes.set(part.name, central ? 46 : 30);
  return bytes;
}

function pack(parts) {
  const [files, entries] = [[], []];
  let at = 0;
  for (const part of parts) {
    const head = header(PART, part, 0);
    files.push(head, part.data);
    entries.push(header(ENTRY, part, at));
    at += head.length + part.data.length;
  }
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, END, true);
  view.setUint16(8, parts.length, true);
  view.setUint16(10, parts.length, true);
  view.setUint32(12, entries.reduce((sum, entry) => sum + entry.length, 0), true);
  view.setUint32(16, at, true);
  return [...files, ...entries, end];
}

// Not every program lets a row grow with its text, so the height is told: about 30 letters a line.
function roomy(xml, field, values) {
  const lines = Math.ceil(Math.max(values["noi-dung"].length / 30, values.ten.length / 26)) + 1;
  const row = new RegExp(`<row r="(\\d+)"[^>]*>(?=(?:(?!</row>).)*@@${field}\\.)`, "s");
  return xml.replace(row, `<row r="$1" ht="${Math.min(400, 16 * lines)}" customHeight="1">`);
}

function filled(part, field, values) {
  if (part.method) return part;
  const xml = new TextDecoder().decode(part.data);
  if (!xml.includes("@@")) return part;
  const put = (_, where, column) => escaped((where === field ? values : BLANK)[column] || "");
  const data = new TextEncoder().encode(roomy(xml, field, values).replace(MARK, put));
  return { name: part.name, data, method: 0, crc: crc32(data), size: data.length };
}

async function hand(button, box) {
  const { field, name, content, person, slug } = box.dataset;
  const kind = button.dataset.sheet;
  const answer = await fetch(button.dataset.from);
  if (!answer.ok) throw new Error(answer.status);
  const plain = (text) => (kind === "xlsx" ? text.replace(EXCEL_ESCAPE, "_x005F_") : text);
  const values = { ten: `. ${plain(name)}`, "noi-dung": plain(content), "nhan-rong": "x", [person ? "ca-nhan" : "tap-the"]: "x" };
  const parts = unpack(await answer.arrayBuffer()).map((part) => filled(part, field, values));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(pack(parts), { type: TYPES[kind] }));
  link.download = `phieu-nhan-rong-${slug}.${kind}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

for (const box of document.querySelectorAll("[data-sheets]")) {
  const said = box.querySelector("[role=status]");
  for (const button of box.querySelectorAll("[data-sheet]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      said.textContent = "";
      hand(button, box).then(
        () => { said.textContent = "Đã điền xong. Còn tên đơn vị và địa chỉ, xin ghi tiếp."; },
        () => { said.textContent = "Chưa tải được biểu mẫu. Kiểm tra mạng rồi thử lại."; },
      );
    });
  }
}
