-- What was changed on purpose in the services: releases, configurations, migrations.
CREATE TABLE changes (
  service TEXT   NOT NULL,
  at      BIGINT NOT NULL,
  what    TEXT   NOT NULL,
  link    TEXT,
  PRIMARY KEY (service, at, what)
) {clustered};
CREATE INDEX changes_by_age ON changes (at);

-- Which report was sent where for which week, so that no node sends it twice.
CREATE TABLE reports (
  name   TEXT   NOT NULL,
  place  TEXT   NOT NULL,
  period TEXT   NOT NULL,
  at     BIGINT NOT NULL,
  PRIMARY KEY (name, place, period)
) {clustered};
