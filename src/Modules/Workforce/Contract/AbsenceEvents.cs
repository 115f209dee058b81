namespace Callout.Workforce;

/// <summary>A technician asks to be away. Why is theirs to tell, so the event does not. The times are on their own calendar.</summary>
[Event("absence.requested")]
public sealed record AbsenceRequested(AbsenceId Absence, ResourceId Technician, LocalDateTime From, LocalDateTime Until) : IEvent;

[Event("absence.approved")]
public sealed record AbsenceApproved(AbsenceId Absence, ResourceId Technician, LocalDateTime From, LocalDateTime Until) : IEvent;

[Event("absence.refused")]
public sealed record AbsenceRefused(AbsenceId Absence, ResourceId Technician) : IEvent;

/// <summary>They will be there after all.</summary>
[Event("absence.withdrawn")]
public sealed record AbsenceWithdrawn(AbsenceId Absence, ResourceId Technician) : IEvent;

/// <summary>Why a person who asked to be forgotten was away is known no more.</summary>
[Event("absence.forgotten")]
public sealed record AbsenceForgotten(AbsenceId Absence, ResourceId Technician) : IEvent;

public enum AbsenceKind
{
    Leave,
    Sick,
    Training,
    Other,
}

public enum AbsenceState
{
    Requested,
    Approved,
    Refused,
    Withdrawn,
}
