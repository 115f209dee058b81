-- Nobody's time is taken twice. The twin is an exclusion constraint.
DROP TRIGGER IF EXISTS visit_assignment_inserted_overlaps;
DROP TRIGGER IF EXISTS visit_assignment_updated_overlaps;

CREATE TRIGGER visit_assignment_inserted_overlaps BEFORE INSERT ON visit_assignment WHEN NEW.blocks
BEGIN
    SELECT RAISE(ABORT, 'visit_assignment_overlaps') WHERE EXISTS (
        SELECT 1 FROM visit_assignment other WHERE other.resource = NEW.resource AND other.blocks AND other.id <> NEW.id
            AND other.busy_from < NEW.busy_to AND NEW.busy_from < other.busy_to);
END;

CREATE TRIGGER visit_assignment_updated_overlaps BEFORE UPDATE ON visit_assignment WHEN NEW.blocks
BEGIN
    SELECT RAISE(ABORT, 'visit_assignment_overlaps') WHERE EXISTS (
        SELECT 1 FROM visit_assignment other WHERE other.resource = NEW.resource AND other.blocks AND other.id <> NEW.id
            AND other.busy_from < NEW.busy_to AND NEW.busy_from < other.busy_to);
END;
