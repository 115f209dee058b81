namespace Callout.Identity;

[Event("organisation.begun")]
public sealed record OrganisationBegun([property: NotPersonal] string Currency, [property: NotPersonal] string TimeZone) : IEvent;

[Event("organisation.changed")]
public sealed record OrganisationChanged([property: NotPersonal] string Currency, [property: NotPersonal] string TimeZone) : IEvent;

/// <summary>From now on, these roles sign in with a second step.</summary>
[Event("organisation.second-step-required")]
public sealed record SecondStepRequired(IReadOnlyList<Role> Roles) : IEvent;

/// <summary>Reports of the public form that name no branch go there; without one the reporter chooses.</summary>
[Event("organisation.report-branch-chosen")]
public sealed record ReportBranchChosen(BranchId? Branch) : IEvent;

[Event("branch.opened")]
public sealed record BranchOpened(BranchId Branch, [property: NotPersonal] string Code) : IEvent;

[Event("branch.changed")]
public sealed record BranchChanged(BranchId Branch) : IEvent;

[Event("zone.added")]
public sealed record ZoneAdded(ZoneId Zone, ZoneId? Parent) : IEvent;
