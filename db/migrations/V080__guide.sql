-- The tenants' guide: partners and house rules. Each change is an edition of its own; tenants see the
-- last one saved whose time has come, unless that one is withdrawn. content: JSON, as it was saved.
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

-- edition: the revision whose Dutch it says in another language. Without title it was taken away.
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

-- Somebody asked the partner whether number, address and hours of this edition are right.
CREATE TABLE partner_verification (
  partner_id  TEXT   NOT NULL,
  edition     BIGINT NOT NULL,
  verified_at TEXT   NOT NULL,
  verified_by TEXT   NOT NULL,
  PRIMARY KEY (partner_id, verified_at)
);

-- The languages of the tenants' part; checked once a native reader has read the fixed texts.
CREATE TABLE guide_language (
  code    TEXT    PRIMARY KEY,
  checked INTEGER NOT NULL
);
INSERT INTO guide_language (code, checked)
VALUES ('nl', 1), ('en', 0), ('ar', 0), ('tr', 0), ('pl', 0), ('uk', 0);

-- What a volunteer lets tenants know, as long as they let it: withdrawing deletes the row.
CREATE TABLE introduction (
  account_id TEXT PRIMARY KEY REFERENCES account (id),
  public_id  TEXT NOT NULL UNIQUE,
  first_name TEXT NOT NULL,
  picture    TEXT,
  since_at   TEXT NOT NULL
);
CREATE INDEX introduction_picture ON introduction (picture);
