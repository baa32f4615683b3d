// The page on which people ask why: edits in place, follows what others do, and never takes away what is being typed.
// Everything works without it, one page at a time. The bot draws all pieces; text never becomes markup here.

const $ = (selector, within = document) => within.querySelector(selector);
const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
const main = $("main.causes"), root = $("#causes"), link = $("#link");
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
const token = $("meta[name=token]").content;

// ---------------------------------------------------------------- what is being typed

const fields = form => $$("textarea, select, input:not([type=hidden])", form);
const touched = form => fields(form).some(field => field.value !== field.dataset.is);
const unsaved = within => $$("form.ask", within).filter(touched);

function mark(form) {
  form.toggleAttribute("data-touched", touched(form));
  for (const field of $$("textarea", form)) grow(field);
}

// As high as what is in it, where the browser doesn't see to that by itself.
function grow(field) {
  if (CSS.supports("field-sizing", "content")) return;
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + 2}px`;
}

function say(form, sentence, field = fields(form)[0]) {
  const place = field ? document.getElementById(`${field.id}-flaw`) : $(".error", form);
  place.textContent = sentence;
  if (field) field.ariaInvalid = sentence ? "true" : null;
}

function restore(form) {
  for (const field of fields(form)) { field.value = field.dataset.is; say(form, "", field); }
  mark(form);
}

// ---------------------------------------------------------------- from how it was to how it is

const kept = new Set(["open", "tabindex", "data-touched", "data-next", "aria-busy", "style"]);

function morph(old, fresh) {
  if (old.nodeType === Node.TEXT_NODE) { if (old.data !== fresh.data) old.data = fresh.data; return; }
  if (old.nodeType !== Node.ELEMENT_NODE) return;
  if (old.matches("form.ask") && touched(old) && !old.dataset.sent) return meanwhile(old, fresh);
  if (old.id === "said" && !fresh.textContent) return;
  if (old.id === "findings") return void (old.innerHTML !== fresh.innerHTML && old.replaceChildren(...fresh.childNodes));
  if (old.name === "__RequestVerificationToken" && !fresh.value) return;
  for (const { name, value } of [...fresh.attributes])
    if (!kept.has(name) && old.getAttribute(name) !== value) name === "src" ? swap(old, value) : old.setAttribute(name, value);
  for (const { name } of [...old.attributes]) if (!kept.has(name) && !fresh.hasAttribute(name)) old.removeAttribute(name);
  if (old.matches("textarea, input")) { old.defaultValue = fresh.defaultValue; old.value = fresh.defaultValue; return; }
  inside(old, fresh);
  if (old.matches("select")) old.value = fresh.value;
}

function inside(old, fresh) {
  const used = new Set();
  const pairs = [...fresh.childNodes].map(want => {
    const have = [...old.childNodes].find(one => !used.has(one) && (want.id ? one.id === want.id
      : !one.id && one.nodeType === want.nodeType && one.nodeName === want.nodeName && one.className === want.className));
    used.add(have);
    return [want, have];
  });
  for (const one of [...old.childNodes]) {
    if (used.has(one)) continue;
    const typed = one.nodeType === Node.ELEMENT_NODE ? unsaved(one) : [];
    if (typed.length === 0) { one.remove(); continue; }
    // What is being written there is not taken away with it.
    for (const form of typed) say(form, "Somebody withdrew this meanwhile. What you typed is still here to be copied.");
  }
  let at = old.firstChild;
  for (const [want, have] of pairs) {
    while (at && !used.has(at)) at = at.nextSibling;
    if (!have) old.insertBefore(want, at);
    else {
      if (have === at) at = at.nextSibling; else old.insertBefore(have, at);
      morph(have, want);
    }
  }
}

// Somebody else changed what is being typed over.
function meanwhile(form, fresh) {
  for (const field of fields(form)) {
    const twin = $(`[name="${field.name}"]`, fresh);
    if (!twin || twin.dataset.is === field.dataset.is) continue;
    field.dataset.is = twin.dataset.is;
    const seen = $("[name='answer.seen']", form);
    if (seen) seen.value = twin.dataset.is;
    if (form.ariaBusy !== "true" && touched(form))
      say(form, `Somebody changed it meanwhile: “${twin.dataset.is || "nothing"}” stands there now. Saving puts yours in its place, Escape takes theirs.`, field);
  }
  mark(form);
}

// The old drawing stays until the new one is there.
function swap(image, address) {
  image.dataset.next = address;
  const next = new Image();
  next.onload = () => { if (image.dataset.next === address) { image.src = address; delete image.dataset.next; } };
  next.src = address;
}

// What others did and what came of one's own sending are told by two ways, of which either may be late.
let shown = 0;

function show(html, version, refused = false) {
  if (version < shown && !refused) return;
  shown = Math.max(shown, version);
  const template = document.createElement("template");
  template.innerHTML = html;
  const active = document.activeElement, [from, to] = [active.selectionStart, active.selectionEnd], scroll = scrollY;
  morph(root, template.content.firstElementChild);
  for (const form of $$("form.ask", root)) mark(form);
  settle();
  if (active !== document.activeElement && active.isConnected) {
    active.focus({ preventScroll: true });
    if (active.matches("textarea")) active.setSelectionRange(from, to);
  }
  scrollTo({ top: scroll, behavior: "instant" });
}

// ---------------------------------------------------------------- sending

async function post(form, body) {
  try {
    const answer = await fetch(form.getAttribute("action"), {
      method: "POST", body, headers: { "X-Live": "yes", "X-Token": token }, signal: AbortSignal.timeout(15000),
    });
    const text = await answer.text(), type = answer.headers.get("Content-Type") ?? "";
    if (type.includes("text/html")) return { html: text, done: answer.ok, version: Number(answer.headers.get("X-Version")) };
    if (type.includes("problem+json")) { const { detail, fix } = JSON.parse(text); return { trouble: [detail, fix].filter(Boolean).join(" ") }; }
    return { trouble: text || "That did not work. Try again in a moment." };
  } catch {
    return { trouble: "IncidentBot can't be reached at the moment. Nothing is lost: save it again in a moment." };
  }
}

async function send(form, submitter) {
  if (form.ariaBusy === "true") return;
  const body = new FormData(form, submitter), item = form.closest("[role=treeitem]");
  const meant = [...body].map(pair => pair.join("=")).join("\n");
  if (form.dataset.meant !== meant) { form.dataset.meant = meant; form.dataset.once = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`; }
  body.set("zone", zone);
  body.set("once", form.dataset.once);
  const before = new Set($$("[role=treeitem]", root).map(one => one.id));
  const values = fields(form).map(field => field.value);
  form.ariaBusy = "true";
  const { html, done, version, trouble } = await post(form, body);
  form.ariaBusy = null;
  if (trouble) return say(form, trouble);
  delete form.dataset.meant;
  // Whoever typed on meanwhile keeps what they typed.
  if (fields(form).every((field, at) => field.value === values[at])) form.dataset.sent = "yes";
  const here = form.contains(document.activeElement) || document.activeElement === document.body;
  show(html, version, !done);
  delete form.dataset.sent;
  if (!done) return void (here && ($("[aria-invalid=true]", form) ?? form.querySelector("button"))?.focus());
  if (!touched(form)) for (const open of $$("details[open]", item)) if (open.contains(form) || form.contains(open)) open.open = false;
  // Whoever went elsewhere, or types on in the same place, is left there.
  if (!here || touched(form)) return;
  const fresh = form.closest("details.add") && $$("[role=treeitem]", item).find(one => !before.has(one.id));
  const left = item.isConnected ? item : [...before].map(id => document.getElementById(id)).filter(Boolean)
    .findLast(one => item.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING) ?? $("[role=treeitem]", root);
  (fresh || left).focus();
}

// ---------------------------------------------------------------- by keyboard

const partOf = node => node.closest?.("[role=treeitem]");

// One stop for each tree; from there its own fields and buttons come next, and arrow keys go elsewhere.
function settle() {
  for (const tree of $$("[role=tree]", root)) {
    const items = $$("[role=treeitem]", tree);
    const current = items.find(one => one.id === tree.dataset.current) ?? items[0];
    for (const item of items) item.tabIndex = item === current ? 0 : -1;
    for (const control of $$("textarea, select, button, summary, input:not([type=hidden])", tree))
      control.tabIndex = partOf(control) === current ? 0 : -1;
  }
}

function go(item) { if (item) { item.closest("[role=tree]").dataset.current = item.id; settle(); item.focus(); item.firstElementChild.scrollIntoView({ block: "nearest" }); } }

const own = (item, selector) => $(selector, item.firstElementChild);

function edit(item, selector) {
  const field = own(item, selector);
  const details = field?.closest("details");
  if (details) details.open = true;
  field?.focus();
  field?.select?.();
}

const keys = {
  ArrowDown: (item, all) => go(all[all.indexOf(item) + 1]),
  ArrowUp: (item, all) => go(all[all.indexOf(item) - 1]),
  ArrowRight: item => go($("[role=treeitem]", item)),
  ArrowLeft: item => go(partOf(item.parentElement)),
  Home: (_, all) => go(all[0]),
  End: (_, all) => go(all.at(-1)),
  Enter: item => edit(item, "form.text textarea"),
  F2: item => edit(item, "form.text textarea"),
  Insert: item => edit(item, "details.add textarea"),
  "+": item => edit(item, "details.add textarea"),
  Delete: item => {
    const sure = own(item, ".sure");
    if (sure) { sure.open = true; $("button", sure).focus(); } else own(item, ".acts > button:last-of-type")?.click();
  },
};

root.addEventListener("keydown", event => {
  const item = partOf(event.target);
  if (!item || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target === item) {
    if (!keys[event.key]) return;
    event.preventDefault();
    return keys[event.key](item, $$("[role=treeitem]", item.closest("[role=tree]")));
  }
  const form = event.target.closest("form.ask");
  if (event.key === "Escape") {
    event.preventDefault();
    if (form) restore(form);
    const details = event.target.closest("details");
    if (details) details.open = false;
    item.focus();
  } else if (event.key === "Enter" && !event.shiftKey && form && event.target.matches("textarea, select, input")) {
    event.preventDefault();
    form.requestSubmit();
  }
});
root.addEventListener("focusin", event => {
  const item = partOf(event.target), tree = item?.closest("[role=tree]");
  if (tree && tree.dataset.current !== item.id) { tree.dataset.current = item.id; settle(); }
});
root.addEventListener("input", event => { const form = event.target.closest("form.ask"); if (form) mark(form); });
root.addEventListener("toggle", event => {
  if (event.target.open && event.target.matches(".add, .more")) $("textarea, select", event.target).focus();
}, true);
root.addEventListener("submit", event => { event.preventDefault(); send(event.target, event.submitter); });
addEventListener("beforeunload", event => { if (unsaved(root).length) event.preventDefault(); });

// ---------------------------------------------------------------- live

function live() {
  const source = new EventSource(`/incidents/${encodeURIComponent(main.dataset.incident)}/causes/events`);
  let heard = Date.now();
  const lost = () => { link.textContent = "Reconnecting… what you see may be old."; link.hidden = false; };
  const on = (name, action) => source.addEventListener(name, event => { heard = Date.now(); action(event); });
  on("hello", () => { link.hidden = true; });
  on("beat", () => {});
  on("causes", event => show(event.data, Number(event.lastEventId)));
  on("gone", () => { source.close(); link.textContent = "This incident is no longer yours to see."; link.hidden = false; clearInterval(watch); });
  source.onerror = () => { lost(); if (source.readyState === EventSource.CLOSED) { clearInterval(watch); setTimeout(live, 3000); } };
  const watch = setInterval(() => { if (Date.now() - heard > 40000) { clearInterval(watch); source.close(); lost(); live(); } }, 5000);
}

main.classList.add("live");
$(".keys").hidden = false;
for (const form of $$("form.ask", root)) mark(form);
settle();
live();
