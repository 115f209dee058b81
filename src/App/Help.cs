namespace Callout.App;

internal static class Help
{
    public static int Show(int code)
    {
        Console.WriteLine("""
            callout backup     FOLDER [--data var] [--postgres CONNECTION]            copy the installation into FOLDER while it serves; see docs/operating.md
            callout serve      [--port 5080] [--data var] [--postgres CONNECTION] [--demo]   serve the house; --demo fills an empty one first
                               [--backup-to FOLDER [--backup-every 24h] [--keep 14]]   and take backups by itself
                               [--certificate PEM --certificate-key PEM | --public-host NAME [--acme-email E]] [--https-port 443]   with TLS; see docs/operating.md
            callout call       NOUN/VERB '{json}' [--url http://localhost:5080] [--id UUID]   run a command; the API key is read from CALLOUT_KEY
            callout describe                                                          write the API's description (OpenAPI)
            callout drill      BACKUP [--data var] [--postgres EMPTY]                 restore a backup to an empty place and work with it, then remove it
            callout import     requests|customers FILE --map MAP.json --dry-run|--apply [--set FIELD=VALUE] [--url URL]   see docs/import.md
            callout migrate    [--data var] [--postgres CONNECTION]                   bring the database up to date and stop
            callout optimize   --format vrptw|trsp|day FILE --seconds S --out SOLUTION.json  plan a file of one of these formats
            callout recovery-key [--data var]                                         show the key that opens the backups, to be written down
            callout restore    BACKUP [--replace] [--data var] [--postgres CONNECTION]   put a backup in place; what is there is kept
            callout restore    --accept [--data var] [--postgres CONNECTION]          serve a database that was put back by other means
            callout verify     [--data var] [--postgres CONNECTION]                   check every event of the ledger
            callout verify     BACKUP [--data var]                                    check every byte of a backup
            """);
        return code;
    }
}
