namespace Callout.Optimizer;

/// <summary>What the judge found: nothing, if the plan obeys every rule.</summary>
public sealed record Verdict(IReadOnlyList<Violation> Violations)
{
    public bool Obeys => Violations.Count == 0;

    public override string ToString() => Obeys ? "The plan obeys every rule." : string.Join('\n', Violations.Select(v => $"{v.Rule}: {v.Text}"));
}

/// <summary>One rule broken at one place of a plan. Numbers are indices, <c>null</c> where the rule is not about such a thing.</summary>
/// <param name="Rule">Stable name of the rule, e.g. <c>work.window</c>.</param>
/// <param name="Stop">Position on the tour.</param>
/// <param name="Text">The same in words, with the names and times it is about.</param>
public sealed record Violation(string Rule, string Text, int? Technician = null, int? Shift = null, int? Stop = null, int? Job = null);
