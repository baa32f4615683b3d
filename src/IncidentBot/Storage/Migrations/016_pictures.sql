-- Copies of the pictures that people shared in the rooms of incidents, and those that are still to be fetched.
CREATE TABLE pictures (
  incident_id TEXT   NOT NULL,
  file        TEXT   NOT NULL,
  platform    TEXT   NOT NULL,
  name        TEXT   NOT NULL,
  address     TEXT   NOT NULL,
  state       TEXT   NOT NULL,
  why         TEXT   NOT NULL,
  type        TEXT   NOT NULL,
  tried       BIGINT NOT NULL,
  at          BIGINT NOT NULL,
  content     BYTEA,
  PRIMARY KEY (incident_id, file)
);
CREATE INDEX pictures_wanted ON pictures (state, at);
