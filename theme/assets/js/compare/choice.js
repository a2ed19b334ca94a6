// Which models the reader has chosen to compare: at most three, kept in this browser only.

const KEY = "so-sanh";
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export const MOST = 3;

/** The chosen models, each with its `slug` and the `name` to show. */
export function chosen() {
  try {
    const held = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return held.filter(isModel).slice(0, MOST);
  } catch {
    return []; // a browser that keeps nothing, or something else under our name
  }
}

function isModel(each) {
  return SLUG.test(each?.slug ?? "") && typeof each.name === "string";
}

/** Keep this choice; whether the browser did. */
export function keep(models) {
  try {
    if (models.length) localStorage.setItem(KEY, JSON.stringify(models));
    else localStorage.removeItem(KEY);
    return true;
  } catch {
    return false;
  }
}

/** The models an address asks for (`?m=a,b,c`): only what can be a slug, each once. */
export function asked(search) {
  const words = (new URLSearchParams(search).get("m") ?? "").split(",");
  return [...new Set(words.filter((word) => SLUG.test(word)))].slice(0, MOST);
}

/** The address of a comparison, to be put behind the page's own. */
export function addressOf(slugs) {
  return slugs.length ? `?m=${slugs.join(",")}` : "";
}
