-- The open tasks and follow-ups, a reading of the facts: for "my tasks" and what is overdue.
CREATE TABLE tasks (
  number    BIGINT NOT NULL, -- of the incident
  task      BIGINT NOT NULL,
  owner     TEXT   NOT NULL, -- "": nobody yet
  text      TEXT   NOT NULL,
  due_at    BIGINT,
  priority  TEXT,
  follow_up BIGINT NOT NULL,
  PRIMARY KEY (number, task)
) {clustered};
CREATE INDEX tasks_by_owner ON tasks (owner, due_at);
CREATE INDEX tasks_by_due ON tasks (due_at) WHERE due_at IS NOT NULL;
