-- Made from db/migrations by SchemaTest; to be read, never run.

CREATE TABLE account (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL UNIQUE,
  full_name  TEXT NOT NULL,
  role       TEXT NOT NULL CHECK (role IN ('volunteer', 'caretaker', 'coordinator', 'admin')),
  password   TEXT NOT NULL,
  created_at TEXT NOT NULL,
  revoked_at TEXT
);

CREATE TABLE account_district (
  account_id  TEXT NOT NULL REFERENCES account (id),
  district_id TEXT NOT NULL,
  since_at    TEXT NOT NULL,
  until_at    TEXT,
  PRIMARY KEY (account_id, district_id, since_at)
);

CREATE TABLE alarm (
  id              TEXT    PRIMARY KEY,
  kind            TEXT    NOT NULL CHECK (kind IN ('overdue', 'call', 'practice')),
  round_id        TEXT,
  district_id     TEXT,
  caller_id       TEXT,
  state           TEXT    NOT NULL CHECK (state IN ('open', 'acknowledged', 'closed')),
  opened_at       TEXT    NOT NULL,
  deadline_at     TEXT,
  step            INTEGER NOT NULL,
  stepped_at      TEXT    NOT NULL,
  next_step_at    TEXT,
  acknowledged_by TEXT,
  acknowledged_at TEXT,
  closed_by       TEXT,
  closed_at       TEXT,
  reason          TEXT,
  false_alarm     INTEGER NOT NULL DEFAULT 0,
  safe_at         TEXT,
  revision        BIGINT  NOT NULL
);

CREATE UNIQUE INDEX alarm_deadline ON alarm (round_id, deadline_at) WHERE kind = 'overdue';

CREATE INDEX alarm_open ON alarm (opened_at) WHERE state <> 'closed';

CREATE INDEX alarm_opened ON alarm (opened_at);

CREATE UNIQUE INDEX alarm_overdue ON alarm (round_id) WHERE kind = 'overdue' AND state <> 'closed';

CREATE INDEX alarm_revision ON alarm (revision);

CREATE TABLE alarm_called (
  alarm_id   TEXT    NOT NULL REFERENCES alarm (id),
  step       INTEGER NOT NULL,
  account_id TEXT    NOT NULL,
  PRIMARY KEY (alarm_id, step, account_id)
);

CREATE TABLE alarm_event (
  id         TEXT    PRIMARY KEY,
  alarm_id   TEXT    NOT NULL REFERENCES alarm (id),
  kind       TEXT    NOT NULL,
  step       INTEGER,
  account_id TEXT,
  at         TEXT    NOT NULL,
  detail     TEXT    NOT NULL DEFAULT ''
);

CREATE INDEX alarm_event_alarm ON alarm_event (alarm_id, at, id);

CREATE TABLE alarm_member (
  alarm_id   TEXT NOT NULL REFERENCES alarm (id),
  account_id TEXT NOT NULL,
  PRIMARY KEY (alarm_id, account_id)
);

CREATE TRIGGER audit_keeps_deletes_out BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'audit rows are never deleted');
END;

CREATE TRIGGER audit_keeps_updates_out BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'audit rows are never changed');
END;

CREATE TABLE audit (
  id         TEXT PRIMARY KEY,
  at         TEXT NOT NULL,
  account_id TEXT,
  action     TEXT NOT NULL,
  entity     TEXT NOT NULL,
  why        TEXT NOT NULL
);

CREATE INDEX audit_entity ON audit (entity, at);

CREATE TABLE category (
  key      TEXT    PRIMARY KEY,
  label    TEXT    NOT NULL,
  icon     TEXT    NOT NULL,
  position INTEGER NOT NULL,
  active   INTEGER NOT NULL,
  revision BIGINT  NOT NULL
);

CREATE INDEX category_revision ON category (revision);

CREATE TABLE channel (
  kind           TEXT    PRIMARY KEY,
  down           INTEGER NOT NULL,
  last_handed_at TEXT,
  last_failed_at TEXT
);

CREATE TABLE complex (
  id          TEXT   PRIMARY KEY,
  code        TEXT   NOT NULL UNIQUE,
  name        TEXT   NOT NULL,
  street      TEXT   NOT NULL,
  numbers     TEXT   NOT NULL,
  postcode    TEXT   NOT NULL,
  lat         DOUBLE PRECISION,
  lon         DOUBLE PRECISION,
  district_id TEXT   NOT NULL REFERENCES district (id),
  caretaker   TEXT   NOT NULL,
  revision    BIGINT NOT NULL
);

CREATE INDEX complex_district_revision ON complex (district_id, revision);

CREATE TABLE complex_departure (
  complex_id  TEXT   NOT NULL REFERENCES complex (id),
  district_id TEXT   NOT NULL REFERENCES district (id),
  revision    BIGINT NOT NULL,
  PRIMARY KEY (complex_id, district_id)
);

CREATE INDEX complex_departure_revision ON complex_departure (district_id, revision);

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

CREATE INDEX concern_closed ON concern (closed_at) WHERE closed_at IS NOT NULL;

CREATE INDEX concern_received ON concern (received_at, id);

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

CREATE TABLE concern_message (
  id         TEXT PRIMARY KEY,
  concern_id TEXT NOT NULL REFERENCES concern (id),
  kind       TEXT NOT NULL,
  text       TEXT NOT NULL,
  account_id TEXT NOT NULL,
  at         TEXT NOT NULL
);

CREATE INDEX concern_message_concern ON concern_message (concern_id, at, id);

CREATE TABLE concern_reader (
  account_id TEXT    PRIMARY KEY,
  reads      INTEGER NOT NULL
);

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
  detail      TEXT, topic TEXT NOT NULL DEFAULT 'news', about TEXT,
  UNIQUE (subject_id, step, contact_id)
);

CREATE INDEX delivery_open ON delivery (state, kind) WHERE finished_at IS NULL;

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

CREATE TABLE district (
  id       TEXT   PRIMARY KEY,
  name     TEXT   NOT NULL UNIQUE,
  outline  TEXT,
  revision BIGINT NOT NULL
);

CREATE INDEX district_revision ON district (revision);

CREATE TABLE epoch (
  id    INTEGER PRIMARY KEY CHECK (id = 1),
  value TEXT    NOT NULL
);

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

CREATE TABLE guide_edition (
  entry_id   TEXT    NOT NULL,
  revision   BIGINT  NOT NULL,
  kind       TEXT    NOT NULL CHECK (kind IN ('partner', 'rule')),
  content    TEXT    NOT NULL,
  publish_at TEXT    NOT NULL,
  withdrawn  INTEGER NOT NULL,
  saved_at   TEXT    NOT NULL,
  saved_by   TEXT    NOT NULL,
  PRIMARY KEY (entry_id, revision)
);

CREATE INDEX guide_edition_kind ON guide_edition (kind, entry_id, revision);

CREATE TABLE guide_language (
  code    TEXT    PRIMARY KEY,
  checked INTEGER NOT NULL
);

CREATE TABLE guide_translation (
  entry_id TEXT    NOT NULL,
  language TEXT    NOT NULL,
  revision BIGINT  NOT NULL,
  edition  BIGINT  NOT NULL,
  title    TEXT,
  text     TEXT,
  checked  INTEGER NOT NULL,
  saved_at TEXT    NOT NULL,
  saved_by TEXT    NOT NULL,
  PRIMARY KEY (entry_id, language, revision)
);

CREATE TABLE introduction (
  account_id TEXT PRIMARY KEY REFERENCES account (id),
  public_id  TEXT NOT NULL UNIQUE,
  first_name TEXT NOT NULL,
  picture    TEXT,
  since_at   TEXT NOT NULL
);

CREATE INDEX introduction_picture ON introduction (picture);

CREATE TABLE invitation (
  id           TEXT PRIMARY KEY,
  code_hash    TEXT NOT NULL UNIQUE,
  full_name    TEXT NOT NULL,
  role         TEXT NOT NULL CHECK (role IN ('volunteer', 'caretaker', 'coordinator', 'admin')),
  districts    TEXT NOT NULL,
  created_by   TEXT REFERENCES account (id),
  created_at   TEXT NOT NULL,
  expires_at   TEXT NOT NULL,
  used_at      TEXT,
  withdrawn_at TEXT
, account_id TEXT REFERENCES account (id));

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

CREATE UNIQUE INDEX mutation_id ON mutation (id) WHERE status <> 'duplicate';

CREATE TABLE observation (
  id              TEXT    PRIMARY KEY,
  author_id       TEXT    NOT NULL,
  district_id     TEXT    NOT NULL,
  category        TEXT    NOT NULL,
  text            TEXT    NOT NULL,
  other_texts     TEXT    NOT NULL DEFAULT '',
  urgency         TEXT    NOT NULL CHECK (urgency IN ('later', 'soon', 'now')),
  place           TEXT,
  complex_id      TEXT,
  visit           TEXT,
  wants_help      INTEGER NOT NULL,
  photos          TEXT,
  round_id        TEXT,
  state           TEXT    NOT NULL,
  awaits          TEXT    NOT NULL,
  outcome         TEXT,
  review          TEXT,
  sensitive       INTEGER NOT NULL,
  merge           TEXT,
  origin_mutation TEXT    NOT NULL,
  origin_device   TEXT    NOT NULL,
  origin_n        BIGINT  NOT NULL,
  origin_revision BIGINT  NOT NULL,
  observed_at     TEXT    NOT NULL,
  claimed_at      TEXT    NOT NULL,
  received_at     TEXT    NOT NULL,
  changed_at      TEXT    NOT NULL,
  revision        BIGINT  NOT NULL
);

CREATE INDEX observation_awaits ON observation (awaits, received_at, id);

CREATE INDEX observation_complex ON observation (complex_id, received_at, id)
  WHERE complex_id IS NOT NULL;

CREATE INDEX observation_district ON observation (district_id, received_at, id);

CREATE INDEX observation_received
  ON observation (received_at, id, state, awaits, urgency, category, district_id);

CREATE INDEX observation_revision ON observation (revision);

CREATE TABLE observation_departure (
  observation_id TEXT    NOT NULL REFERENCES observation (id),
  district_id    TEXT    NOT NULL,
  shared         INTEGER NOT NULL,
  revision       BIGINT  NOT NULL,
  PRIMARY KEY (observation_id, district_id)
);

CREATE INDEX observation_departure_revision ON observation_departure (revision);

CREATE TABLE observation_event (
  id             TEXT   PRIMARY KEY,
  observation_id TEXT   NOT NULL REFERENCES observation (id),
  revision       BIGINT NOT NULL,
  kind           TEXT   NOT NULL,
  account_id     TEXT   NOT NULL,
  at             TEXT   NOT NULL,
  claimed_at     TEXT,
  detail         TEXT   NOT NULL
);

CREATE INDEX observation_event_observation ON observation_event (observation_id, revision);

CREATE TABLE observation_message (
  id             TEXT PRIMARY KEY,
  observation_id TEXT NOT NULL REFERENCES observation (id),
  kind           TEXT NOT NULL,
  text           TEXT NOT NULL,
  account_id     TEXT NOT NULL,
  at             TEXT NOT NULL
);

CREATE INDEX observation_message_observation ON observation_message (observation_id, at, id);

CREATE TABLE observation_photo (
  sha256         TEXT NOT NULL,
  observation_id TEXT NOT NULL REFERENCES observation (id), checked_at TEXT,
  PRIMARY KEY (sha256, observation_id)
);

CREATE INDEX observation_photo_observation ON observation_photo (observation_id);

CREATE TABLE observation_photo_awaited (
  account_id TEXT NOT NULL,
  sha256     TEXT NOT NULL,
  PRIMARY KEY (account_id, sha256)
);

CREATE TABLE partner_verification (
  partner_id  TEXT   NOT NULL,
  edition     BIGINT NOT NULL,
  verified_at TEXT   NOT NULL,
  verified_by TEXT   NOT NULL,
  PRIMARY KEY (partner_id, verified_at)
);

CREATE TABLE photo (
  sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
  stored_bytes BIGINT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  account_id TEXT NOT NULL,
  created_at TEXT NOT NULL
);

CREATE TABLE photo_sender (
  sha256     TEXT NOT NULL REFERENCES photo (sha256),
  account_id TEXT NOT NULL,
  PRIMARY KEY (sha256, account_id)
);

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

CREATE TABLE report (
  id                TEXT    PRIMARY KEY,
  code_hash         TEXT    NOT NULL UNIQUE,
  digest            TEXT    NOT NULL,
  kind              TEXT    NOT NULL CHECK (kind IN ('report', 'job', 'idea', 'volunteer')),
  district_id       TEXT    NOT NULL,
  category          TEXT,
  text              TEXT    NOT NULL,
  urgency           TEXT    NOT NULL CHECK (urgency IN ('later', 'soon', 'now')),
  place             TEXT,
  complex_id        TEXT,
  lat               DOUBLE PRECISION,
  lon               DOUBLE PRECISION,
  photos            TEXT,
  language          TEXT    NOT NULL,
  phone             TEXT,
  email             TEXT,
  contact_erased_at TEXT,
  also_seen_id      TEXT REFERENCES report (id),
  state             TEXT    NOT NULL,
  awaits            TEXT    NOT NULL,
  outcome           TEXT,
  sensitive         INTEGER NOT NULL,
  claimed_at        TEXT,
  received_at       TEXT    NOT NULL,
  changed_at        TEXT    NOT NULL,
  closed_at         TEXT,
  revision          BIGINT  NOT NULL
);

CREATE INDEX report_also_seen ON report (also_seen_id) WHERE also_seen_id IS NOT NULL;

CREATE INDEX report_awaits ON report (awaits, received_at, id);

CREATE INDEX report_closed ON report (closed_at) WHERE closed_at IS NOT NULL;

CREATE INDEX report_complex ON report (complex_id, received_at, id) WHERE complex_id IS NOT NULL;

CREATE INDEX report_district ON report (district_id, received_at, id);

CREATE INDEX report_received
  ON report (received_at, id, state, awaits, urgency, category, district_id, kind);

CREATE TABLE report_event (
  id         TEXT   PRIMARY KEY,
  report_id  TEXT   NOT NULL REFERENCES report (id),
  revision   BIGINT NOT NULL,
  kind       TEXT   NOT NULL,
  account_id TEXT   NOT NULL,
  at         TEXT   NOT NULL,
  claimed_at TEXT,
  detail     TEXT   NOT NULL
);

CREATE INDEX report_event_report ON report_event (report_id, revision);

CREATE TABLE report_message (
  id         TEXT PRIMARY KEY,
  report_id  TEXT NOT NULL REFERENCES report (id),
  kind       TEXT NOT NULL,
  text       TEXT NOT NULL,
  account_id TEXT NOT NULL,
  at         TEXT NOT NULL
);

CREATE INDEX report_message_report ON report_message (report_id, at, id);

CREATE TABLE report_photo (
  sha256    TEXT NOT NULL,
  report_id TEXT NOT NULL REFERENCES report (id),
  PRIMARY KEY (sha256, report_id)
);

CREATE INDEX report_photo_report ON report_photo (report_id);

CREATE TABLE revision (
  id    INTEGER PRIMARY KEY CHECK (id = 1),
  value BIGINT  NOT NULL
);

CREATE TABLE roster_report (
  day TEXT PRIMARY KEY,
  at  TEXT NOT NULL
);

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

CREATE TABLE round_complex (
  round_id   TEXT    NOT NULL REFERENCES round (id),
  complex_id TEXT    NOT NULL,
  position   INTEGER NOT NULL,
  PRIMARY KEY (round_id, complex_id)
);

CREATE TABLE round_departure (
  round_id TEXT   PRIMARY KEY REFERENCES round (id),
  revision BIGINT NOT NULL
);

CREATE INDEX round_departure_revision ON round_departure (revision);

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

CREATE TABLE round_member (
  round_id    TEXT NOT NULL REFERENCES round (id),
  account_id  TEXT NOT NULL,
  at          TEXT NOT NULL,
  received_at TEXT NOT NULL,
  left_at     TEXT,
  PRIMARY KEY (round_id, account_id)
);

CREATE INDEX round_member_account ON round_member (account_id);

CREATE TABLE round_question (
  round_id TEXT NOT NULL,
  due_at   TEXT NOT NULL,
  at       TEXT NOT NULL,
  PRIMARY KEY (round_id, due_at)
);

CREATE TABLE round_watch (
  round_id TEXT    PRIMARY KEY,
  watched  INTEGER NOT NULL
);

CREATE TABLE session (
  token_hash   TEXT PRIMARY KEY,
  account_id   TEXT NOT NULL REFERENCES account (id),
  device_id    TEXT,
  created_at   TEXT NOT NULL,
  last_seen_at TEXT NOT NULL,
  expires_at   TEXT NOT NULL,
  revoked_at   TEXT
);

CREATE INDEX session_account ON session (account_id);

CREATE INDEX session_device ON session (device_id);

CREATE TABLE shift (
  id          TEXT    PRIMARY KEY,
  district_id TEXT,
  account_id  TEXT    NOT NULL,
  starts_at   TEXT    NOT NULL,
  ends_at     TEXT    NOT NULL,
  rank        INTEGER NOT NULL CHECK (rank IN (1, 2)),
  revision    BIGINT  NOT NULL,
  removed_at  TEXT
);

CREATE INDEX shift_ends ON shift (ends_at) WHERE removed_at IS NULL;

CREATE TABLE shift_swap (
  id          TEXT PRIMARY KEY,
  shift_id    TEXT NOT NULL REFERENCES shift (id),
  to_account  TEXT NOT NULL,
  proposed_by TEXT NOT NULL,
  proposed_at TEXT NOT NULL,
  accepted_at TEXT,
  declined_at TEXT
);

CREATE INDEX shift_swap_shift ON shift_swap (shift_id);

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

CREATE TABLE watch_mark (
  id        INTEGER PRIMARY KEY CHECK (id = 1),
  seen_at   TEXT    NOT NULL,
  behind_ms BIGINT  NOT NULL
);
