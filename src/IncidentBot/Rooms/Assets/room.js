// The live part of the room: everything works without it, one page at a time.
// The server draws all pieces; this puts them in place. Text never becomes markup here.

const $ = (selector, within = document) => within.querySelector(selector);
const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
const main = $("main[data-room]");
const room = main?.dataset.room;

// ---------------------------------------------------------------- pieces

function piece(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return settle(template.content.firstElementChild);
}

// Moments in the reader's own zone: "14:05" today, "3 Nov, 14:05" before.
function settle(node) {
  for (const time of $$("time", node)) {
    const at = new Date(time.dateTime), today = new Date().toDateString() === at.toDateString();
    time.title = at.toLocaleString([], { dateStyle: "full", timeStyle: "long" });
    time.textContent = at.toLocaleString([], today
      ? { hour: "2-digit", minute: "2-digit" }
      : { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
  }
  return node;
}

// Puts a new piece where an old one was and keeps the focus on the same thing in it.
function replace(old, fresh) {
  const active = old.contains(document.activeElement) ? document.activeElement : null;
  old.replaceWith(fresh);
  if (!active) return;
  const twin = $$("button, a", fresh).find(one => (active.value && one.value === active.value) || (active.href && one.href === active.href));
  const target = twin ?? fresh;
  if (!twin) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

// ---------------------------------------------------------------- the stream

const scroll = $("#scroll"), stream = $("#stream"), newer = $("#newer");
const atEnd = () => scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 80;
const toEnd = () => { scroll.scrollTop = scroll.scrollHeight; newer.hidden = true; };

function show(item, follow = atEnd()) {
  const known = item.id && document.getElementById(item.id);
  if (known) return replace(known, item);
  const place = Number(item.dataset.place ?? Infinity);
  const next = $$(":scope > li[data-place]", stream).find(one => Number(one.dataset.place) > place);
  if (next) next.before(item); else stream.append(item);
  $(".welcome")?.remove();
  if (follow) toEnd(); else newer.hidden = false;
  if (item.dataset.place) $("#news").textContent = `${$(".byline strong", item).textContent}: ${($("h3, .words", item)?.textContent ?? "").slice(0, 200)}`;
}

async function older(link) {
  const first = $("li[data-place]", stream);
  const answer = await fetch(link.href);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const height = scroll.scrollHeight;
  for (const item of $$("#stream > li[data-place]", page))
    if (!document.getElementById(item.id)) first.before(settle(document.adoptNode(item)));
  scroll.scrollTop += scroll.scrollHeight - height;
  const further = $("[data-older]", page);
  if (further) link.href = further.getAttribute("href"); else link.closest(".older").remove();
}

// ---------------------------------------------------------------- sending

// What happened to a request: a piece to show, or a sentence that says why not.
async function post(address, body) {
  body.set("zone", zone);
  try {
    const answer = await fetch(address, {
      method: "POST", body, headers: { "X-Live": "yes", "X-Token": $("meta[name=token]").content },
      signal: AbortSignal.timeout(15000),
    });
    const text = await answer.text();
    const type = answer.headers.get("Content-Type") ?? "";
    if (type.includes("problem+json")) {
      const { detail, fix } = JSON.parse(text);
      return { trouble: [detail, fix].filter(Boolean).join(" ") };
    }
    if (type.includes("text/html") || answer.status === 204)
      return { node: text ? piece(text) : null, refused: answer.headers.has("X-Refused") };
    return { trouble: text || "That did not work. Try again in a moment." };
  } catch {
    return { trouble: "IncidentBot can't be reached at the moment. Nothing is lost: send it again in a moment." };
  }
}

// One id per thing meant: pressing twice or trying again never does it twice.
function once(element, meant) {
  if (element.dataset.meant !== meant || !element.dataset.once) {
    element.dataset.meant = meant;
    element.dataset.once = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
  }
  return element.dataset.once;
}

const busy = (element, is) => { element.ariaBusy = is; if (element.type) element.disabled = is; };

async function press(button) {
  if (button.ariaBusy === "true" || (button.dataset.confirm && !await sure(button))) return;
  const body = new FormData();
  body.set("line", button.value);
  body.set("once", once(button, button.value));
  busy(button, true);
  const { node, trouble, refused } = await post($("#act").action, body);
  busy(button, false);
  if (trouble) return say(trouble);
  if (!stream && refused) return say($$("h3, .hint", node).map(one => one.textContent).join(" "));
  if (!stream) sessionStorage.setItem("pressed", button.value);
  delete button.dataset.once;
  if (!node) return;
  $("#aside:popover-open, #rooms:popover-open")?.hidePopover();
  if (node.matches("dialog")) open(node, button); else answer(node);
}

// Where there is no room to answer in, the page itself shows what was done.
function answer(node) {
  if (!stream) return location.reload();
  for (const old of $$("li.only-you", stream)) if (old.dataset.about === node.dataset.about) old.remove();
  show(node, true);
  node.tabIndex = -1;
  if (!document.activeElement?.closest("#composer")) node.focus({ preventScroll: true });
  $("#news").textContent = `Only you see this: ${$("h3", node).textContent}`;
}

function say(trouble, where = $("#composer .trouble, #trouble")) {
  where.textContent = "";
  requestAnimationFrame(() => { where.textContent = trouble; });
}

// ---------------------------------------------------------------- dialogs

function open(dialog, opener) {
  $("#form")?.remove();
  document.body.append(dialog);
  for (const input of $$("input[data-at]", dialog)) {
    const at = new Date(input.dataset.at);
    if (!isNaN(at)) input.value = new Date(at - at.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
  }
  for (const input of $$("[data-people]", dialog))
    combobox(input, typed => `/people?typed=${encodeURIComponent(typed)}`, option => {
      input.value = $(".name", option).textContent;
      input.previousElementSibling.value = option.dataset.value;
    }, () => { input.previousElementSibling.value = ""; });
  dialog.addEventListener("close", () => { dialog.remove(); (opener?.isConnected ? opener : $("#words"))?.focus(); });
  dialog.showModal();
  ($(".questions :is(input:not([type=hidden]), textarea, select)", dialog) ?? $("[type=submit]", dialog)).focus();
}

async function send(form) {
  const body = new FormData(form), errors = {};
  for (const input of form.elements)
    if (input.validity?.valueMissing) errors[input.closest("[data-field]").dataset.field] = "Fill this in.";
  if (mark(form, errors)) return;
  const meant = [...body].filter(([name]) => name !== "once" && name !== "__RequestVerificationToken").join("\n");
  body.set("once", once(form, meant));
  const button = $("[type=submit]", form);
  busy(button, true);
  const { node, trouble, refused } = await post(form.action, body);
  busy(button, false);
  say("", $(".trouble", form));
  if (trouble) return say(trouble, $(".trouble", form));
  if (node?.id === "flaws") return mark(form, Object.fromEntries($$("li", node).map(one => [one.dataset.field, one.textContent])));
  if (refused) return say($$("h3, .hint", node).map(one => one.textContent).join(" "), $(".trouble", form));
  const dialog = form.closest("dialog");
  if (node?.matches("dialog")) return open(node);
  dialog.close();
  if (node) answer(node);
}

// Shows each error at its field and goes to the first.
function mark(form, errors) {
  let first = null;
  for (const field of $$("[data-field]", form)) {
    const reason = errors[field.dataset.field] ?? "";
    $(".error", field).textContent = reason;
    for (const input of $$("input, select, textarea", field)) input.ariaInvalid = reason ? "true" : null;
    if (reason) first ??= $("input:not([type=hidden]), select, textarea", field);
    delete errors[field.dataset.field];
  }
  const rest = Object.values(errors);
  if (rest.length) say(rest.join(" "), $(".trouble", form));
  first?.focus();
  return first || rest.length > 0;
}

function sure(button) {
  const dialog = document.createElement("dialog"), ask = document.createElement("p"), row = document.createElement("footer");
  dialog.className = "sheet small";
  ask.id = "sure";
  ask.textContent = button.dataset.confirm;
  dialog.setAttribute("aria-labelledby", "sure");
  const choice = (label, style, value) => {
    const one = document.createElement("button");
    [one.textContent, one.className] = [label, style];
    one.onclick = () => dialog.close(value);
    return one;
  };
  row.append(choice("Cancel", "plain", ""), choice(button.textContent, button.classList.contains("danger") ? "danger" : "primary", "yes"));
  dialog.append(ask, row);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise(done => dialog.addEventListener("close", () => {
    dialog.remove();
    button.focus();
    done(dialog.returnValue === "yes");
  }));
}

// ---------------------------------------------------------------- ways to go on while typing

function combobox(input, address, pick, typed = () => {}) {
  const list = document.getElementById(input.getAttribute("aria-controls"));
  let asked = 0, timer = 0;
  const options = () => $$("[role=option]", list);
  const current = () => options().find(one => one.ariaSelected === "true");
  const close = () => { asked++; list.hidden = true; input.ariaExpanded = "false"; input.removeAttribute("aria-activedescendant"); };
  const select = option => {
    for (const one of options()) one.ariaSelected = String(one === option);
    if (!option) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  };
  const choose = option => { close(); pick(option); };
  const ask = async () => {
    const mine = ++asked, where = address(input.value);
    if (!where) return close();
    const answer = await fetch(where).catch(() => null);
    if (mine !== asked || document.activeElement !== input) return;
    if (answer?.status !== 200) return close();
    list.innerHTML = await answer.text();
    options().forEach((one, at) => { one.id = `${list.id}-${at}`; });
    list.hidden = false;
    input.ariaExpanded = "true";
  };
  input.addEventListener("input", () => { typed(); clearTimeout(timer); timer = setTimeout(ask, 80); });
  input.addEventListener("blur", () => setTimeout(close, 150));
  list.addEventListener("pointerdown", event => event.preventDefault());
  list.addEventListener("click", event => {
    const option = event.target.closest("[role=option]");
    if (option) { input.focus(); choose(option); }
  });
  input.addEventListener("keydown", event => {
    if (list.hidden || event.isComposing) return;
    const all = options(), at = all.indexOf(current());
    if (event.key === "ArrowDown") select(all[(at + 1) % all.length]);
    else if (event.key === "ArrowUp") select(all[at <= 0 ? all.length - 1 : at - 1]);
    else if (event.key === "Tab" && !event.shiftKey) choose(current() ?? all[0]);
    else if (event.key === "Enter" && current()) choose(current());
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  });
  return { ask, close };
}

// ---------------------------------------------------------------- the message box

function composer(form) {
  const words = $("#words"), draft = `draft:${room}`;
  const grow = () => { words.style.height = "auto"; words.style.height = `${Math.min(words.scrollHeight + 2, 220)}px`; };
  const fill = text => { words.value = text; grow(); text ? sessionStorage.setItem(draft, text) : sessionStorage.removeItem(draft); };
  const picture = $("#picture", form);
  const chosen = () => { $(".attach span", form).textContent = picture.files[0] ? `▣ ${picture.files[0].name}` : "Picture"; };
  picture?.addEventListener("change", () => { chosen(); words.focus(); });
  if (picture) words.addEventListener("paste", event => {
    if (!event.clipboardData.files.length) return;
    picture.files = event.clipboardData.files;
    chosen();
    if (!event.clipboardData.getData("text/plain")) event.preventDefault();
  });
  const help = combobox(words, typed => typed.startsWith("/") && !typed.includes("\n")
    ? `/rooms/${room}/complete?typed=${encodeURIComponent(typed)}` : null, option => { fill(option.dataset.value); help.ask(); });
  if (!words.value) fill(sessionStorage.getItem(draft) ?? "");
  words.addEventListener("input", () => fill(words.value));
  words.addEventListener("keydown", event => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); form.requestSubmit(); }
  });
  form.addEventListener("submit", async event => {
    event.preventDefault();
    const text = words.value.trim(), button = $("[type=submit]", form), file = picture?.files[0];
    if ((!text && !file) || button.disabled) return;
    if (file && file.size > picture.dataset.most * 1024 * 1024)
      return say(`That picture is larger than ${picture.dataset.most} MB. Send a smaller one.`);
    const body = new FormData(form);
    body.set("once", once(form, `${text}\n${file ? [file.name, file.size, file.lastModified] : ""}`));
    busy(button, true);
    help.close();
    const { node, trouble, refused } = await post(form.action, body);
    busy(button, false);
    say("");
    if (trouble) return say(trouble);
    if (!refused && words.value.trim() === text) { delete form.dataset.once; fill(""); }
    if (!refused && file) { picture.value = ""; chosen(); }
    if (!node) return toEnd();
    if (node.matches("dialog")) open(node, words); else answer(node);
  });
}

// ---------------------------------------------------------------- what was read

function unread() {
  const first = localStorage.length === 0 || !Object.keys(localStorage).some(key => key.startsWith("read:"));
  let fresh = 0;
  for (const entry of $$("#room-list li[data-room]")) {
    const key = `read:${entry.dataset.room}`, posted = Number(entry.dataset.posted);
    if (first || (entry.dataset.room === room && !document.hidden && !main.dataset.about)) localStorage.setItem(key, posted);
    const isNew = posted > Number(localStorage.getItem(key) ?? 0);
    $(".new", entry).hidden = !isNew;
    entry.classList.toggle("unread", isNew);
    fresh += isNew;
  }
  $(".drawer .new").hidden = fresh === 0;
  document.title = `${fresh ? `(${fresh}) ` : ""}${document.title.replace(/^\(\d+\) /, "")}`;
}

// ---------------------------------------------------------------- live

function live() {
  let source, seen = main.dataset.revision, heard = Date.now(), wait = 500;
  const bar = $("#link");
  const lost = () => { bar.textContent = "Reconnecting… what you see may be old."; bar.hidden = false; };
  const on = (name, action) => source.addEventListener(name, event => {
    heard = Date.now();
    if (event.lastEventId) seen = event.lastEventId;
    action(event.data);
  });
  const connect = () => {
    const about = main.dataset.about ? `&about=${encodeURIComponent(main.dataset.about)}` : "";
    source = new EventSource(`/rooms/${room}/events?after=${seen}${about}`);
    on("hello", () => { bar.hidden = true; wait = 500; });
    on("beat", () => {});
    on("message", html => show(piece(html)));
    on("rooms", html => { replace($("#room-list"), piece(html)); unread(); });
    on("beside", html => { const old = $("#beside"); if (old) replace(old, piece(html)); });
    on("about", html => { const old = $("#about .card"); if (old) replace(old, piece(html)); });
    on("head", text => { [$(".where h1").textContent, $(".where .topic").textContent] = text.split("\n"); });
    on("gone", () => { source.close(); bar.textContent = "This room is no longer open to you."; bar.hidden = false; heard = Infinity; });
    source.onerror = () => { source.close(); lost(); setTimeout(connect, wait); wait = Math.min(wait * 2, 10000); };
  };
  connect();
  setInterval(() => { if (Date.now() - heard > 40000) { heard = Date.now(); source.close(); lost(); connect(); } }, 5000);
}

// ---------------------------------------------------------------- begin

settle(document);
for (const field of $$("input[name=zone]")) field.value = zone;
document.addEventListener("click", event => {
  const target = event.target.closest("button, a");
  if (!target) return;
  if (target.matches("[form=act]")) { event.preventDefault(); press(target); }
  else if (target.matches("[data-dismiss]")) { target.closest("li").remove(); $("#words")?.focus(); }
  else if (target.matches("[data-close]")) target.closest("dialog").close();
  else if (target.matches("[data-older]")) { event.preventDefault(); older(target); }
  else if (target.id === "newer") toEnd();
});
document.addEventListener("submit", event => {
  if (event.target.matches("[data-form]")) { event.preventDefault(); send(event.target); }
});
if (!main) {
  const pressed = sessionStorage.getItem("pressed");
  if (pressed) $$("[form=act]").find(one => one.value === pressed)?.focus();
  sessionStorage.removeItem("pressed");
}
if (main) {
  const asked = $("dialog[open]");
  if (asked) { asked.close(); open(asked, $("#words")); }
  if ($("#composer")) composer($("#composer"));
  let last = true;
  scroll.addEventListener("scroll", () => { last = atEnd(); if (last) newer.hidden = true; });
  // A picture makes room for itself once it is there; whoever reads the newest goes on doing so.
  stream.addEventListener("load", () => { if (last) toEnd(); }, true);
  document.addEventListener("visibilitychange", unread);
  toEnd();
  unread();
  live();
}
