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
    SiteId? Site, ContactId? Contact, IReadOnlyList<AssetId> Assets, WorkTypeId? WorkType, int? Revision, IReadOnlyDictionary<string, string> Fields, Instant? Due)
{
    internal static JobSheet Of(WorkOrder order) => new(
        order.Number, order.Priority, order.Kind, order.Summary, order.Instructions, order.Safety,
        order.Site, order.Contact, order.Assets, order.WorkType, order.Revision, order.Fields, order.Due);
}
