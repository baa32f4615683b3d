CREATE INDEX incidents_by_time ON incidents (declared_at);
