// Small comforts. Every page reads and prints well without this file.
(() => {
  "use strict";
  const KEY = "giao-dien"; // also read before the first paint, in partials/javascripts/base.html
  const root = document.documentElement;
  const systemDark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme || (systemDark.matches ? "dark" : "light")) === "dark";

  function showTheme() {
    for (const button of document.querySelectorAll("[data-theme-flip]")) {
      button.setAttribute("aria-pressed", String(isDark()));
    }
    for (const choice of document.querySelectorAll(`input[name="${KEY}"]`)) {
      choice.checked = choice.value === (root.dataset.theme || "");
    }
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
      meta.dataset.own ??= meta.content;
      const chosen = root.dataset.theme && getComputedStyle(root).getPropertyValue("--card").trim();
      meta.content = chosen || meta.dataset.own;
    }
  }

  function setTheme(theme) {
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
    try {
      if (theme) localStorage.setItem(KEY, theme);
      else localStorage.removeItem(KEY);
    } catch {
      // A browser that keeps nothing still changes this page.
    }
    showTheme();
  }

  // One press always changes what is seen; choosing what the device chooses means following it.
  function flipTheme() {
    const next = isDark() ? "light" : "dark";
    setTheme(next === (systemDark.matches ? "dark" : "light") ? "" : next);
  }

  function say(words) {
    let toast = document.querySelector(".toast");
    if (!toast) {
      toast = document.createElement("div");
      toast.className = "toast";
      toast.setAttribute("role", "status");
      document.body.append(toast);
    }
    toast.textContent = words;
    clearTimeout(say.timer);
    say.timer = setTimeout(() => { toast.textContent = ""; }, 4000);
  }

  const address = () => document.querySelector("link[rel=canonical]")?.href || location.href;

  async function copyLink() {
    try {
      await navigator.clipboard.writeText(address());
      say("Đã chép liên kết");
    } catch {
      prompt("Chép liên kết này:", address());
    }
  }

  async function share() {
    if (!navigator.share) return copyLink();
    try {
      await navigator.share({ title: document.title, url: address() });
    } catch (error) {
      if (error.name !== "AbortError") await copyLink();
    }
  }

  // "sheet" asks for two pages instead of all; the styles for paper decide what gives way.
  function printOut(event) {
    const { classList } = document.documentElement;
    classList.toggle("sheet", event.currentTarget.dataset.print === "sheet");
    addEventListener("afterprint", () => classList.remove("sheet"), { once: true });
    print();
  }

  const actions = { "data-theme-flip": flipTheme, "data-print": printOut, "data-share": share };
  for (const [name, action] of Object.entries(actions)) {
    for (const button of document.querySelectorAll(`[${name}]`)) {
      button.addEventListener("click", action);
      button.hidden = false; // without this file it would do nothing, so the page hides it
    }
  }
  document.addEventListener("change", (event) => {
    if (event.target.name === KEY) setTheme(event.target.value);
  });
  systemDark.addEventListener("change", showTheme);
  addEventListener("storage", (event) => {
    if (event.key === KEY) setTheme(event.newValue || "");
  });

  // Search opens over any page; where the page has its own search box, that one is used.
  let dialog = null;
  async function openSearch(event) {
    const own = document.querySelector("[data-search-form] input");
    event.preventDefault();
    if (own) {
      own.focus();
      own.select();
      return;
    }
    // Once loaded it opens at once: what is typed right after "/" must not be lost.
    dialog ??= await import("./search/dialog.js");
    dialog.open();
  }

  for (const link of document.querySelectorAll("[data-search]")) {
    link.addEventListener("click", (event) => {
      if (!event.ctrlKey && !event.metaKey) openSearch(event);
    });
  }
  addEventListener("keydown", (event) => {
    // A field of a dialog that has just been closed may hold the focus for a moment longer.
    const field = event.target.closest?.("input, textarea, select, [contenteditable]");
    const isTyping = field && !field.closest("dialog:not([open])");
    const isSlash = event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey;
    const isCtrlK = event.key?.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
    if (isSlash || isCtrlK) openSearch(event);
  });

  // A box that scrolls sideways must be reachable from the keyboard.
  for (const box of document.querySelectorAll(".scroll")) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  }
  showTheme();
})();
