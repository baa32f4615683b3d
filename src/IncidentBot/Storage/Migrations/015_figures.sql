-- What each incident adds to the figures, in the order of time; see Measured. What doesn't count has no row.
CREATE TABLE figures (
  at            BIGINT NOT NULL,
  number        BIGINT NOT NULL,
  private       BIGINT NOT NULL,
  severity      TEXT,
  severity_rank BIGINT,
  category      TEXT,
  source        TEXT   NOT NULL,
  services      TEXT   NOT NULL,
  to_detect     BIGINT,
  to_acknowledge BIGINT,
  to_respond    BIGINT,
  to_resolve    BIGINT,
  to_mitigate   BIGINT,
  first_contact BIGINT,
  satisfaction  BIGINT,
  ratings       BIGINT NOT NULL,
  rating_sum    BIGINT NOT NULL,
  late_update   BIGINT NOT NULL,
  cost          BIGINT,
  PRIMARY KEY (at, number)
) {clustered};
CREATE UNIQUE INDEX figures_of ON figures (number);

-- Incidents up to this number may lack their row; it is counted down while they are written, the newest first.
CREATE TABLE figures_due (
  up_to BIGINT NOT NULL
);
INSERT INTO figures_due (up_to) SELECT coalesce(max(number), 0) FROM incidents;
