-- The cause, to count how often it comes back, and where the review stands. Filled in when something happens to the incident.
ALTER TABLE incidents ADD COLUMN category TEXT;
ALTER TABLE incidents ADD COLUMN review TEXT;
CREATE INDEX incidents_by_category ON incidents (category, declared_at) WHERE category IS NOT NULL;
CREATE INDEX incidents_undrafted ON incidents (number) WHERE review = 'undrafted';

-- Which message shows an incident's review in a room, and which version of it: one when it was drafted, one when published.
CREATE TABLE shown_reviews (
  incident_id TEXT   NOT NULL,
  room_key    TEXT   NOT NULL,
  published   BIGINT NOT NULL,
  message     TEXT   NOT NULL,
  version     BIGINT NOT NULL,
  PRIMARY KEY (incident_id, room_key, published)
) {clustered};
