-- Who is on call from when until when. district_id empty: for all districts. Removed ones stay.
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

-- Another person on a shift: counts from the moment that person accepts.
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

-- step: the last that was done, 4 to a cycle; stepped_at and next_step_at say when it was and when
-- the next one is. deadline_at: what the pair overran, so that it is judged once.
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
CREATE UNIQUE INDEX alarm_overdue ON alarm (round_id) WHERE kind = 'overdue' AND state <> 'closed';
CREATE INDEX alarm_open ON alarm (opened_at) WHERE state <> 'closed';
CREATE INDEX alarm_opened ON alarm (opened_at);
CREATE INDEX alarm_revision ON alarm (revision);

-- Whose alarm it is: the pair, or who called.
CREATE TABLE alarm_member (
  alarm_id   TEXT NOT NULL REFERENCES alarm (id),
  account_id TEXT NOT NULL,
  PRIMARY KEY (alarm_id, account_id)
);

-- Whom a step set out to reach; how that went is in delivery.
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

-- For each time a pair was to be back: that it was asked.
CREATE TABLE round_question (
  round_id TEXT NOT NULL,
  due_at   TEXT NOT NULL,
  at       TEXT NOT NULL,
  PRIMARY KEY (round_id, due_at)
);

-- Whether an open round was watched when we last looked, so that losing it is told once.
CREATE TABLE round_watch (
  round_id TEXT    PRIMARY KEY,
  watched  INTEGER NOT NULL
);

-- The days whose gaps were mailed to the coordinators.
CREATE TABLE roster_report (
  day TEXT PRIMARY KEY,
  at  TEXT NOT NULL
);
