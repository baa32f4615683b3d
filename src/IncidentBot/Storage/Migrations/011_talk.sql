-- What people said in the rooms of incidents, to be shown in the others; it decides nothing, so it is no fact.
CREATE TABLE talk (
  number      {identity},
  incident_id TEXT   NOT NULL,
  platform    TEXT   NOT NULL,
  room_id     TEXT   NOT NULL,
  room_name   TEXT   NOT NULL,
  message     TEXT   NOT NULL,
  by_id       TEXT   NOT NULL,
  by_name     TEXT   NOT NULL,
  words       TEXT   NOT NULL,
  at          BIGINT NOT NULL,
  UNIQUE (platform, room_id, message)
);
CREATE INDEX talk_of ON talk (incident_id, number);

-- Up to where each room has shown what was said in the others, and since when it has nothing to catch up with.
CREATE TABLE talk_shown (
  platform  TEXT   NOT NULL,
  room_id   TEXT   NOT NULL,
  number    BIGINT NOT NULL,
  caught_up BIGINT NOT NULL,
  PRIMARY KEY (platform, room_id)
) {clustered};
