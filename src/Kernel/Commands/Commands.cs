namespace Callout.Kernel;

/// <summary>Runs a command once, however often and through whichever door it is sent.</summary>
public sealed class Commands(Writer writer)
{
    public async Task<Receipt> Run(CommandDefinition command, object body, Envelope envelope, CancellationToken ct)
    {
        var hash = Wire.Hash(command.Route, body);
        try
        {
            command.May.Check(envelope.Principal);
            return await writer.Write(envelope, (session, ct) => Apply(command, body, envelope, hash, session, ct), ct);
        }
        catch (Exception error) when (Problem.Of(error) is { IsFinal: true } problem)
        {
            return await Refuse(envelope, hash, problem, Outcome.Refused, ct, error is Forbidden ? command.Route : null);
        }
    }

    /// <summary>For many at once: what is refused keeps no receipt, and a dry run undoes what was applied too.</summary>
    internal async Task RunOrLeaveNoTrace(CommandDefinition command, object body, Envelope envelope, bool dryRun, CancellationToken ct)
    {
        var hash = Wire.Hash(command.Route, body);
        command.May.Check(envelope.Principal);
        try
        {
            var receipt = await writer.Write(envelope, async (session, ct) =>
            {
                var applied = await Apply(command, body, envelope, hash, session, ct);
                return dryRun ? throw new OnlyTried() : applied;
            }, ct);
            if (receipt.Problem is { } problem) throw new Refusal(problem.Code, problem.Detail);
        }
        catch (OnlyTried)
        {
            // It would have been applied.
        }
    }

    private sealed class OnlyTried : Exception;

    /// <summary>What was tried has been rolled back; the answer is kept all the same.</summary>
    internal Task<Receipt> Refuse(Envelope envelope, byte[] hash, Problem problem, Outcome outcome, CancellationToken ct, string? denied = null) =>
        writer.Write(envelope, (session, ct) => Once(envelope, hash, session, () =>
        {
            if (denied is not null) Denials.Denied(session, denied);
            return Task.FromResult(Receipt.Refused(envelope, hash, problem, session.Now, outcome));
        }, ct), ct);

    private static Task<Receipt> Apply(CommandDefinition command, object body, Envelope envelope, byte[] hash, Session session, CancellationToken ct) =>
        Once(envelope, hash, session, async () => Receipt.Applied(envelope, hash, await command.Handle(body, session, ct), session.Now), ct);

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
