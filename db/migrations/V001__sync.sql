-- One counter for everything a phone may pull: its order is the order of the commits.
CREATE TABLE revision (
  id    INTEGER PRIMARY KEY CHECK (id = 1),
  value BIGINT  NOT NULL
);
INSERT INTO revision (id, value) VALUES (1, 0);

-- Changes when the database is an older copy of itself; phones then send again.
CREATE TABLE epoch (
  id    INTEGER PRIMARY KEY CHECK (id = 1),
  value TEXT    NOT NULL
);

-- A phone of one account. last_n: the highest mutation number applied or kept.
CREATE TABLE device (
  id              TEXT   PRIMARY KEY,
  account_id      TEXT   NOT NULL,
  name            TEXT   NOT NULL DEFAULT '',
  last_n          BIGINT NOT NULL DEFAULT 0,
  durable_n       BIGINT NOT NULL DEFAULT 0,
  clock_offset_ms BIGINT NOT NULL DEFAULT 0,
  created_at      TEXT   NOT NULL,
  last_seen_at    TEXT   NOT NULL,
  last_sync_at    TEXT,
  unsent          BIGINT,
  missing_photos  BIGINT,
  persisted       INTEGER,
  storage_usage   BIGINT,
  storage_quota   BIGINT,
  version         TEXT,
  revoked_at      TEXT
);
CREATE INDEX device_account ON device (account_id);

-- Every mutation as it came, with what was done to it.
CREATE TABLE mutation (
  device_id   TEXT   NOT NULL,
  n           BIGINT NOT NULL,
  id          TEXT   NOT NULL,
  account_id  TEXT   NOT NULL,
  name        TEXT   NOT NULL,
  entity_id   TEXT,
  raw         TEXT   NOT NULL,
  digest      TEXT   NOT NULL,
  at          TEXT   NOT NULL,
  received_at TEXT   NOT NULL,
  status      TEXT   NOT NULL,
  revision    BIGINT,
  reason      TEXT,
  PRIMARY KEY (device_id, n)
);
-- A phone that had to number anew sends the same mutation again under another n.
CREATE UNIQUE INDEX mutation_id ON mutation (id) WHERE status <> 'duplicate';

-- What could not be applied and waits for the coordinator.
CREATE TABLE quarantine (
  mutation_id TEXT   PRIMARY KEY,
  account_id  TEXT   NOT NULL,
  entity_id   TEXT,
  reason      TEXT   NOT NULL,
  state       TEXT   NOT NULL,
  revision    BIGINT NOT NULL
);
CREATE INDEX quarantine_account_revision ON quarantine (account_id, revision);
CREATE INDEX quarantine_entity ON quarantine (entity_id, state);
CREATE INDEX quarantine_state ON quarantine (state, mutation_id);

CREATE TABLE quarantine_answer (
  id          TEXT PRIMARY KEY,
  mutation_id TEXT NOT NULL REFERENCES quarantine (mutation_id),
  account_id  TEXT NOT NULL,
  text        TEXT NOT NULL,
  at          TEXT NOT NULL
);
CREATE INDEX quarantine_answer_mutation ON quarantine_answer (mutation_id);
