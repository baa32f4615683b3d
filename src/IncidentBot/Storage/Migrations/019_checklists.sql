-- Which message shows an incident's checklists in a room, and which version of them.
CREATE TABLE shown_checklists (
  incident_id TEXT   NOT NULL,
  room_key    TEXT   NOT NULL,
  message     TEXT   NOT NULL,
  version     BIGINT NOT NULL,
  PRIMARY KEY (incident_id, room_key)
) {clustered};
