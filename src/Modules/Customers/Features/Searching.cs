namespace Callout.Customers;

/// <summary>Keeps the words and numbers by which things are found in step with what they now say.</summary>
internal static class Searching
{
    public static Task Find(this Session session, Guid subject, IEnumerable<SearchWord> words, CancellationToken ct) =>
        session.Replace(w => w.Subject == subject, words, ct);

    public static async Task Number(this Session session, SearchKind kind, Guid subject, IReadOnlyList<Reference>? references, CancellationToken ct)
    {
        var numbers = ExternalNumber.Of(kind, subject, references).ToList();
        foreach (var n in numbers)
            Refusal.If(
                await session.Of<ExternalNumber>().AnyAsync(o => o.Kind == kind && o.System == n.System && o.Number == n.Number && o.Subject != subject, ct),
                "reference.taken", $"Another record already has the number {n.Number} of {n.System}.");
        await session.Replace(n => n.Subject == subject && n.Kind == kind, numbers, ct);
    }
}
