namespace Callout.WorkOrders;

/// <summary>When a visit became what it is; never taken back, only corrected by a later one.</summary>
public sealed record VisitStep(VisitState State, Instant At, string By, Guid Command)
{
    public PauseReason? Pause { get; init; }

    public bool Corrects { get; init; }

    public DevicePosition? Where { get; init; }
}

/// <summary>Degrees north and east, and how sure the device was.</summary>
public sealed record DevicePosition(double Latitude, double Longitude, double? AccuracyMetres = null);

/// <param name="InLimits">False is recorded all the same, and marked.</param>
public sealed record ChecklistAnswer(string Item, string Value, bool InLimits, Instant At, string? Remark = null);

public sealed record UsedPart(Guid Use, string Code, string Name, decimal Quantity, string Unit, string? Serial, Instant At);

/// <param name="ApprovedBy">The name of who agreed.</param>
public sealed record ApprovedExtra(Guid Extra, string What, Money Price, string ApprovedBy, Instant At);

/// <summary>What the crew is told beside the order itself: how it is checked, what it must prove, what to take along, and what was done there before.</summary>
/// <param name="Past">The last visits to the asset, or to the site where no asset is named, the newest first.</param>
public sealed record Brief(
    string? Type, IReadOnlyList<ChecklistItem> Checklist, IReadOnlyList<Proof> Completion, IReadOnlyList<PartNeed> Parts, IReadOnlyList<PastJob> Past)
{
    public static readonly Brief None = new(null, [], [], [], []);
}

public sealed record PastJob(long Number, Instant? Start, string Summary, VisitState State, VisitOutcome? Outcome, string? Cause, string? Action);

/// <param name="ShownHash">Of what the signer was shown, so that nobody can say it was something else.</param>
public sealed record Signature(string Name, string? Role, string Image, string ShownHash, Instant At);

/// <summary>How long each part of a visit took, from its steps. A step that was never tapped leaves its part unknown.</summary>
public sealed record VisitTimes(Duration? Travel, Duration? Work, Duration? Wait)
{
    internal static VisitTimes Of(IReadOnlyList<VisitStep> steps) =>
        new(Sum(steps, VisitState.EnRoute), Sum(steps, VisitState.Working), Sum(steps, VisitState.Paused));

    private static Duration? Sum(IReadOnlyList<VisitStep> steps, VisitState state)
    {
        var spans = steps.Zip(steps.Skip(1)).Where(pair => pair.First.State == state).Select(pair => pair.Second.At - pair.First.At).ToList();
        return spans.Count == 0 ? null : spans.Aggregate(Duration.Zero, (sum, span) => sum + span);
    }
}

/// <summary>What a technician must have in hand without signal: the order, copied onto each of its open visits.</summary>
public sealed record JobSheet(
    long Number, Priority Priority, WorkKind? Kind, string Summary, string? Instructions, IReadOnlyList<string> Safety,
    SiteId? Site, ContactId? Contact, IReadOnlyList<AssetId> Assets, WorkTypeId? WorkType, int? Revision, IReadOnlyDictionary<string, string> Fields, Instant? Due,
    string? ContactName = null, string? ContactPhone = null, Instant? WindowFrom = null, Instant? WindowTo = null)
{
    internal static JobSheet Of(WorkOrder order) => new(
        order.Number, order.Priority, order.Kind, order.Summary, order.Instructions, order.Safety,
        order.Site, order.Contact, order.Assets, order.WorkType, order.Revision, order.Fields, order.Due,
        order.ContactName, order.ContactPhone, order.WindowFrom, order.WindowTo);
}
