// The smallest app there is in Slack's own framework: it checks the signature and acknowledges.
// Started as: node bolt.mjs SIGNING_SECRET [PORT]
import bolt from "@slack/bolt";

const [signingSecret, port = "0"] = process.argv.slice(2);
const app = new bolt.App({
  signingSecret,
  // Known without asking Slack.
  authorize: async () => ({ botToken: "xoxb-bolt", botId: "B0BOLT", botUserId: "U0BOLT" }),
  logLevel: bolt.LogLevel.ERROR,
});
app.command(/.*/, async ({ ack }) => await ack());
app.action(/.*/, async ({ ack }) => await ack());
app.event(/.*/, async () => { });

const server = await app.start({ port: Number(port), host: "127.0.0.1" });
console.log(`listening http://127.0.0.1:${server.address().port}`);
