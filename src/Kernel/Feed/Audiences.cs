namespace Callout.Kernel;

/// <summary>Reckons from a principal's rights, at the moment of reading, which audiences they belong to.</summary>
internal static class Audiences
{
    internal const int DaysAtMost = 62;

    public static async Task<IReadOnlyList<Audience>> Of(Principal principal, DateInterval days, House house, Sessions sessions, CancellationToken ct)
    {
        var audiences = Of(principal, days);
        foreach (var source in house.AudienceSources) audiences.AddRange(await sessions.Read(principal, reading => source.Of(reading, ct)));
        return audiences;
    }

    private static List<Audience> Of(Principal principal, DateInterval days)
    {
        if (days.Length > DaysAtMost) throw new Unreadable("days", $"At most {DaysAtMost} days can be followed at once.");
        var sight = principal.Sight;
        List<Audience> audiences = [Audience.EveryoneAs(ViewOf(principal))];
        if (May.Read.Allows(principal)) audiences.AddRange(Office(principal, days));
        if (sight.Technician is not null) audiences.Add(Audience.Technician(sight.Technician));
        if (sight.Account is not null) audiences.Add(Audience.Customer(sight.Account));
        return audiences;
    }

    private static IEnumerable<Audience> Office(Principal principal, DateInterval days)
    {
        var sight = principal.Sight;
        if (sight.Everywhere)
        {
            yield return Audience.HeadOffice;
            foreach (var day in days) yield return Audience.HeadOfficeDay(day);
        }

        foreach (var territory in sight.Territories) yield return Audience.Territory(territory);
        foreach (var branch in sight.Branches)
        {
            yield return Audience.Branch(branch);
            foreach (var day in days) yield return Audience.BranchDay(branch, day);
        }
    }

    private static View ViewOf(Principal principal) =>
        May.Read.Allows(principal) || principal.Is(Role.System) ? View.Office : principal.Sight.Account is null ? View.Technician : View.Customer;
}
