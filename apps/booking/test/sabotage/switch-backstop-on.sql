ALTER TABLE claim ADD CONSTRAINT claim_unit_is_taken_once EXCLUDE USING gist (unit_id WITH =, during WITH &&) WHERE (unit_id IS NOT NULL);
