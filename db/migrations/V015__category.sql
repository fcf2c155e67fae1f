-- What an observation is about. Put away (active = 0) rather than deleted.
CREATE TABLE category (
  key      TEXT    PRIMARY KEY,
  label    TEXT    NOT NULL,
  icon     TEXT    NOT NULL,
  position INTEGER NOT NULL,
  active   INTEGER NOT NULL,
  revision BIGINT  NOT NULL
);
CREATE INDEX category_revision ON category (revision);

-- What every installation starts with; each takes a revision, so that phones fetch it.
INSERT INTO category (key, label, icon, position, active, revision)
WITH built_in (key, label, icon, position) AS (
  VALUES
    ('lighting',    'Verlichting',      'lamp',     1),
    ('litter',      'Zwerfafval',       'litter',   2),
    ('bulky-waste', 'Grofvuil',         'sofa',     3),
    ('green',       'Groen',            'leaf',     4),
    ('pavement',    'Stoep en straat',  'pavement', 5),
    ('entrance',    'Entree en trap',   'door',     6),
    ('nuisance',    'Overlast',         'noise',    7),
    ('vandalism',   'Vernieling',       'hammer',   8),
    ('parking',     'Parkeren',         'car',      9),
    ('playground',  'Speelplek',        'swing',   10),
    ('water',       'Water',            'drop',    11),
    ('contact',     'Contact',          'people',  12),
    ('other',       'Anders',           'other',   13)
)
SELECT key, label, icon, position, 1, (SELECT value FROM revision WHERE id = 1) + position
FROM built_in;

UPDATE revision SET value = value + 13 WHERE id = 1;
