-- Without this constraint nothing but the lock stands between two claims of the same unit.
ALTER TABLE claim DROP CONSTRAINT claim_unit_is_taken_once;
