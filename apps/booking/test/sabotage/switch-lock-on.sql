CREATE OR REPLACE FUNCTION lock_resources(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM resource WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;
END $$;
DROP TRIGGER IF EXISTS claims_linger ON claim;
