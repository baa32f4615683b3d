// The Slack emulator with what its command line has no switch for: an address for events and one for replies, and a look at its state.
// Started as: node emulator.mjs '{"users":[…],"oauth_apps":[…],"tokens":[…],"signing_secret":"…"}'
import { readdirSync, readFileSync } from "node:fs";
import { createEmulator } from "emulate";

const folder = new URL("./node_modules/emulate/dist/", import.meta.url);
const plugin = readdirSync(folder).find(name =>
  /^dist-.*\.js$/.test(name) && readFileSync(new URL(name, folder), "utf8").includes("slackPlugin"));
const { slackPlugin, getSlackStore } = await import(new URL(plugin, folder));

const register = slackPlugin.register;
slackPlugin.register = (app, store, webhooks, ...rest) => {
  register(app, store, webhooks, ...rest);
  const events = webhooks.register({ url: "", events: ["*"], active: false, owner: "slack" });
  app.post("/peers/events", async c => {
    webhooks.updateSubscription(events.id, { url: await c.req.text(), active: true });
    return c.json({});
  });
  // response_url, which the emulator doesn't have.
  const replies = {};
  app.post("/peers/replies/:who", async c => ((replies[c.req.param("who")] ??= []).push(await c.req.json()), c.json({ ok: true })));
  app.get("/peers/replies/:who", c => c.json(replies[c.req.param("who")] ?? []));
  app.get("/peers/deliveries", c => c.json(webhooks.getDeliveries()));
  app.get("/peers/state/:kind", c => c.json(getSlackStore(store)[c.req.param("kind")].all()));
};

const { url } = await createEmulator({ service: "slack", port: 0, seed: { slack: JSON.parse(process.argv[2]) } });
console.log(`listening ${url.replace("localhost", "127.0.0.1")}`);
