namespace Callout.Identity;

/// <summary>What rights come to at this moment.</summary>
internal static class Principals
{
    public static async Task<Principal> Of(Person person, Reading reading, CancellationToken ct)
    {
        var key = $"person:{person.Id}";
        if (await MustSetUpSecondStep(person, reading, ct)) return new Principal(key, [Role.Enrolling], new Sight(), person.Id);
        return new Principal(key, [.. person.Rights.Roles], await SightOf(person.Rights, reading, ct), person.Id);
    }

    public static async Task<Principal> Of(ApiKey key, Reading reading, CancellationToken ct) =>
        new($"key:{key.Id}", [.. key.Rights.Roles], await SightOf(key.Rights, reading, ct));

    private static async Task<bool> MustSetUpSecondStep(Person person, Reading reading, CancellationToken ct)
    {
        var organisation = await reading.Of<Organisation>().FirstOrDefaultAsync(ct);
        return organisation is not null && organisation.SecondStepFor.Intersect(person.Rights.Roles).Any()
            && !await reading.Of<Credential>().AnyAsync(c => c.Person == person.Id && c.SecondStep != null, ct);
    }

    // A technician's branch says who looks after them, not what they see.
    private static async Task<Sight> SightOf(Rights rights, Reading reading, CancellationToken ct)
    {
        var own = new Sight(
            Technician: rights.Roles.Any(May.Technician.Own.Roles.Contains) ? rights.Technician : null,
            Account: rights.Roles.Contains(Role.Customer) ? rights.Account : null);
        if (!Granting.Sees(rights)) return own;
        return rights.HeadOffice ? own with { Everywhere = true } : own with { Branches = [.. rights.Branches.Union(await InZones(rights.Zones, reading, ct))] };
    }

    private static async Task<List<BranchId>> InZones(IReadOnlyList<ZoneId> zones, Reading reading, CancellationToken ct)
    {
        if (zones.Count == 0) return [];
        List<ZoneId?> within = [.. Zone.Within(zones, await reading.Of<Zone>().ToListAsync(ct))];
        return await reading.Of<Branch>().Where(b => within.Contains(b.Zone)).Select(b => b.Id).ToListAsync(ct);
    }
}
