// A page that shows what Slack is sent as Slack would: blocks by slack-blocks-to-jsx, the frame around them by this.
// Prints HTML; with several files a page with all of them. Started as: node picture.mjs FILE…
// A file holds a message, a modal, a home tab, or a channel:
// { name, topic, members, bookmarks, people, channels, messages: [{ by, at, text, blocks, pinned, only, reactions }] }.
import { readFileSync } from "node:fs";
import { createElement as h } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { Message } from "slack-blocks-to-jsx";

const face = (color, inside) => `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><rect width="36" height="36" fill="${color}"/>${inside}</svg>`)}`;
const logo = face("#b3261e", '<path d="M18 7v13M18 25v4" stroke="#fff" stroke-width="5"/>');
const portrait = name => face(["#4a6785", "#6b4a85", "#4a8568", "#85664a"][name.charCodeAt(0) % 4],
  `<text x="18" y="24" font-family="sans-serif" font-size="17" font-weight="bold" fill="#fff" text-anchor="middle">${name[0]}</text>`);

// "U0GRACE" is called Grace.
const people = json => [...new Set(json.match(/"U0[A-Z]+"/g))].map(one => one.slice(1, -1))
  .map(id => ({ id, name: id[2] + id.slice(3).toLowerCase() }));
const frame = (name, ...inside) => h("section", { className: `frame ${name}` }, ...inside);
const bar = (...inside) => h("header", null, ...inside.map(one => h("span", null, one)));

// What Slack writes over and under a message by itself.
const around = (one, ...message) => h("article", { className: one.only ? "only" : one.pinned ? "pinned" : "" },
  one.only && h("aside", null, "👁 Only visible to you"), one.pinned && h("aside", null, "📌 Pinned by IncidentBot"), ...message,
  one.reactions?.length ? h("footer", null, ...one.reactions.map(name => h("b", null, `${name === "pushpin" ? "📌" : name} 1`))) : null);

// Slack says by itself what need not be answered.
const asked = block => block.type === "input" && block.optional
  ? { ...block, label: { ...block.label, text: `${block.label.text} (optional)` } } : block;

// slack-blocks-to-jsx draws every question for words as large, and as if Enter sent it.
function asSlack(html, files) {
  const lines = files.flatMap(one => one.blocks ?? []).map(one => one.element).filter(one => one?.type === "plain_text_input");
  return html.replaceAll(/<p>[^<]*to submit<\/p>/g, "")
    .replaceAll("<textarea", () => lines.shift()?.multiline === false ? '<textarea class="line"' : "<textarea");
}

function draw(drawn) {
  const users = drawn.people ? Object.entries(drawn.people).map(([id, name]) => ({ id, name })) : people(JSON.stringify(drawn));
  const nameOf = id => users.find(one => one.id === id)?.name ?? id;
  const show = (message, more) => h(Message, {
    blocks: message.blocks?.length ? message.blocks : [{ type: "section", text: { type: "mrkdwn", text: message.text } }],
    name: message.by ? nameOf(message.by) : "IncidentBot", logo: message.by ? portrait(nameOf(message.by)) : logo, time: new Date(message.at ?? "2030-01-02T03:46:00Z"),
    theme: "light", data: { users, channels: drawn.channels ?? [] }, ...more,
  });
  if (drawn.type === "modal")
    return frame("modal", bar(drawn.close?.text, h("b", null, drawn.title.text), h("b", null, drawn.submit?.text)),
      h("main", null, show({ ...drawn, blocks: drawn.blocks.map(asked) }, { withoutWrapper: true })));
  if (drawn.type === "home")
    return frame("home", bar(h("b", null, "IncidentBot")), h("nav", null, h("b", null, "Home"), " Messages  About"),
      h("main", null, show(drawn, { withoutWrapper: true })));
  if (drawn.messages)
    return frame("channel", bar(h("b", null, drawn.name), drawn.members && `👥 ${drawn.members}`), h("small", null, drawn.topic),
      h("nav", null, ...[`📌 ${drawn.messages.filter(one => one.pinned).length}`, ...drawn.bookmarks.map(one => `🔖 ${one}`)]
        .map(one => h("span", null, one))),
      h("main", null, ...drawn.messages.map(one => around(one, show(one)))));
  return frame("message", h("main", null, show(drawn)));
}

const css = readFileSync(new URL("./node_modules/slack-blocks-to-jsx/dist/style.css", import.meta.url), "utf8");
const files = process.argv.slice(2).map(file => JSON.parse(readFileSync(file, "utf8")));
const all = files.map(draw);
console.log(`<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>${css}
body { margin: 0; background: #fff; font: 15px/1.46 Lato, "Liberation Sans", sans-serif; color: #1d1c1d }
.frame { max-width: 620px; overflow: hidden } .frame + .frame { border-top: 4px solid #ddd }
header { display: flex; justify-content: space-between; padding: 12px 16px; border-bottom: 1px solid #ddd }
small, nav { display: block; padding: 6px 16px; color: #616061; font-size: 13px; white-space: pre-wrap }
.channel { max-width: none } .channel header { padding-bottom: 0; border: 0; font-size: 17px } .channel nav { border-bottom: 1px solid #ddd }
nav span { margin-right: 16px } article { margin: 0 -16px; padding: 4px 16px } article.only, article.pinned { margin-bottom: 8px }
.only { background: #f8f8f8 } .pinned { background: #fef8ec } aside { margin-left: 44px; color: #616061; font-size: 12px }
footer { margin-left: 44px } footer b { padding: 2px 8px; border-radius: 12px; background: #e8f5fa; font-size: 12px; font-weight: normal }
main { padding: 12px 16px } main * { overflow-wrap: anywhere !important; min-width: 0 } main code { display: inline !important; white-space: pre-wrap !important }
textarea.line { box-sizing: border-box; width: 100%; height: 36px !important; min-height: 0 !important; padding: 7px; border: 1px solid #aaa; border-radius: 4px; resize: none }
</style><body>${asSlack(renderToStaticMarkup(h("div", null, ...all)), files)}`);
