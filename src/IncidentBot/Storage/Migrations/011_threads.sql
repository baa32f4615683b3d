-- Under which incident's card somebody writes.
CREATE INDEX messages_by_name ON messages (room_key, message);
