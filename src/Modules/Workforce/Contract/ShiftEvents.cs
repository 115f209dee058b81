namespace Callout.Workforce;

[Event("shift-pattern.added")]
public sealed record ShiftPatternAdded(ShiftPatternId Pattern) : IEvent;

[Event("shift-pattern.changed")]
public sealed record ShiftPatternChanged(ShiftPatternId Pattern) : IEvent;

/// <summary>On this one day they work other hours than their pattern says, or none.</summary>
[Event("shift.changed")]
public sealed record ShiftChanged(ShiftChangeId Change, ResourceId Technician, LocalDate Day) : IEvent;

/// <summary>The pattern holds again on that day.</summary>
[Event("shift.restored")]
public sealed record ShiftRestored(ShiftChangeId Change, ResourceId Technician, LocalDate Day) : IEvent;

[Event("on-call-rota.planned")]
public sealed record OnCallPlanned(OnCallRotaId Rota, IReadOnlyList<ResourceId> Turns, LocalDate Starts, int TurnDays) : IEvent;
