// Which documents pass the chosen filters, and how many each further choice would leave.
// Within a filter the values add up; between filters all must hold.

/**
 * What the reader asks for, as it stands in the address.
 * @typedef {{q: string, chosen: Map<string, Set<string>>, sort: string, page: number}} State
 */

/** The state in an address. @returns {State} */
export function stateFrom(search, filters) {
  const params = new URLSearchParams(search);
  const chosen = new Map();
  for (const { name, values } of filters) {
    const known = new Set(values.map(([id]) => id));
    const asked = (params.get(name) ?? "").split(",").filter((id) => known.has(id));
    if (asked.length) chosen.set(name, new Set(asked));
  }
  const page = Math.max(1, Number.parseInt(params.get("trang") ?? "1", 10) || 1);
  return { q: (params.get("q") ?? "").trim(), chosen, sort: params.get("sap_xep") ?? "", page };
}

/** The part of an address that holds a state. */
export function addressOf({ q, chosen, sort, page }) {
  const parts = [];
  if (q) parts.push(`q=${encodeURIComponent(q).replaceAll("%20", "+")}`);
  for (const [name, ids] of chosen) {
    if (ids.size) parts.push(`${name}=${[...ids].join(",")}`);
  }
  if (sort) parts.push(`sap_xep=${sort}`);
  if (page > 1) parts.push(`trang=${page}`);
  return parts.length ? `?${parts.join("&")}` : "";
}

/** Whether anything at all is asked for. */
export function isAsking({ q, chosen, sort }) {
  return Boolean(q || chosen.size || sort);
}

/**
 * Sift documents through the chosen filters.
 * @returns {{kept: number[], counts: Map<string, Uint32Array>}} those that pass, in their order,
 * and for each filter the count of each value among those that pass all *other* filters.
 */
export function sift(documents, chosen, filters, columns) {
  const tests = filters.map((filter) => testOf(filter, chosen.get(filter.name), columns));
  const counts = new Map(filters.map(({ name, values }) => [name, new Uint32Array(values.length)]));
  const kept = [];
  for (const number of documents) {
    let failed = -1;
    let failures = 0;
    for (let index = 0; index < tests.length && failures < 2; index += 1) {
      if (!tests[index](number)) {
        failed = index;
        failures += 1;
      }
    }
    if (failures === 0) kept.push(number);
    if (failures < 2) count(number, failures ? [filters[failed]] : filters, columns, counts);
  }
  return { kept, counts };
}

function testOf({ name, values, several }, ids, columns) {
  if (!ids?.size) return () => true;
  const column = columns.get(name);
  const places = values.flatMap(([id], index) => (ids.has(id) ? [index] : []));
  if (several) {
    const mask = places.reduce((bits, place) => bits | (1 << place), 0);
    return (number) => (column[number] & mask) !== 0;
  }
  const codes = new Set(places.map((place) => place + 1));
  return (number) => codes.has(column[number]);
}

function count(number, filters, columns, counts) {
  for (const { name, several } of filters) {
    const held = columns.get(name)[number];
    const found = counts.get(name);
    if (!several) {
      if (held) found[held - 1] += 1;
      continue;
    }
    for (let bits = held, place = 0; bits; bits >>>= 1, place += 1) {
      if (bits & 1) found[place] += 1;
    }
  }
}

/** The filter whose removal would bring back the most, when nothing is left. */
export function narrowest(documents, chosen, filters, columns) {
  let best = null;
  for (const name of chosen.keys()) {
    const without = new Map([...chosen].filter(([other]) => other !== name));
    const { kept } = sift(documents, without, filters, columns);
    if (kept.length && (!best || kept.length > best.left)) best = { name, left: kept.length, without };
  }
  return best;
}
