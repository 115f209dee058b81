namespace Callout.Contracts;

internal sealed class SlaPolicy : Entity<SlaPolicyId>
{
    private const int LongestTarget = 60 * 24 * 366;

    public SlaPlan Plan { get; private set; } = null!;

    public bool Retired { get; private set; }

    public static (SlaPolicy, SlaPolicyAdded) Add(SlaPolicyId id, SlaPlan plan)
    {
        Check(plan);
        return (new() { Id = id, Plan = plan }, new SlaPolicyAdded(id));
    }

    public SlaPolicyChanged Change(SlaPlan plan)
    {
        Refusal.If(Retired, "sla-policy.retired", "This policy has been retired.");
        Check(plan);
        Plan = plan;
        return new SlaPolicyChanged(Id);
    }

    public SlaPolicyRetired Retire()
    {
        Refusal.If(Retired, "sla-policy.retired", "This policy has been retired.");
        Retired = true;
        return new SlaPolicyRetired(Id);
    }

    /// <summary>How closely it is meant: first for whom, then for how many kinds of conditions; one for all work is the last to be taken.</summary>
    public int Closeness => (Plan.Accounts is { Count: > 0 } ? 4 : 0) + (Plan.Priorities is { Count: > 0 } ? 1 : 0) + (Plan.WorkTypes is { Count: > 0 } ? 1 : 0);

    public bool Fits(SlaQuestion question) =>
        Names(Plan.Priorities, question.Priority) && Names(Plan.WorkTypes, [.. question.WorkTypes]) && (Plan.Accounts is not { Count: > 0 } accounts || accounts.Intersect(question.Accounts).Any());

    private static bool Names(IReadOnlyList<string>? named, params IReadOnlyList<string> asked) => named is not { Count: > 0 } || named.Intersect(asked, StringComparer.OrdinalIgnoreCase).Any();

    private static void Check(SlaPlan plan)
    {
        Refusal.If(plan.Name.Trim().Length is 0 or > 80, "sla-policy.name", "Name the policy in at most 80 characters.");
        Refusal.If(plan.Targets.Count == 0, "sla-policy.no-target", "A policy promises something: response, arrival or resolution.");
        Refusal.If(plan.Targets.Select(t => t.Kind).Distinct().Count() < plan.Targets.Count, "sla-policy.target-twice", "Each kind of target is promised once.");
        Refusal.If(plan.Targets.Any(t => t.Minutes is < 1 or > LongestTarget), "sla-policy.minutes", "A target lies between one minute and a year.");
        SlaPenalty.Check(plan.Penalty);
    }
}
