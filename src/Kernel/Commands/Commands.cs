namespace Callout.Kernel;

/// <summary>Runs a command once, however often and through whichever door it is sent.</summary>
public sealed class Commands(Writer writer)
{
    public Task<Receipt> Run(CommandDefinition command, object body, Envelope envelope, CancellationToken ct) => Run(command, body, Wire.Hash(command.Route, body), envelope, ct);

    /// <param name="hash">Of the command as it was said.</param>
    internal async Task<Receipt> Run(CommandDefinition command, object body, byte[] hash, Envelope envelope, CancellationToken ct)
    {
        try
        {
            command.May.Check(envelope.Principal);
            return await ApplyOrKeep(command, body, envelope, hash, ct);
        }
        catch (Exception error) when (Problem.Of(error) is { IsFinal: true } problem)
        {
            return await Refuse(envelope, hash, problem, Outcome.Refused, ct, error is Forbidden ? command.Route : null);
        }
    }

    /// <summary>For many at once: what is refused keeps no receipt, and a dry run undoes what was applied too.</summary>
    internal async Task RunOrLeaveNoTrace(CommandDefinition command, object body, byte[] hash, Envelope envelope, bool dryRun, CancellationToken ct)
    {
        command.May.Check(envelope.Principal);
        try
        {
            var receipt = await writer.Write(envelope, (session, ct) =>
            {
                session.OnlyTries = dryRun;
                return Apply(command, body, envelope, hash, session, ct);
            }, ct);
            if (receipt.Problem is { } problem) throw new Refusal(problem.Code, problem.Detail);
        }
        catch (OnlyTried)
        {
            // It would have been applied.
        }
    }

    /// <summary>What was tried has been rolled back; the answer is kept all the same.</summary>
    internal Task<Receipt> Refuse(Envelope envelope, byte[] hash, Problem problem, Outcome outcome, CancellationToken ct, string? denied = null) =>
        writer.Write(envelope, (session, ct) => Once(envelope, hash, session, async () =>
        {
            if (denied is not null) Denials.Denied(session, denied);
            if (HeldCommand.IsFor(envelope, outcome)) await HeldCommand.Keep(envelope, problem, outcome, session, ct);
            return Receipt.Refused(envelope, hash, problem, session.Now, outcome);
        }, ct), ct);

    private async Task<Receipt> ApplyOrKeep(CommandDefinition command, object body, Envelope envelope, byte[] hash, CancellationToken ct)
    {
        try
        {
            return await writer.Write(envelope, (session, ct) => Apply(command, body, envelope, hash, session, ct), ct);
        }
        catch (Conflicting conflicting)
        {
            return await writer.Write(envelope, (session, ct) => Once(envelope, hash, session, () => Conflict.Keep(command, body, conflicting.Clash, envelope, hash, session, ct), ct), ct);
        }
    }

    private static Task<Receipt> Apply(CommandDefinition command, object body, Envelope envelope, byte[] hash, Session session, CancellationToken ct) =>
        Once(envelope, hash, session, async () =>
        {
            var answer = await command.Handle(body, session, ct);
            await session.Reconcile(ct);
            return Receipt.Applied(envelope, hash, answer, session.Now);
        }, ct);

    private static async Task<Receipt> Once(Envelope envelope, byte[] hash, Session session, Func<Task<Receipt>> first, CancellationToken ct)
    {
        var known = await AskedByAll.Of(session.Db).Receipt(session.Db, envelope.Id, ct);
        if (known is null || !known.HasTurnOf(envelope)) await DeviceTurn.Take(envelope, known is not null, session, ct);
        if (known is not null) return known.For(envelope, hash);
        var receipt = await first();
        session.Keep(receipt);
        return receipt;
    }
}
