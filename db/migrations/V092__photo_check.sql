-- Since when the office has seen a photo: until then only it and who sent it may look.
ALTER TABLE observation_photo ADD COLUMN checked_at TEXT;
UPDATE observation_photo
   SET checked_at = (SELECT changed_at FROM observation o WHERE o.id = observation_photo.observation_id)
 WHERE observation_id IN (SELECT id FROM observation WHERE state <> 'new');
