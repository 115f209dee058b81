namespace Callout.Workforce;

[Event("technician.added")]
public sealed record TechnicianAdded(ResourceId Technician, BranchId Branch, Employment Employment) : IEvent;

/// <summary>What is known of them changed; what it was before and after stands beside the event.</summary>
[Event("technician.changed")]
public sealed record TechnicianChanged(ResourceId Technician) : IEvent;

/// <summary>They work elsewhere from now on.</summary>
[Event("technician.moved")]
public sealed record TechnicianMoved(ResourceId Technician, BranchId From, BranchId To) : IEvent;

/// <summary>Nothing more is planned for them.</summary>
[Event("technician.deactivated")]
public sealed record TechnicianDeactivated(ResourceId Technician) : IEvent;

[Event("technician.activated")]
public sealed record TechnicianActivated(ResourceId Technician) : IEvent;

/// <summary>The technician was a person who asked to be forgotten.</summary>
[Event("technician.forgotten")]
public sealed record TechnicianForgotten(ResourceId Technician) : IEvent;

/// <param name="Level">From 1, a beginner, to 10, who teaches others.</param>
[Event("technician.skill-given")]
public sealed record SkillGiven(ResourceId Technician, SkillId Skill, int Level, LocalDate? From, LocalDate? Until) : IEvent;

[Event("technician.skill-taken")]
public sealed record SkillTaken(ResourceId Technician, SkillId Skill) : IEvent;

/// <summary>From that day on they work by this pattern; without one they have no shifts.</summary>
[Event("technician.pattern-assigned")]
public sealed record PatternAssigned(ResourceId Technician, ShiftPatternId? Pattern, LocalDate From) : IEvent;

/// <summary>Their calendar has a new address; the old one answers no more.</summary>
[Event("technician.calendar-renewed")]
public sealed record CalendarRenewed(ResourceId Technician) : IEvent;

public enum Employment
{
    Employee,
    Contractor,
}
