// Signs bodies as Slack documents it and as the verifier of its own framework wants it, one JSON object a line:
// { secret, timestamp, body, signature }. Started as: node sign.mjs COUNT
import { createHmac, randomBytes, randomInt } from "node:crypto";
import bolt from "@slack/bolt";

const letters = [..."abcXYZ0189 &=%+\r\n\t\"{}\\/äß漢字👩‍🚒🇮🇹\u0000\u202e"];
const text = most => Array.from({ length: randomInt(most) }, () => letters[randomInt(letters.length)]).join("");

for (let left = Number(process.argv[2]); left > 0; left--) {
  const secret = left % 2 ? randomBytes(16).toString("hex") : `${text(40)}x`;
  const timestamp = `${Math.floor(Date.now() / 1000) - randomInt(200)}`;
  const body = text(left === 1 ? 200_000 : 500);
  const signature = `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex")}`;
  const headers = { "x-slack-request-timestamp": Number(timestamp), "x-slack-signature": signature };
  if (!bolt.isValidSlackRequest({ signingSecret: secret, headers, body }))
    throw new Error(`Bolt refuses what was signed with ${secret}`);
  console.log(JSON.stringify({ secret, timestamp, body, signature }));
}
