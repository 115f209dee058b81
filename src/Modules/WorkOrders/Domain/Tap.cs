namespace Callout.WorkOrders;

/// <summary>A status button pressed: by whom, when by their clock, and where.</summary>
/// <param name="By">Null when it is entered at the desk.</param>
internal sealed record Tap(ResourceId? By, string Actor, Instant At, Instant Now, Guid Command, bool OrderIsOpen, DevicePosition? Where = null)
{
    public PauseReason? Pause { get; init; }

    public VisitStep Step(VisitState state) => new(state, At, Actor, Command) { Pause = Pause, Where = Where };
}
