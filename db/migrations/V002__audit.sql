-- Who did or read what; never what it said. Rows are only ever added.
CREATE TABLE audit (
  id         TEXT PRIMARY KEY,
  at         TEXT NOT NULL,
  account_id TEXT,
  action     TEXT NOT NULL,
  entity     TEXT NOT NULL,
  why        TEXT NOT NULL
);
CREATE INDEX audit_entity ON audit (entity, at);

CREATE TRIGGER audit_keeps_updates_out BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'audit rows are never changed');
END;

CREATE TRIGGER audit_keeps_deletes_out BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'audit rows are never deleted');
END;
