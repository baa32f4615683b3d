-- One text runs on SQLite and PostgreSQL: instants are Unix milliseconds, ids and JSON are text, yes is 1.

-- The index: one row per incident, for finding and listing it; a reading of its facts.
CREATE TABLE incidents (
  number        {key},
  id            TEXT   NOT NULL UNIQUE,
  version       BIGINT NOT NULL,
  title         TEXT   NOT NULL,
  status        TEXT   NOT NULL,
  open          BIGINT NOT NULL,
  severity      TEXT,
  severity_rank BIGINT,
  priority      TEXT,
  priority_rank BIGINT,
  standing      BIGINT NOT NULL, -- worst and newest first in one key: the severity's rank, then the number backwards
  lead_id       TEXT,
  lead_name     TEXT,
  acknowledged  BIGINT NOT NULL,
  private       BIGINT NOT NULL,
  drill         BIGINT NOT NULL,
  fingerprint   TEXT   NOT NULL,
  earlier       BIGINT NOT NULL, -- how many of its fingerprint came before it
  first_at      BIGINT NOT NULL, -- when the first of those was declared
  how_to        TEXT,
  declared_at   BIGINT NOT NULL,
  armed         TEXT   NOT NULL  -- the timers it should have, for the audit
);
CREATE INDEX incidents_by_standing ON incidents (private, open, standing);
CREATE INDEX incidents_by_fingerprint ON incidents (fingerprint, number);
CREATE INDEX incidents_with_how_to ON incidents (fingerprint, number) WHERE how_to IS NOT NULL;
CREATE INDEX incidents_armed ON incidents (number) WHERE armed <> '';

-- Lists that are shorter than all of them, in the same order: a person's own, a service's, the private ones of a member.
CREATE TABLE listed (
  scope    TEXT   NOT NULL, -- "person:ada", "service:checkout", "private:ada"
  open     BIGINT NOT NULL,
  standing BIGINT NOT NULL,
  number   BIGINT NOT NULL,
  PRIMARY KEY (scope, open, standing)
) {clustered};

-- What happened, append only. Everything else about incidents is a reading of it.
CREATE TABLE facts (
  incident_id TEXT   NOT NULL REFERENCES incidents (id),
  version     BIGINT NOT NULL,
  at          BIGINT NOT NULL,
  fact        TEXT   NOT NULL,
  PRIMARY KEY (incident_id, version)
) {clustered};

-- Which incident a room belongs to.
CREATE TABLE rooms (
  platform    TEXT NOT NULL,
  room_id     TEXT NOT NULL,
  incident_id TEXT NOT NULL,
  PRIMARY KEY (platform, room_id)
) {clustered};

-- Requests that had their effect on an incident ("" while it is not declared): the same one never has a second.
CREATE TABLE inbox (
  once        TEXT   NOT NULL,
  subject     TEXT   NOT NULL,
  incident_id TEXT   NOT NULL,
  at          BIGINT NOT NULL,
  PRIMARY KEY (once, subject)
) {clustered};
CREATE INDEX inbox_by_age ON inbox (at);

-- What is still to be done. Deleted when done; buried ones wait for a person.
CREATE TABLE outbox (
  id          {identity},
  incident_id TEXT   NOT NULL,
  lane        TEXT   NOT NULL,
  place       TEXT   NOT NULL,
  kind        TEXT   NOT NULL,
  errand      TEXT   NOT NULL,
  urgency     BIGINT NOT NULL,
  created_at  BIGINT NOT NULL,
  ready_at    BIGINT NOT NULL,           -- may be claimed from then on: when created, after a delay, when a lease ends
  head        BIGINT NOT NULL,           -- first of its incident and place
  leased      BIGINT NOT NULL DEFAULT 0, -- somebody is at it, or died over it
  fence       BIGINT NOT NULL DEFAULT 0,
  attempts    BIGINT NOT NULL DEFAULT 0,
  fell_back   BIGINT NOT NULL DEFAULT 0,
  reason      TEXT,
  buried      BIGINT
);
CREATE INDEX outbox_heads ON outbox (lane, urgency, ready_at, id) WHERE head = 1;
CREATE INDEX outbox_by_place ON outbox (incident_id, place, id) WHERE buried IS NULL;
CREATE INDEX outbox_pages ON outbox (created_at) WHERE lane = 'page' AND buried IS NULL AND fell_back = 0;

-- What each incident is waiting for; at most one of a kind.
CREATE TABLE timers (
  incident_id TEXT   NOT NULL,
  kind        TEXT   NOT NULL,
  due_at      BIGINT NOT NULL,
  ready_at    BIGINT NOT NULL, -- when due, or when a lease ends
  fence       BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (incident_id, kind)
) {clustered};
CREATE INDEX timers_by_readiness ON timers (ready_at);

-- Which message shows an incident's card in a room, and which version of it.
CREATE TABLE messages (
  incident_id TEXT   NOT NULL,
  room_key    TEXT   NOT NULL,
  room_name   TEXT   NOT NULL,
  message     TEXT   NOT NULL,
  version     BIGINT NOT NULL,
  PRIMARY KEY (incident_id, room_key)
) {clustered};

-- What became of every page, per channel.
CREATE TABLE deliveries (
  id          {identity},
  incident_id TEXT   NOT NULL,
  page_key    TEXT   NOT NULL,
  person_id   TEXT   NOT NULL,
  person_name TEXT   NOT NULL,
  channel     TEXT   NOT NULL,
  outcome     TEXT   NOT NULL,
  detail      TEXT   NOT NULL,
  at          BIGINT NOT NULL
);
CREATE INDEX deliveries_of ON deliveries (incident_id, id);

-- Everybody the bot has met.
CREATE TABLE people (
  id   TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  word TEXT NOT NULL
) {clustered};
CREATE INDEX people_by_word ON people (word);

{search}
