-- The rooms on the web. A room's revision grows with everything that is seen in it, under the lock of its row,
-- so revisions become visible in their order and a browser that saw one misses nothing by asking for what came after.
CREATE TABLE web_rooms (
  id TEXT NOT NULL PRIMARY KEY,
  plan_key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  name TEXT NOT NULL UNIQUE,
  topic TEXT NOT NULL,
  private INTEGER NOT NULL,
  archived INTEGER NOT NULL,
  revision BIGINT NOT NULL,
  posted BIGINT NOT NULL
);

CREATE INDEX web_rooms_in_use ON web_rooms (archived, kind);

CREATE TABLE web_members (
  room_id TEXT NOT NULL REFERENCES web_rooms (id),
  person_id TEXT NOT NULL,
  PRIMARY KEY (room_id, person_id)
);

CREATE INDEX web_members_person ON web_members (person_id);

CREATE TABLE web_messages (
  id TEXT NOT NULL PRIMARY KEY,
  room_id TEXT NOT NULL REFERENCES web_rooms (id),
  post_key TEXT NOT NULL,
  author_id TEXT NOT NULL,
  author_name TEXT NOT NULL,
  words TEXT,
  card TEXT,
  version INTEGER NOT NULL,
  place BIGINT NOT NULL,
  revision BIGINT NOT NULL,
  posted_at BIGINT NOT NULL,
  edited_at BIGINT,
  UNIQUE (room_id, post_key)
);

CREATE INDEX web_messages_place ON web_messages (room_id, place);
CREATE INDEX web_messages_revision ON web_messages (room_id, revision);
