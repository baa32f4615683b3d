-- Ties each fact to all before it; null for those that were written before. See FactChain.
ALTER TABLE facts ADD COLUMN link TEXT;

-- Incidents up to this number may have facts without a link.
CREATE TABLE unlinked (
  up_to BIGINT NOT NULL
);
INSERT INTO unlinked (up_to) SELECT coalesce(max(number), 0) FROM incidents;
