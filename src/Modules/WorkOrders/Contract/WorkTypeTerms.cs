namespace Callout.WorkOrders;

public enum WorkKind
{
    Repair,
    Installation,
    PreventiveMaintenance,
    Inspection,
    Warranty,
    ScheduledVisit,
    Delivery,
    Assessment,
    Emergency,
}

public enum BillingRule
{
    Billable,
    Warranty,
    Contract,
    FixedPrice,
    NotBilled,
}

public enum CodeKind
{
    Symptom,
    Problem,
    Cause,
    Action,
}

/// <summary>What must be there before an order counts as completed.</summary>
public enum Proof
{
    Checklist,
    PhotoBefore,
    PhotoAfter,
    Signature,
    SymptomCode,
    CauseCode,
    ActionCode,
    Note,
}

public enum AnswerKind
{
    Tick,
    Number,
    Text,
    Choice,
}

/// <summary>One step of a checklist. A number outside its limits is recorded all the same, and marked.</summary>
public sealed record ChecklistItem(string Code, string Text, AnswerKind Kind, bool Required = true, string? Unit = null, double? Least = null, double? Most = null, IReadOnlyList<string>? Choices = null);

/// <summary>A field that only this kind of work asks for.</summary>
public sealed record OrderField(string Code, string Label, AnswerKind Kind, bool Required = false);

/// <param name="Level">1 to 10.</param>
public sealed record SkillNeed(string Skill, int Level = 1);

public sealed record PartNeed(string Part, int Quantity = 1, bool Mandatory = true);

/// <summary>What an order of this type starts with.</summary>
/// <param name="Minutes">How long the work usually takes.</param>
/// <param name="PausedBy">While an order is held for one of these, its clocks stand still.</param>
/// <param name="AnswerMinutes">How long a technician may take to accept a job that was sent out; then the office is told.</param>
public sealed record Template(
    int Minutes, Priority Priority, BillingRule Billing, bool NeedsApproval, string Instructions,
    IReadOnlyList<string> Safety, IReadOnlyList<SkillNeed> Skills, IReadOnlyList<PartNeed> Parts, IReadOnlyList<ChecklistItem> Checklist,
    IReadOnlyList<OrderField> Fields, IReadOnlyList<Proof> Completion, IReadOnlyList<SlaTarget> Sla, IReadOnlyList<HoldReason> PausedBy, int AnswerMinutes = Template.UsualAnswerMinutes)
{
    public const int UsualAnswerMinutes = 15;
}
