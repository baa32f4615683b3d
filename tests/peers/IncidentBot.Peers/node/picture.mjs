// A page that shows what Slack is sent as Slack would: blocks by slack-blocks-to-jsx, the frame around them by this.
// Prints HTML; with several files a page with all of them. Started as: node picture.mjs FILE…
// A file holds a message, a modal, a home tab, or a channel: { name, topic, bookmarks, messages: [{ by, at, text, blocks }] }.
import { readFileSync } from "node:fs";
import { createElement as h } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { Message } from "slack-blocks-to-jsx";

const logo = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><rect width="36" height="36" fill="#b3261e"/><path d="M18 7v13M18 25v4" stroke="#fff" stroke-width="5"/></svg>')}`;

// "U0GRACE" is called Grace.
const people = json => [...new Set(json.match(/"U0[A-Z]+"/g))].map(one => one.slice(1, -1))
  .map(id => ({ id, name: id[2] + id.slice(3).toLowerCase() }));
const frame = (name, ...inside) => h("section", { className: `frame ${name}` }, ...inside);
const bar = (...inside) => h("header", null, ...inside.map(one => h("span", null, one)));

function draw(drawn) {
  const users = people(JSON.stringify(drawn));
  const show = (message, more) => h(Message, {
    blocks: message.blocks?.length ? message.blocks : [{ type: "section", text: { type: "plain_text", text: message.text } }],
    name: message.by ?? "IncidentBot", logo, time: new Date(message.at ?? "2030-01-02T03:46:00Z"),
    theme: "light", data: { users, channels: drawn.channels ?? [] }, ...more,
  });
  if (drawn.type === "modal")
    return frame("modal", bar(drawn.close?.text, h("b", null, drawn.title.text), h("b", null, drawn.submit?.text)),
      h("main", null, show(drawn, { withoutWrapper: true })));
  if (drawn.type === "home")
    return frame("home", bar(h("b", null, "IncidentBot")), h("nav", null, h("b", null, "Home"), " Messages  About"),
      h("main", null, show(drawn, { withoutWrapper: true })));
  if (drawn.messages)
    return frame("channel", bar(h("b", null, `# ${drawn.name}`)), h("small", null, drawn.topic),
      h("nav", null, (drawn.bookmarks ?? []).map(one => `🔖 ${one}`).join("   ")),
      h("main", null, ...drawn.messages.map(one => show(one))));
  return frame("message", h("main", null, show(drawn)));
}

const css = readFileSync(new URL("./node_modules/slack-blocks-to-jsx/dist/style.css", import.meta.url), "utf8");
const all = process.argv.slice(2).map(file => draw(JSON.parse(readFileSync(file, "utf8"))));
console.log(`<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>${css}
body { margin: 0; background: #fff; font: 15px/1.46 Lato, "Liberation Sans", sans-serif; color: #1d1c1d }
.frame { max-width: 620px; overflow: hidden } .frame + .frame { border-top: 4px solid #ddd }
header { display: flex; justify-content: space-between; padding: 12px 16px; border-bottom: 1px solid #ddd }
small, nav { display: block; padding: 6px 16px; color: #616061; font-size: 13px; white-space: pre-wrap }
main { padding: 12px 16px } main * { overflow-wrap: anywhere !important; min-width: 0 } main code { display: inline !important; white-space: pre-wrap !important }
</style><body>${renderToStaticMarkup(h("div", null, ...all))}`);
