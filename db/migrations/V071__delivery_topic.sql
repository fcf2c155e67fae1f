-- What a delivery is about, by which a push opens its page: the one thing that goes through a push
-- service, beside the topic itself. Of a code it is the code, and is forgotten with it.
ALTER TABLE delivery ADD COLUMN topic TEXT NOT NULL DEFAULT 'news';
ALTER TABLE delivery ADD COLUMN about TEXT;
