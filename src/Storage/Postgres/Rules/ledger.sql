CREATE TABLE IF NOT EXISTS ledger_inbox (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    command_id uuid NOT NULL, ordinal integer NOT NULL, name text NOT NULL, version integer NOT NULL,
    subject_type text NOT NULL, subject_id uuid NOT NULL, branch uuid, actor text NOT NULL, device uuid,
    at timestamptz NOT NULL, occurred_at timestamptz NOT NULL, occurred_quality text NOT NULL, depth integer NOT NULL,
    body text NOT NULL, salt bytea NOT NULL, body_hash bytea NOT NULL, touched text NOT NULL
);
CREATE INDEX IF NOT EXISTS ix_ledger_inbox_xid ON ledger_inbox (xid, seq);

CREATE TABLE IF NOT EXISTS ledger_head (one boolean PRIMARY KEY DEFAULT true CHECK (one), pos bigint NOT NULL, hash bytea NOT NULL);
INSERT INTO ledger_head (pos, hash) VALUES (0, decode(repeat('00', 32), 'hex')) ON CONFLICT DO NOTHING;
CREATE INDEX IF NOT EXISTS ix_ledger_at ON ledger USING brin (at);

CREATE OR REPLACE FUNCTION ledger_stands() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the ledger is never changed' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'ledger_is_never_changed'; END $$;
CREATE OR REPLACE TRIGGER ledger_is_never_changed BEFORE UPDATE OR DELETE ON ledger FOR EACH ROW EXECUTE FUNCTION ledger_stands();
