-- The saboteur of "a fact once committed is told": the stay ends, and the fact that says so is dropped on its way out.
CREATE FUNCTION drop_fact() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER facts_get_lost BEFORE INSERT ON outbox FOR EACH ROW WHEN (NEW.topic = 'booking.booking.completed') EXECUTE FUNCTION drop_fact();
