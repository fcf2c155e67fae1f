-- One walk by a pair. due_back_at is the deadline, due_set_at the moment it was said; both stand
-- here before the phone that said so is answered. starts_at is empty for one nobody planned.
CREATE TABLE round (
  id              TEXT   PRIMARY KEY,
  district_id     TEXT   NOT NULL,
  code            TEXT   NOT NULL,
  day             TEXT   NOT NULL,
  kind            TEXT   NOT NULL CHECK (kind IN ('weekly', 'inspection')),
  route           TEXT   NOT NULL,
  state           TEXT   NOT NULL
    CHECK (state IN ('planned', 'started', 'walking', 'finished', 'cancelled')),
  planned_by      TEXT,
  partner_id      TEXT,
  starts_at       TEXT,
  started_by      TEXT,
  started_at      TEXT,
  due_back_at     TEXT   NOT NULL,
  due_set_at      TEXT   NOT NULL,
  asked_at        TEXT,
  last_sign_at    TEXT,
  last_sign_by    TEXT,
  last_sign_place TEXT,
  finished_at     TEXT,
  finished_by     TEXT,
  watch           TEXT   NOT NULL,
  revision        BIGINT NOT NULL
);
CREATE INDEX round_revision ON round (revision);
CREATE INDEX round_state ON round (state);

CREATE TABLE round_member (
  round_id    TEXT NOT NULL REFERENCES round (id),
  account_id  TEXT NOT NULL,
  at          TEXT NOT NULL,
  received_at TEXT NOT NULL,
  left_at     TEXT,
  PRIMARY KEY (round_id, account_id)
);
CREATE INDEX round_member_account ON round_member (account_id);

-- The complexes to pass. Not checked against the places: a start must not fail on an old list.
CREATE TABLE round_complex (
  round_id   TEXT    NOT NULL REFERENCES round (id),
  complex_id TEXT    NOT NULL,
  position   INTEGER NOT NULL,
  PRIMARY KEY (round_id, complex_id)
);

-- What was found of one item of the checklist at one complex.
CREATE TABLE round_check (
  round_id   TEXT NOT NULL REFERENCES round (id),
  complex_id TEXT NOT NULL,
  item       TEXT NOT NULL,
  result     TEXT NOT NULL CHECK (result IN ('good', 'attention', 'unseen')),
  note       TEXT NOT NULL,
  account_id TEXT NOT NULL,
  at         TEXT NOT NULL,
  PRIMARY KEY (round_id, complex_id, item)
);

-- What happened on a round; account_id is empty for what the server itself noted.
CREATE TABLE round_event (
  id          TEXT   PRIMARY KEY,
  round_id    TEXT   NOT NULL REFERENCES round (id),
  revision    BIGINT NOT NULL,
  kind        TEXT   NOT NULL,
  account_id  TEXT,
  at          TEXT   NOT NULL,
  claimed_at  TEXT,
  received_at TEXT   NOT NULL,
  detail      TEXT   NOT NULL
);
CREATE INDEX round_event_round ON round_event (round_id, revision, id);

-- Tells the phones of its district that a planned round is no longer for all of them.
CREATE TABLE round_departure (
  round_id TEXT   PRIMARY KEY REFERENCES round (id),
  revision BIGINT NOT NULL
);
CREATE INDEX round_departure_revision ON round_departure (revision);

-- Who may walk, and until when they might: what was done is judged as it was then.
CREATE TABLE walker (
  account_id      TEXT PRIMARY KEY,
  certified_at    TEXT,
  certified_by    TEXT,
  certified_until TEXT,
  waived_at       TEXT,
  waived_by       TEXT,
  waived_until    TEXT,
  waiver          TEXT NOT NULL DEFAULT ''
);
