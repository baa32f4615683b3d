// A page that shows what Teams is sent as Teams would: cards by adaptivecards, the frame around them by this.
// Prints HTML; what the vendor's program says against a card stands in its frame as "flaw". Started as:
// node adaptive.mjs light|dark FILE…   A file holds a card.
import { readFileSync } from "node:fs";
import { basename } from "node:path";

const [theme, ...files] = process.argv.slice(2);
const program = path => readFileSync(new URL(`./node_modules/${path}`, import.meta.url), "utf8").replaceAll("</script", "<\\/script");
const cards = files.map(file => ({ name: basename(file, ".json"), card: JSON.parse(readFileSync(file, "utf8")) }));

// Teams' colours, sizes and spacing, as far as they are known.
const look = {
  light: { page: "#f5f5f5", card: "#fff", text: "#242424", subtle: "#616161", accent: "#5b5fc7", good: "#237b4b", warning: "#835b00", attention: "#c4314b",
    border: "#d1d1d1", emphasis: "#f0f0f0", goodBack: "#e7f2da", warningBack: "#fbf6d9", attentionBack: "#fcf4f6" },
  dark: { page: "#1f1f1f", card: "#292929", text: "#fff", subtle: "#adadad", accent: "#9ea2ff", good: "#92c353", warning: "#f8d22a", attention: "#f9526b",
    border: "#616161", emphasis: "#333", goodBack: "#0d2e0d", warningBack: "#463100", attentionBack: "#3e1f25" },
}[theme];
const font = "'Segoe UI', system-ui, 'Noto Sans', 'DejaVu Sans', sans-serif";
const colour = name => ({ default: look[name], subtle: name === "text" ? look.subtle : look[name] });
const style = backgroundColor => ({ backgroundColor, foregroundColors: {
  default: colour("text"), dark: colour("text"), light: colour("text"), accent: colour("accent"), good: colour("good"),
  warning: colour("warning"), attention: colour("attention") } });
const config = {
  fontFamily: font, supportsInteractivity: true,
  fontTypes: { default: { fontFamily: font }, monospace: { fontFamily: "Consolas, 'DejaVu Sans Mono', monospace" } },
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
  spacing: { none: 0, small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  containerStyles: { default: style(look.card), emphasis: style(look.emphasis), good: style(look.goodBack), warning: style(look.warningBack),
    attention: style(look.attentionBack), accent: style(look.emphasis) },
  actions: { maxActions: 6, buttonSpacing: 8, actionsOrientation: "horizontal", actionAlignment: "left" },
  inputs: { label: { requiredInputs: { weight: "default", suffix: " *", suffixColor: "attention" }, optionalInputs: { weight: "default" } } },
};

/** Runs in the page. */
function draw({ name, card }, config) {
  const frame = document.body.appendChild(document.createElement("section"));
  frame.className = "frame";
  frame.dataset.name = name;
  const say = flaw => Object.assign(frame.appendChild(document.createElement("p")), { className: "flaw", textContent: flaw });
  try {
    const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
    const drawing = new AdaptiveCards.AdaptiveCard();
    drawing.hostConfig = new AdaptiveCards.HostConfig(config);
    drawing.parse(card, context);
    frame.append(drawing.render());
    for (let at = 0; at < context.eventCount; at++) say(context.getEventAt(at).message);
    for (const event of drawing.validateProperties().validationEvents) say(event.message);
  } catch (failure) { say(failure.message); }
  // Teams puts the person where the text of an entity stands.
  for (const { text, mentioned } of card.msteams?.entities ?? [])
    for (const walk = document.createTreeWalker(frame, NodeFilter.SHOW_TEXT); walk.nextNode();) {
      const node = walk.currentNode, at = node.data.indexOf(text);
      if (at < 0) continue;
      const rest = node.splitText(at);
      rest.data = rest.data.slice(text.length);
      rest.before(Object.assign(document.createElement("b"), { className: "mention", textContent: mentioned.name }));
    }
}

console.log(`<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>
body { margin: 0; padding: 12px; background: ${look.page}; color: ${look.text}; font: 14px ${font} }
.frame { overflow-wrap: anywhere; max-width: 720px; margin-bottom: 14px; background: ${look.card}; border: 1px solid ${look.border}; border-radius: 6px; overflow: hidden }
.ac-pushButton { min-height: 32px; padding: 5px 12px; background: ${look.card}; color: ${look.text}; border: 1px solid ${look.border}; border-radius: 4px; font: 600 14px ${font} }
.ac-pushButton.style-positive { background: #5b5fc7; border-color: #5b5fc7; color: #fff }
.ac-pushButton.style-destructive { color: ${look.attention}; border-color: ${look.attention} }
.ac-input, select, textarea, input { width: 100%; box-sizing: border-box; padding: 6px 10px; border: 0; border-bottom: 1px solid ${look.border}; border-radius: 4px; background: ${look.emphasis}; color: ${look.text}; font: 14px ${font} }
textarea { min-height: 64px } input[type=checkbox] { width: auto } a { color: ${look.accent}; text-decoration: none }
.mention { color: ${look.accent}; font-weight: 400 } .flaw { color: #fff; background: #c00 }
</style><body><script>${program("markdown-it/dist/markdown-it.min.js")}</script><script>${program("adaptivecards/dist/adaptivecards.min.js")}</script><script>
const markdown = markdownit({ linkify: true });
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => Object.assign(result, { outputHtml: markdown.render(text), didProcess: true });
${draw}
for (const one of ${JSON.stringify(cards).replaceAll("</", "<\\/")}) draw(one, ${JSON.stringify(config)});
</script></body></html>`);
