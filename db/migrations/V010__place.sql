-- Where: a district as a shape on the map, or without one; and the complexes in it.
CREATE TABLE district (
  id       TEXT   PRIMARY KEY,
  name     TEXT   NOT NULL UNIQUE,
  outline  TEXT,
  revision BIGINT NOT NULL
);
CREATE INDEX district_revision ON district (revision);

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

-- Tells the phones of the district it left that a complex is no longer theirs.
CREATE TABLE complex_departure (
  complex_id  TEXT   NOT NULL REFERENCES complex (id),
  district_id TEXT   NOT NULL REFERENCES district (id),
  revision    BIGINT NOT NULL,
  PRIMARY KEY (complex_id, district_id)
);
CREATE INDEX complex_departure_revision ON complex_departure (district_id, revision);
