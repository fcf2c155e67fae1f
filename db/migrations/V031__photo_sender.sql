-- Who has sent these very bytes: naming a picture in an observation gives nobody a sight of it.
CREATE TABLE photo_sender (
  sha256     TEXT NOT NULL REFERENCES photo (sha256),
  account_id TEXT NOT NULL,
  PRIMARY KEY (sha256, account_id)
);
INSERT INTO photo_sender (sha256, account_id) SELECT sha256, account_id FROM photo;
