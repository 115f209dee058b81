namespace Callout.WorkOrders;

/// <summary>Rings when a technician should have answered a job that was sent out. Nothing happens where they have, or where it was planned anew.</summary>
public sealed record MissAnswer(VisitId Visit)
{
    internal static readonly MissAnswer Example = new(PlanVisit.Example.Visit);

    /// <summary>Sent out again, the time runs anew.</summary>
    internal static async Task Expect(Visit visit, WorkOrder order, Session session, CancellationToken ct)
    {
        var minutes = order is { WorkType: { } type, Revision: { } revision } ? (await WorkTypes.Template(type, revision, session, ct)).AnswerMinutes : Template.UsualAnswerMinutes;
        await session.At(session.Now + Duration.FromMinutes(minutes), $"answer/{visit.Id}", new MissAnswer(visit.Id), ct);
    }

    internal static async Task<AnswerMissed> Handle(MissAnswer command, Session session, CancellationToken ct)
    {
        var visit = await session.Load<Visit, VisitId>(command.Visit, ct);
        if (visit.Miss(session.Now) is not { } missed) return new AnswerMissed(false);
        session.Append(visit, missed);
        return new AnswerMissed(true);
    }
}

/// <param name="Missed">False when there was an answer, or nothing to answer any more.</param>
public sealed record AnswerMissed(bool Missed);
