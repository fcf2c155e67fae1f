-- What a tenant sent without an account. code_hash and digest as in concern.
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
CREATE INDEX report_received
  ON report (received_at, id, state, awaits, urgency, category, district_id, kind);
CREATE INDEX report_district ON report (district_id, received_at, id);
CREATE INDEX report_complex ON report (complex_id, received_at, id) WHERE complex_id IS NOT NULL;
CREATE INDEX report_awaits ON report (awaits, received_at, id);
CREATE INDEX report_also_seen ON report (also_seen_id) WHERE also_seen_id IS NOT NULL;
CREATE INDEX report_closed ON report (closed_at) WHERE closed_at IS NOT NULL;

-- Which reports carry a photo; their order stands in report.photos.
CREATE TABLE report_photo (
  sha256    TEXT NOT NULL,
  report_id TEXT NOT NULL REFERENCES report (id),
  PRIMARY KEY (sha256, report_id)
);
CREATE INDEX report_photo_report ON report_photo (report_id);

CREATE TABLE report_message (
  id         TEXT PRIMARY KEY,
  report_id  TEXT NOT NULL REFERENCES report (id),
  kind       TEXT NOT NULL,
  text       TEXT NOT NULL,
  account_id TEXT NOT NULL,
  at         TEXT NOT NULL
);
CREATE INDEX report_message_report ON report_message (report_id, at, id);

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
