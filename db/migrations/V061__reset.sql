-- An invitation for somebody who has an account already: it lets them choose another password.
ALTER TABLE invitation ADD COLUMN account_id TEXT REFERENCES account (id);
