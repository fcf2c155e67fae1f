-- What a volunteer saw. The columns hold what stands now; merge holds what was changed at once
-- elsewhere (NULL while only the recording phone has spoken). origin_*: that first mutation.
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
CREATE INDEX observation_revision ON observation (revision);
CREATE INDEX observation_received ON observation (received_at, id);
CREATE INDEX observation_district ON observation (district_id, received_at, id);
CREATE INDEX observation_complex ON observation (complex_id, received_at, id)
  WHERE complex_id IS NOT NULL;
CREATE INDEX observation_awaits ON observation (awaits, received_at, id);

-- Which observations carry a photo; the order of the photos stands in observation.photos.
CREATE TABLE observation_photo (
  sha256         TEXT NOT NULL,
  observation_id TEXT NOT NULL REFERENCES observation (id),
  PRIMARY KEY (sha256, observation_id)
);
CREATE INDEX observation_photo_observation ON observation_photo (observation_id);

-- Photos that a phone of this account still has to bring; tidied when it records the next.
CREATE TABLE observation_photo_awaited (
  account_id TEXT NOT NULL,
  sha256     TEXT NOT NULL,
  PRIMARY KEY (account_id, sha256)
);

CREATE TABLE observation_message (
  id             TEXT PRIMARY KEY,
  observation_id TEXT NOT NULL REFERENCES observation (id),
  kind           TEXT NOT NULL,
  text           TEXT NOT NULL,
  account_id     TEXT NOT NULL,
  at             TEXT NOT NULL
);
CREATE INDEX observation_message_observation ON observation_message (observation_id, at, id);

-- What was done after the recording, with the values that were replaced or lost.
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

-- Tells the phones that held it that an observation left their sight; shared: volunteers held it.
CREATE TABLE observation_departure (
  observation_id TEXT    NOT NULL REFERENCES observation (id),
  district_id    TEXT    NOT NULL,
  shared         INTEGER NOT NULL,
  revision       BIGINT  NOT NULL,
  PRIMARY KEY (observation_id, district_id)
);
CREATE INDEX observation_departure_revision ON observation_departure (revision);
