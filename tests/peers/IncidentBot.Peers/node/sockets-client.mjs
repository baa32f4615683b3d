// Slack's own client of Socket Mode, which acknowledges what comes.
// Started as: node sockets-client.mjs API_URL APP_TOKEN
import { LogLevel, SocketModeClient } from "@slack/socket-mode";

const [slackApiUrl, appToken] = process.argv.slice(2);
const client = new SocketModeClient({
  appToken, clientOptions: { slackApiUrl }, logLevel: LogLevel.ERROR, clientPingTimeout: 1000,
});
client.on("slack_event", async ({ ack, accepts_response_payload: mayAnswer }) => await ack(mayAnswer ? { text: "heard" } : undefined));
await client.start();
console.log("listening http://127.0.0.1");
