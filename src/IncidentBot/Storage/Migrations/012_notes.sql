-- What the chat platforms note down: which channel belongs to a plan, which message bears a key.
CREATE TABLE notes (
  platform TEXT NOT NULL,
  key      TEXT NOT NULL,
  text     TEXT NOT NULL,
  until    BIGINT,
  PRIMARY KEY (platform, key)
) {clustered};
CREATE INDEX notes_until ON notes (until);

-- Accounts that turned out to belong to somebody of the organisation's file, by their mail address.
CREATE TABLE accounts (
  platform TEXT NOT NULL,
  id       TEXT NOT NULL,
  person   TEXT NOT NULL,
  PRIMARY KEY (platform, id)
) {clustered};
