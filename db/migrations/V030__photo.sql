-- sha256 names the bytes the phone sent; the file kept under it is the cleaned JPEG.
CREATE TABLE photo (
  sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
  stored_bytes BIGINT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  account_id TEXT NOT NULL,
  created_at TEXT NOT NULL
);
