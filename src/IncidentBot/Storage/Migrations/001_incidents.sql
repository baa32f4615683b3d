-- One text runs on SQLite and PostgreSQL: instants are Unix milliseconds, ids and JSON are text.

-- What happened, append only. Everything else about incidents is a reading of it.
CREATE TABLE facts (
  incident_id TEXT   NOT NULL,
  version     BIGINT NOT NULL,
  at          BIGINT NOT NULL,
  fact        TEXT   NOT NULL,
  PRIMARY KEY (incident_id, version)
);

-- The index: one row per incident, for finding and listing it.
CREATE TABLE incidents (
  number        BIGINT  NOT NULL PRIMARY KEY,
  id            TEXT    NOT NULL UNIQUE,
  version       BIGINT  NOT NULL,
  title         TEXT    NOT NULL,
  status        TEXT    NOT NULL,
  open          BIGINT  NOT NULL,
  severity      TEXT,
  severity_rank BIGINT  NOT NULL,
  priority      TEXT,
  priority_rank BIGINT  NOT NULL,
  lead_id       TEXT,
  lead_name     TEXT,
  acknowledged  BIGINT  NOT NULL,
  services      TEXT    NOT NULL,
  private       BIGINT  NOT NULL,
  drill         BIGINT  NOT NULL,
  practice      BIGINT  NOT NULL,
  fingerprint   TEXT    NOT NULL,
  how_to        TEXT,
  declared_at   BIGINT  NOT NULL
);
CREATE INDEX incidents_by_rank ON incidents (open DESC, severity_rank, number DESC);
CREATE INDEX incidents_by_fingerprint ON incidents (fingerprint, number);

-- The last number given; one row, so that a refused declaration leaves no gap.
CREATE TABLE numbers (last BIGINT NOT NULL);
INSERT INTO numbers (last) VALUES (0);

-- Who sees a private incident, and whose it is.
CREATE TABLE members (
  person_id   TEXT NOT NULL,
  incident_id TEXT NOT NULL,
  PRIMARY KEY (person_id, incident_id)
);
CREATE INDEX members_of ON members (incident_id);

-- Which incident a room belongs to.
CREATE TABLE rooms (
  room_key    TEXT NOT NULL PRIMARY KEY,
  incident_id TEXT NOT NULL
);

-- Requests that had their effect: the same one never has a second.
CREATE TABLE inbox (
  once        TEXT   NOT NULL PRIMARY KEY,
  incident_id TEXT   NOT NULL,
  at          BIGINT NOT NULL
);
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
  due_at      BIGINT NOT NULL,
  attempts    BIGINT NOT NULL DEFAULT 0,
  fence       BIGINT NOT NULL DEFAULT 0,
  fell_back   BIGINT NOT NULL DEFAULT 0,
  reason      TEXT,
  buried      BIGINT
);
CREATE INDEX outbox_waiting ON outbox (lane, urgency, due_at, id) WHERE buried IS NULL;
CREATE INDEX outbox_by_place ON outbox (incident_id, place, id) WHERE buried IS NULL;

-- What each incident is waiting for; at most one of a kind.
CREATE TABLE timers (
  incident_id TEXT   NOT NULL,
  kind        TEXT   NOT NULL,
  due_at      BIGINT NOT NULL,
  lease_until BIGINT NOT NULL DEFAULT 0,
  fence       BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (incident_id, kind)
);
CREATE INDEX timers_due ON timers (due_at);

-- Which message shows an incident's card in a room, and which version of it.
CREATE TABLE messages (
  incident_id TEXT   NOT NULL,
  room_key    TEXT   NOT NULL,
  room_name   TEXT   NOT NULL,
  message     TEXT   NOT NULL,
  version     BIGINT NOT NULL,
  PRIMARY KEY (incident_id, room_key)
);

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
);
CREATE INDEX people_by_word ON people (word);

{search}
