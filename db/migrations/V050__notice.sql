-- How a person can be reached. Counts only once the code that was sent there came back.
-- A removed one keeps its row for what was delivered, without the address.
CREATE TABLE contact (
  id              TEXT    PRIMARY KEY,
  account_id      TEXT    NOT NULL REFERENCES account (id),
  kind            TEXT    NOT NULL CHECK (kind IN ('push', 'email', 'phone')),
  address         TEXT    NOT NULL,
  subscription    TEXT,
  codes           INTEGER NOT NULL DEFAULT 0,
  code_hash       TEXT,
  code_expires_at TEXT,
  code_tries      INTEGER NOT NULL DEFAULT 0,
  proven_at       TEXT,
  created_at      TEXT    NOT NULL,
  removed_at      TEXT,
  last_handed_at  TEXT,
  last_failed_at  TEXT
);
CREATE INDEX contact_account ON contact (account_id);
CREATE INDEX contact_address ON contact (address);

-- What goes out. It is 'sending' from before the first byte leaves until the answer is known; found
-- so at a start nobody can tell what became of it ('unknown'), and it is never sent again.
CREATE TABLE delivery (
  id          TEXT    PRIMARY KEY,
  subject_id  TEXT    NOT NULL,
  step        INTEGER NOT NULL,
  contact_id  TEXT    NOT NULL REFERENCES contact (id),
  account_id  TEXT    NOT NULL,
  kind        TEXT    NOT NULL,
  title       TEXT    NOT NULL,
  text        TEXT    NOT NULL,
  path        TEXT,
  practice    INTEGER NOT NULL,
  state       TEXT    NOT NULL
              CHECK (state IN ('pending', 'sending', 'handed', 'failed', 'unknown')),
  planned_at  TEXT    NOT NULL,
  finished_at TEXT,
  detail      TEXT,
  UNIQUE (subject_id, step, contact_id)
);
CREATE INDEX delivery_open ON delivery (state, kind) WHERE finished_at IS NULL;

-- Whether a channel as a whole works; down says what came last, whatever the clock did since.
CREATE TABLE channel (
  kind           TEXT    PRIMARY KEY,
  down           INTEGER NOT NULL,
  last_handed_at TEXT,
  last_failed_at TEXT
);
