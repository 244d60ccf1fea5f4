-- The saboteur of the race: whoever claims time waits for nobody, and lingers between looking and committing, so that
-- others look meanwhile.
CREATE OR REPLACE FUNCTION lock_resources(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE OR REPLACE FUNCTION linger() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(0.01); RETURN NULL; END $$;
CREATE OR REPLACE TRIGGER claims_linger AFTER INSERT ON claim FOR EACH STATEMENT EXECUTE FUNCTION linger();
