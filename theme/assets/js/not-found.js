// Shows the words of an address that leads nowhere, as a hint of what the reader looked for.
(() => {
  "use strict";
  const hint = document.getElementById("goi-y");
  const last = location.pathname.split("/").filter(Boolean).pop() || "";
  let words = last;
  try {
    words = decodeURIComponent(last);
  } catch {
    // A broken escape is shown as it stands.
  }
  words = words.replace(/\.html?$/, "").replace(/[-_+]+/g, " ").trim().slice(0, 80);
  if (!hint || !words) return;
  hint.querySelector("b").textContent = words;
  hint.hidden = false;
})();
