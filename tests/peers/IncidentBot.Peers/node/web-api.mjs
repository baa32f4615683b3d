// Slack's own client of its Web API, called from outside: POST / { token, method, args, retries, pages } gives
// { answer } or { error, code, status }, and what was limited meanwhile: { limited: [seconds] }.
// Started as: node web-api.mjs API_URL
import { createServer } from "node:http";
import { ErrorCode, LogLevel, WebClient, WebClientEvent } from "@slack/web-api";

async function call({ token, method, args = {}, retries = 0, pages = false }) {
  const client = new WebClient(token, {
    slackApiUrl: process.argv[2], logLevel: LogLevel.ERROR, timeout: 10_000,
    retryConfig: { retries, minTimeout: 10, maxTimeout: 10 }, rejectRateLimitedCalls: retries === 0,
  });
  const limited = [];
  client.on(WebClientEvent.RATE_LIMITED, seconds => limited.push(seconds));
  // A method that Slack's client doesn't have by name is one that Slack doesn't have.
  const named = method.split(".").reduce((inside, name) => inside?.[name], client);
  try {
    if (typeof named !== "function") throw new Error("no such method");
    const answer = pages ? await Array.fromAsync(client.paginate(method, args)) : await named(args);
    return { answer, limited };
  } catch (fault) {
    const error = Object.entries(ErrorCode).find(([, code]) => code === fault.code)?.[0] ?? fault.message;
    return { error, code: fault.data?.error, status: fault.statusCode, seconds: fault.retryAfter, limited };
  }
}

const server = createServer(async (request, response) =>
  response.end(JSON.stringify(await call(JSON.parse(Buffer.concat(await Array.fromAsync(request)))))));
server.listen(0, "127.0.0.1", () => console.log(`listening http://127.0.0.1:${server.address().port}`));
