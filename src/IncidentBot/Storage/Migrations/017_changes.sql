-- What was changed on purpose in the services: releases, configurations, migrations.
CREATE TABLE changes (
  service TEXT   NOT NULL,
  at      BIGINT NOT NULL,
  what    TEXT   NOT NULL,
  link    TEXT,
  PRIMARY KEY (service, at, what)
) {clustered};
CREATE INDEX changes_by_age ON changes (at);
