-- Nobody's time is taken twice. The twin is a pair of triggers. Deferrable, so that a batch may swap two visits.
CREATE EXTENSION IF NOT EXISTS btree_gist;
DO $$ BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'visit_assignment_overlaps') THEN
        ALTER TABLE visit_assignment ADD CONSTRAINT visit_assignment_overlaps
            EXCLUDE USING gist (resource WITH =, tstzrange(busy_from, busy_to, '[)') WITH &&) WHERE (blocks) DEFERRABLE INITIALLY IMMEDIATE;
    END IF;
END $$;
