-- A browser that gets a sign when the office has answered. subject_id: a report or a concern;
-- address: the push service's, as in subscription; pending: a sign has still to go.
CREATE TABLE follower (
  id           TEXT    PRIMARY KEY,
  subject_id   TEXT    NOT NULL,
  address      TEXT    NOT NULL,
  subscription TEXT    NOT NULL,
  language     TEXT    NOT NULL,
  pending      INTEGER NOT NULL,
  created_at   TEXT    NOT NULL,
  UNIQUE (subject_id, address)
);
CREATE INDEX follower_pending ON follower (created_at, id) WHERE pending = 1;
