// Forms: one press sends once, unsaved words are not left behind unasked, files can be dropped.

const guarded = (form) => form.method === "post" && !("noGuard" in form.dataset);
const changed = new Set();

document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (form && guarded(form)) changed.add(form);
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if ("sent" in form.dataset) {
    event.preventDefault();
    return;
  }
  changed.delete(form);
  if (form.method !== "post") return;
  form.dataset.sent = "";
  // A download leaves the page where it is, so the form opens again after a while.
  setTimeout(() => delete form.dataset.sent, 8000);
});

document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.detail.elt.closest("form");
  if (form) delete form.dataset.sent;
});

window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

window.addEventListener("beforeunload", (event) => {
  for (const form of changed) {
    if (form.isConnected) event.preventDefault();
  }
});

document.addEventListener("change", (event) => {
  const drop = event.target.closest("[data-drop]");
  if (drop) drop.querySelector("[data-chosen]").textContent = [...event.target.files].map((file) => file.name).join(", ");
});

for (const [kind, over] of [["dragenter", true], ["dragover", true], ["dragleave", false], ["drop", false]]) {
  document.addEventListener(kind, (event) => event.target.closest?.("[data-drop]")?.classList.toggle("file-over", over));
}
