// Slack's end of Socket Mode, on ws; it minds the rules and says who broke which:
// https://docs.slack.dev/apis/events-api/using-socket-mode. Every other call goes on to somebody else's Web API.
// Started as: node sockets.mjs '{"token":"xapp-…","app":"A0…","api":"http://…/api/"}'
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { WebSocketServer } from "ws";

const { token, app, api } = JSON.parse(process.argv[2]);
const mostConnections = 10, ackWithin = 3000, pingEvery = 1000, ticketLives = 30_000;
// Slack's are at once, a minute and five; nobody here waits that long.
const retries = [0, 500, 1000];

const tickets = new Set(), connections = [], broken = [], waiting = new Map(), queue = [];
let turn = 0, fewest = 0;

const ready = () => connections.filter(one => one.socket.readyState === 1 && !one.leaving && !one.frozen);
const count = () => connections.filter(one => one.socket.readyState === 1).length;

function connect(socket) {
  const connection = { id: connections.length, socket, acked: 0, pinged: 0, unanswered: 0, leaving: false, frozen: false };
  connections.push(connection);
  socket.on("message", (data, binary) => heard(connection, data, binary));
  socket.on("ping", () => connection.pinged++);
  socket.on("pong", () => connection.unanswered = 0);
  socket.on("error", () => { });
  const pings = setInterval(() => {
    if (connection.frozen || socket.readyState !== 1) return;
    if (++connection.unanswered === 10) broken.push(`connection ${connection.id} answers no ping`);
    socket.ping();
  }, pingEvery);
  socket.on("close", () => {
    clearInterval(pings);
    fewest = Math.min(fewest, count());
    for (const envelope of [...waiting.values()].filter(one => one.on === connection)) missed(envelope, "connection_closed");
  });
  say(connection, {
    type: "hello", num_connections: count(), connection_info: { app_id: app },
    debug_info: { host: "applink-peer", started: new Date().toISOString(), build_number: 1, approximate_connection_time: 18060 },
  });
  for (const envelope of queue.splice(0)) send(envelope);
}

const say = (connection, message) => connection.socket.send(JSON.stringify(message));

function heard(connection, data, binary) {
  let said;
  try { said = JSON.parse(data); } catch { /* below */ }
  if (connection.frozen) return;
  if (binary || typeof said?.envelope_id !== "string") return void broken.push(`no acknowledgement: ${data}`);
  const envelope = waiting.get(said.envelope_id);
  if (!envelope) return void broken.push(`acknowledged late, twice or never sent: ${data}`);
  if (envelope.on !== connection) broken.push("acknowledged on another connection");
  // Slack's own client sends an empty one always.
  if (envelope.type === "events_api" && Object.keys(said.payload ?? {}).length) broken.push(`an answer where none is taken: ${data}`);
  if (envelope.lose-- > 0) return;
  connection.acked++;
  finish(envelope, { acked: true, payload: said.payload, ms: Date.now() - envelope.sent, connection: connection.id });
}

function send(envelope) {
  const open = ready();
  if (!open.length) return void queue.push(envelope);
  envelope.id = randomUUID();
  envelope.on = open[turn++ % open.length];
  envelope.sent = Date.now();
  envelope.timer = setTimeout(() => missed(envelope, "timeout"), ackWithin);
  waiting.set(envelope.id, envelope);
  const events = envelope.type === "events_api";
  say(envelope.on, {
    envelope_id: envelope.id, type: envelope.type, payload: envelope.payload, accepts_response_payload: !events,
    ...events ? { retry_attempt: envelope.attempts, retry_reason: envelope.why } : {},
  });
}

// Slack repeats events; whoever pressed or typed sees that it failed.
function missed(envelope, why) {
  clearTimeout(envelope.timer);
  waiting.delete(envelope.id);
  if (envelope.type !== "events_api" || envelope.attempts === retries.length) return finish(envelope, { acked: false });
  setTimeout(() => send(envelope), retries[envelope.attempts++]);
  envelope.why = why;
}

function finish(envelope, how) {
  clearTimeout(envelope.timer);
  waiting.delete(envelope.id);
  envelope.done({ ...how, attempts: envelope.attempts + 1 });
}

const controls = {
  // Says when it was acknowledged, or given up. lose: so many acknowledgements are lost on the way.
  send: ({ type, payload, lose = 0 }) => new Promise(done => send({ type, payload, lose, done, attempts: 0, why: "" })),
  // Where the Web API of somebody else sends its events.
  events: payload => (controls.send({ type: "events_api", payload: { api_app_id: app, ...payload } }), {}),
  // grace: how long it stays open afterwards.
  disconnect: ({ connection, reason, grace }) => {
    const one = connections[connection];
    one.leaving = true;
    say(one, { type: "disconnect", reason, debug_info: { host: "applink-peer" } });
    setTimeout(() => one.socket.close(), grace);
    return {};
  },
  // The line is dead, and nobody was told.
  freeze: ({ connection }) => {
    connections[connection].frozen = true;
    connections[connection].socket._socket.pause();
    return {};
  },
  cut: ({ connection }) => (connections[connection].socket.terminate(), {}),
  watch: () => (fewest = count(), {}),
  state: () => ({
    fewest, broken,
    connections: connections.map(one => ({ id: one.id, open: one.socket.readyState === 1 && !one.frozen, acked: one.acked, pinged: one.pinged })),
  }),
};

async function answer(request, response) {
  const body = Buffer.concat(await Array.fromAsync(request));
  const { pathname } = new URL(request.url, "http://here");
  const json = (value, status = 200) => response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
  if (pathname.startsWith("/peers/")) return json(await controls[pathname.slice(7)](JSON.parse(body)));
  if (pathname !== "/api/apps.connections.open") {
    const { authorization = "", "content-type": type = "application/json" } = request.headers;
    const said = await fetch(new URL(pathname.slice(5), api), { method: "POST", body, headers: { authorization, "content-type": type } });
    return response.writeHead(said.status, { "content-type": said.headers.get("content-type") }).end(Buffer.from(await said.arrayBuffer()));
  }
  if (request.headers.authorization !== `Bearer ${token}`) return json({ ok: false, error: "invalid_auth" });
  const ticket = randomUUID();
  tickets.add(ticket);
  setTimeout(() => tickets.delete(ticket), ticketLives);
  json({ ok: true, url: `ws://127.0.0.1:${server.address().port}/link/?ticket=${ticket}&app_id=${app}` });
}

const server = createServer((request, response) => answer(request, response).catch(fault => response.writeHead(502).end(`${fault}`)));
const sockets = new WebSocketServer({ noServer: true });
server.on("upgrade", (request, socket, head) => {
  const url = new URL(request.url, "http://here");
  const refuse = why => { broken.push(why); socket.end("HTTP/1.1 403 Forbidden\r\n\r\n"); };
  // An address is good for one connection.
  if (!tickets.delete(url.searchParams.get("ticket"))) return refuse("connected with an address that is used up");
  if (count() >= mostConnections) return refuse("more than ten connections");
  sockets.handleUpgrade(request, socket, head, connect);
});
server.listen(0, "127.0.0.1", () => console.log(`listening http://127.0.0.1:${server.address().port}`));
