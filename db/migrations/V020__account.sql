-- People who sign in. The name is theirs to choose, in lower case.
CREATE TABLE account (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL UNIQUE,
  full_name  TEXT NOT NULL,
  role       TEXT NOT NULL CHECK (role IN ('volunteer', 'caretaker', 'coordinator', 'admin')),
  password   TEXT NOT NULL,
  created_at TEXT NOT NULL,
  revoked_at TEXT
);

-- Who belonged to which district from when until when: what was done is judged as it was then.
CREATE TABLE account_district (
  account_id  TEXT NOT NULL REFERENCES account (id),
  district_id TEXT NOT NULL,
  since_at    TEXT NOT NULL,
  until_at    TEXT,
  PRIMARY KEY (account_id, district_id, since_at)
);

-- token_hash: SHA-256 of the cookie's value, which itself is nowhere.
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

-- created_by is empty for the first administrator of an installation.
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
);
