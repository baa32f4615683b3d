// The page of a review: shows what a text will look like while it is typed, and keeps what isn't saved.

const token = document.querySelector("meta[name=token]")?.content;
const pause = 300;
let unsaved = 0;

for (const box of document.querySelectorAll(".editor textarea")) {
  const form = box.form, preview = form.querySelector(".preview");
  let waiting, newest = 0;

  async function show() {
    const mine = ++newest;
    const body = new FormData();
    body.set("text", box.value);
    try {
      const answer = await fetch(`${form.getAttribute("action")}/preview`, { method: "POST", body, headers: { "X-Token": token } });
      if (!answer.ok || mine !== newest) return;
      // Drawn by the bot, which encodes whatever people typed.
      preview.innerHTML = await answer.text();
      preview.hidden = preview.innerHTML.trim() === "";
    } catch {
      // The text is still there; only how it looks isn't.
    }
  }

  box.addEventListener("input", () => {
    box.dataset.touched = box.value === box.defaultValue ? "" : "yes";
    unsaved = document.querySelectorAll("[data-touched=yes]").length;
    if (!preview) return;
    clearTimeout(waiting);
    waiting = setTimeout(show, pause);
  });
  box.addEventListener("keydown", (key) => {
    if (key.key === "Enter" && (key.ctrlKey || key.metaKey)) form.requestSubmit();
  });
  form.addEventListener("submit", () => { unsaved = 0; });
  box.closest("details").addEventListener("toggle", (event) => {
    if (!event.target.open) return;
    box.focus();
    if (preview) show();
  });
}

addEventListener("beforeunload", (event) => { if (unsaved) event.preventDefault(); });
