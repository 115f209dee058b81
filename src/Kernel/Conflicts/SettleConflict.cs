using System.Text.Json;

namespace Callout.Kernel;

/// <param name="Settled">False when it was changed once more meanwhile: look at the newer value, and choose again.</param>
public sealed record ConflictAnswer(ConflictId Conflict, bool Settled);

/// <summary>Chooses between the two values of a conflict. What was sent is set by the command that it came with, under the rights of whoever chooses.</summary>
[Refuses("conflict.settled")]
public sealed record SettleConflict(ConflictId Conflict, Choice Keep)
{
    internal static readonly SettleConflict Example = new(ConflictId.From(new("0199f3a0-0000-7000-8000-00000000c0f1")), Choice.Sent);

    internal static async Task<ConflictAnswer> Handle(SettleConflict command, Session session, CancellationToken ct)
    {
        var conflict = await session.Load<Conflict, ConflictId>(command.Conflict, ct);
        conflict.MustBeOpen();
        if (command.Keep == Choice.Sent)
        {
            var present = await Clash.Present(conflict.Row, conflict.RowId, session.Db, ct);
            if (!conflict.Shows(present))
            {
                session.Append(conflict, conflict.Renew(present, session.Now));
                return new(conflict.Id, false);
            }

            await Set(conflict, session, ct);
        }

        session.Append(conflict, conflict.Settle(command.Keep, session.Principal.Key));
        return new(conflict.Id, true);
    }

    private static Task<object> Set(Conflict conflict, Session session, CancellationToken ct)
    {
        var (definition, body) = session.Service<House>().Upcasters.Understand(conflict.Type, conflict.Schema, JsonSerializer.Deserialize<JsonElement>(conflict.Body));
        definition.May.Check(session.Principal);
        session.Overrule();
        return definition.Handle(body, session, ct);
    }
}
