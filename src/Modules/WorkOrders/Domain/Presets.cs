using Callout.Workforce;

namespace Callout.WorkOrders;

internal sealed record PresetType(string Code, string Name, WorkKind Kind, Template Template);

/// <summary>What an industry starts with on its first day: nine kinds of work and the words for faults. Everything may be revised afterwards.</summary>
internal static class Presets
{
    /// <summary>Four hours, a day, two days, a week; an emergency is answered within the quarter of an hour.</summary>
    private static readonly IReadOnlyList<SlaTarget> Promises =
    [
        .. Promise(Priority.Emergency, 15, 120, 240), .. Promise(Priority.High, 60, 240, 480),
        .. Promise(Priority.Normal, 240, 1440, 2880), .. Promise(Priority.Low, 1440, 4320, 10080),
    ];

    public static readonly Template Plain = new(60, Priority.Normal, BillingRule.Billable, false, "", [], [], [], [], [], [], Promises, [HoldReason.Customer, HoldReason.Access, HoldReason.Payment]);

    public static readonly IReadOnlyList<Industry> Industries =
    [
        new("general", "Any trade", null, []),
        new("refrigeration", "Cooling and air conditioning", "refrigeration",
        [
            new("superheat", "Superheat", AnswerKind.Number, true, "K", 4, 8), new("supply-temperature", "Supply temperature", AnswerKind.Number, true, "°C", -30, 12),
            new("leak-free", "No leak found", AnswerKind.Tick),
        ]),
        new("telecom", "Networks and telephony", "fibre",
        [
            new("light-level", "Light level at the socket", AnswerKind.Number, true, "dBm", -27, -8), new("speed-down", "Speed down", AnswerKind.Number, true, "Mbit/s", 1),
            new("router-online", "Router is online", AnswerKind.Tick),
        ]),
        new("power", "Electricity and solar", "electrical",
        [
            new("insulation", "Insulation resistance", AnswerKind.Number, true, "MΩ", 1), new("earth", "Earth resistance", AnswerKind.Number, true, "Ω", 0, 10),
            new("rcd-trips", "Residual current device trips", AnswerKind.Tick),
        ]),
    ];

    public static IReadOnlyList<PresetType> Types(Industry industry)
    {
        var plain = Plain with { Skills = industry.Skill is { } skill ? [new SkillNeed(skill)] : [], Safety = ["Switch off and lock out before opening anything."] };
        var repair = plain with
        {
            Minutes = 90, Instructions = "Find the cause, put it right, show that it works.", Completion = [Proof.SymptomCode, Proof.CauseCode, Proof.ActionCode, Proof.PhotoAfter, Proof.Signature],
            Fields = [new OrderField("diagnosis", "Diagnosis", AnswerKind.Text)],
        };
        return
        [
            new("repair", "Repair", WorkKind.Repair, repair),
            new("emergency", "Emergency repair", WorkKind.Emergency, repair with { Priority = Priority.Emergency, Instructions = "Make it safe first, then restore service.", PausedBy = [HoldReason.Access] }),
            new("warranty", "Warranty service", WorkKind.Warranty, repair with { Billing = BillingRule.Warranty, Completion = [Proof.SymptomCode, Proof.CauseCode, Proof.ActionCode, Proof.PhotoBefore, Proof.PhotoAfter, Proof.Signature] }),
            new("installation", "Installation", WorkKind.Installation, plain with { Minutes = 240, Billing = BillingRule.FixedPrice, Instructions = "Install, commission, hand over.", Checklist = industry.Checklist, Completion = [Proof.Checklist, Proof.PhotoAfter, Proof.Signature] }),
            new("maintenance", "Preventive maintenance", WorkKind.PreventiveMaintenance, plain with { Minutes = 120, Billing = BillingRule.Contract, Priority = Priority.Low, Instructions = "Clean, measure, adjust, note what will wear out next.", Checklist = industry.Checklist, Completion = [Proof.Checklist, Proof.Signature] }),
            new("inspection", "Inspection", WorkKind.Inspection, plain with
            {
                Priority = Priority.Low, Instructions = "Look, measure, record; change nothing.", Completion = [Proof.Checklist, Proof.PhotoBefore, Proof.Note, Proof.Signature], Fields = [new OrderField("regulation", "Regulation", AnswerKind.Text)],
                Checklist = [.. industry.Checklist, new("compliant", "Complies with the regulation", AnswerKind.Choice, Choices: ["yes", "with conditions", "no"])],
            }),
            new("visit", "Scheduled visit", WorkKind.ScheduledVisit, plain with { Instructions = "See the customer as arranged.", Completion = [Proof.Note] }),
            new("delivery", "Delivery", WorkKind.Delivery, plain with { Minutes = 30, Instructions = "Deliver and have it received.", Skills = [], Safety = [], Completion = [Proof.PhotoAfter, Proof.Signature] }),
            new("assessment", "Assessment", WorkKind.Assessment, plain with { Minutes = 45, Billing = BillingRule.NotBilled, Instructions = "Find out what is needed and what it will take.", Completion = [Proof.PhotoBefore, Proof.Note] }),
        ];
    }

    public static readonly IReadOnlyList<(CodeKind Kind, string Code, string Name)> Codes =
    [
        (CodeKind.Symptom, "no-power", "No power"), (CodeKind.Symptom, "no-signal", "No signal"), (CodeKind.Symptom, "too-warm", "Too warm"), (CodeKind.Symptom, "too-cold", "Too cold"),
        (CodeKind.Symptom, "leak", "Leaks"), (CodeKind.Symptom, "noise", "Noise"), (CodeKind.Symptom, "slow", "Slow"), (CodeKind.Symptom, "other", "Something else"),
        (CodeKind.Problem, "mechanical", "Mechanical"), (CodeKind.Problem, "electrical", "Electrical"), (CodeKind.Problem, "control", "Control or software"), (CodeKind.Problem, "supply", "Supply from outside"),
        (CodeKind.Cause, "worn", "Worn out"), (CodeKind.Cause, "damaged", "Damaged"), (CodeKind.Cause, "misused", "Used wrongly"), (CodeKind.Cause, "installed-wrong", "Installed wrongly"), (CodeKind.Cause, "not-found", "No fault found"),
        (CodeKind.Action, "replaced", "Replaced"), (CodeKind.Action, "repaired", "Repaired"), (CodeKind.Action, "adjusted", "Adjusted"), (CodeKind.Action, "cleaned", "Cleaned"), (CodeKind.Action, "explained", "Explained"),
    ];

    /// <summary>The same on every installation, so that what refers to a preset may be carried from one to another.</summary>
    public static WorkTypeId IdOf(string industry, string code) => new(Id.Derived(Guid.Empty, 0, $"work-type/{industry}/{code}"));

    public static SkillId IdOf(string skill) => new(Id.Derived(Guid.Empty, 0, $"skill/{skill}"));

    public static FailureCodeId IdOf(CodeKind kind, string code) => new(Id.Derived(Guid.Empty, 0, $"failure-code/{kind}/{code}"));

    private static IEnumerable<SlaTarget> Promise(Priority priority, int response, int arrival, int resolution) =>
        [new(ClockKind.Response, priority, response), new(ClockKind.Arrival, priority, arrival), new(ClockKind.Resolution, priority, resolution)];
}

internal sealed record Industry(string Code, string Name, string? Skill, IReadOnlyList<ChecklistItem> Checklist);
