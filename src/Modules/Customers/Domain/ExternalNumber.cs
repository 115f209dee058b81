namespace Callout.Customers;

/// <summary>The number that another system knows an account, site or asset by; within that system it names one thing of a kind.</summary>
internal sealed record ExternalNumber(string System, string Number, SearchKind Kind, Guid Subject)
{
    public const int LengthAtMost = 100;

    public static IEnumerable<ExternalNumber> Of(SearchKind kind, Guid subject, IReadOnlyList<Reference>? references)
    {
        var all = references ?? [];
        Refusal.If(all.Any(r => Text.Blank(r.System) is null || Text.Blank(r.Number) is null), "reference.empty", "A reference wants the name of the other system and its number there.");
        Refusal.If(all.Any(r => r.System.Length > LengthAtMost || r.Number.Length > LengthAtMost), "reference.too-long", $"Keep a reference under {LengthAtMost} characters.");
        return all.Select(r => new ExternalNumber(r.System.Trim(), r.Number.Trim(), kind, subject)).Distinct();
    }
}
