-- One row, kept anew a few times a minute: what the clock said, and by how many milliseconds it was
-- found behind what has passed. A clock put back together with a restart then delays nothing.
CREATE TABLE watch_mark (
  id        INTEGER PRIMARY KEY CHECK (id = 1),
  seen_at   TEXT    NOT NULL,
  behind_ms BIGINT  NOT NULL
);
