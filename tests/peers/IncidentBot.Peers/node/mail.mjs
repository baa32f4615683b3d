// A mail server, mails read by a library that many mail programs use, and their invitations by one that many calendars use.
// Started as: node mail.mjs. Takes what is sent to anybody but gone@…, and says each as a line of JSON at GET /.
import { createServer } from "node:http";
import { SMTPServer } from "smtp-server";
import { simpleParser } from "mailparser";
import ICAL from "ical.js";

const taken = [];

function entry(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const event = calendar.getFirstSubcomponent("vevent");
  const [attendee, ...others] = event.getAllProperties("attendee");
  const organizer = event.getFirstProperty("organizer");
  const ical = new ICAL.Event(event);
  return {
    method: calendar.getFirstPropertyValue("method"), uid: ical.uid, sequence: ical.sequence, summary: ical.summary,
    start: ical.startDate.toJSDate().toISOString(), end: ical.endDate.toJSDate().toISOString(), status: event.getFirstPropertyValue("status"),
    organizer: organizer.getFirstValue(), attendee: attendee.getFirstValue(), rsvp: attendee.getParameter("rsvp"),
    partstat: attendee.getParameter("partstat"), others: others.length,
  };
}

const mail = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  allowInsecureAuth: true,
  onAuth: ({ username, password }, _, done) => done(username === "bot" && password === "a-secret-word" ? null : new Error("no"), { user: username }),
  onMailFrom: (_, session, done) => done(session.user ? null : Object.assign(new Error("who are you?"), { responseCode: 530 })),
  onRcptTo: ({ address }, _, done) => done(address.startsWith("gone@") ? Object.assign(new Error("no such user"), { responseCode: 550 }) : null),
  onData: async (stream, session, done) => {
    const read = await simpleParser(stream);
    const calendar = read.attachments.find(one => one.contentType === "text/calendar");
    taken.push({
      to: session.envelope.rcptTo.map(one => one.address), from: read.from.text, subject: read.subject, id: read.messageId,
      text: read.text, html: read.html, auto: read.headers.get("auto-submitted"), headers: [...read.headers.keys()],
      entry: entry(calendar ? calendar.content.toString() : read.calendar ?? ""),
    });
    done();
  },
});
mail.on("error", () => {});
mail.listen(0, "127.0.0.1", () => {
  const pages = createServer((_, answer) => answer.end(JSON.stringify({ port: mail.server.address().port, taken })));
  pages.listen(0, "127.0.0.1", () => console.log(`listening http://127.0.0.1:${pages.address().port}/`));
});
