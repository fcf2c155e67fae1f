-- A worry about a person: apart from all else, without pin and without photo. code_hash: SHA-256 of
-- the code by which the sender follows it; digest: keyed, so that the same one sent again is known.
CREATE TABLE concern (
  id                TEXT   PRIMARY KEY,
  code_hash         TEXT   NOT NULL UNIQUE,
  digest            TEXT   NOT NULL,
  district_id       TEXT   NOT NULL,
  text              TEXT   NOT NULL,
  urgency           TEXT   NOT NULL CHECK (urgency IN ('later', 'soon', 'now')),
  complex_id        TEXT,
  description       TEXT,
  language          TEXT   NOT NULL,
  phone             TEXT,
  email             TEXT,
  contact_erased_at TEXT,
  state             TEXT   NOT NULL,
  awaits            TEXT   NOT NULL,
  outcome           TEXT,
  claimed_at        TEXT,
  received_at       TEXT   NOT NULL,
  changed_at        TEXT   NOT NULL,
  closed_at         TEXT,
  revision          BIGINT NOT NULL
);
CREATE INDEX concern_received ON concern (received_at, id);
CREATE INDEX concern_closed ON concern (closed_at) WHERE closed_at IS NOT NULL;

CREATE TABLE concern_message (
  id         TEXT PRIMARY KEY,
  concern_id TEXT NOT NULL REFERENCES concern (id),
  kind       TEXT NOT NULL,
  text       TEXT NOT NULL,
  account_id TEXT NOT NULL,
  at         TEXT NOT NULL
);
CREATE INDEX concern_message_concern ON concern_message (concern_id, at, id);

CREATE TABLE concern_event (
  id         TEXT   PRIMARY KEY,
  concern_id TEXT   NOT NULL REFERENCES concern (id),
  revision   BIGINT NOT NULL,
  kind       TEXT   NOT NULL,
  account_id TEXT   NOT NULL,
  at         TEXT   NOT NULL,
  claimed_at TEXT,
  detail     TEXT   NOT NULL
);
CREATE INDEX concern_event_concern ON concern_event (concern_id, revision);

-- Who was named as a reader, or taken away as one; of others their role decides.
CREATE TABLE concern_reader (
  account_id TEXT    PRIMARY KEY,
  reads      INTEGER NOT NULL
);
