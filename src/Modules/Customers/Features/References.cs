namespace Callout.Customers;

internal static class References
{
    public static async Task<IReadOnlyList<Reference>> Of(Guid subject, SearchKind kind, Reading reading, CancellationToken ct) =>
        await reading.Of<ExternalNumber>().Where(n => n.Subject == subject && n.Kind == kind).OrderBy(n => n.System).ThenBy(n => n.Number)
            .Select(n => new Reference(n.System, n.Number)).ToListAsync(ct);
}
