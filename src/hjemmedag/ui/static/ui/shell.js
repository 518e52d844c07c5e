// The shell: `/` finds the search box, menus close, "Why?" opens beside the page.

const why = () => document.getElementById("why");
let opener = null;

document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !event.ctrlKey && !event.metaKey && !typing(event.target)) {
    const box = document.getElementById("find");
    if (box?.offsetParent) {
      event.preventDefault();
      box.focus();
    }
  }
  if (event.key === "Escape") {
    const open = document.querySelector("details.menu[open]");
    if (open) {
      open.open = false;
      open.querySelector("summary").focus();
    } else if (why() && !why().hidden) {
      closeWhy();
    }
  }
});

document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
  if (event.target.closest(".why-close")) closeWhy();
});

document.addEventListener("htmx:beforeRequest", (event) => {
  if (event.detail.target?.id === "why-body") opener = event.detail.elt;
});

document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target?.id !== "why-body") return;
  why().hidden = false;
  why().focus();
});

// A rule that can't be fetched is read on its own page instead.
for (const failure of ["htmx:responseError", "htmx:sendError"]) {
  document.addEventListener(failure, (event) => {
    if (event.detail.target?.id === "why-body" && event.detail.elt.href) window.location = event.detail.elt.href;
  });
}

document.querySelector("[data-focus]")?.focus();

function typing(element) {
  return element.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(element.tagName);
}

function closeWhy() {
  why().hidden = true;
  opener?.focus();
}
