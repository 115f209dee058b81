using Callout.Identity;
using Callout.Workforce;

namespace Callout.App.Demo;

internal sealed record DemoTechnician(ResourceId Id, BranchId Branch, int BranchNo, Trade Trade, Principal Principal);

internal sealed record Login(string Who, string Email, PersonId Person);

/// <summary>The organisation, its three branches, 24 technicians and who sits in the office.</summary>
internal sealed class People(Sender sender, Chance chance, Instant start)
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Africa/Nairobi"];

    public List<BranchId> Branches { get; } = [];

    public List<DemoTechnician> Technicians { get; } = [];

    public List<Login> Logins { get; } = [];

    public async Task Fill()
    {
        await Send(new BeginOrganisation("Baridi Field Services (demo)", Zone, "KES", "HQ", "Head office"));
        await Send(new ChangeOrganisation("Baridi Field Services (demo)", "Lusaka Road, Industrial Area, Nairobi\n+254 709 555 010\nservice@baridi.example", Zone, "KES", new Tax("VAT", 1600, "P051234567A")));
        foreach (var (code, name, _) in Nairobi.Branches)
        {
            Branches.Add(chance.New<BranchId>(start));
            await Send(new OpenBranch(Branches[^1], code, name));
        }

        foreach (var (date, name) in new[] { (new LocalDate(2026, 12, 12), "Jamhuri Day"), (new(2026, 12, 25), "Christmas Day"), (new(2026, 12, 26), "Boxing Day"), (new(2027, 1, 1), "New Year's Day") })
            await Send(new DeclareHoliday(chance.New<PublicHolidayId>(start), "KE", date, name));
        await Workshop();
        await Office();
    }

    private async Task Workshop()
    {
        var pattern = chance.New<ShiftPatternId>(start);
        await Send(new AddShiftPattern(pattern, new("Monday to Saturday", 7, new(2026, 1, 5),
            [.. Enumerable.Range(0, 6).Select(day => new PatternHours(day, new(7, 30), new(17, 30), [new(new(12, 0), new(14, 0), 45)]))], "KE")));
        var skills = Nairobi.Trades.ToDictionary(t => t, _ => chance.New<SkillId>(start));
        foreach (var (trade, skill) in skills) await Send(new AddSkill(skill, trade.Skill));
        var today = start.InZone(Zone).Date;
        for (var i = 0; i < 24; i++)
        {
            var (branchNo, trade) = (i % 3, Nairobi.Trades[i / 3 % 3]);
            var area = chance.Of(Nairobi.Branches[branchNo].Areas);
            var (id, name, person) = (chance.New<ResourceId>(start), $"{Nairobi.FirstNames[i]} {Nairobi.LastNames[i]}", chance.New<PersonId>(start));
            var home = new Place(Math.Round(chance.Around(area.Latitude, 0.008), 5), Math.Round(chance.Around(area.Longitude, 0.008), 5), area.Name);
            await Invite(i == 0 ? "technician" : null, person, name, $"{name.Split(' ')[0].ToLowerInvariant()}@baridi.example", new Rights([Role.Technician], Branches: [Branches[branchNo]], Technician: id));
            await Send(new AddTechnician(id, Branches[branchNo], name, new(Zone, $"+2547{chance.Between(10_000_000, 29_999_999)}", home, Cost: new(Rate.PerUnit(new(90_000, "KES")))), Employment.Employee, person));
            await sender.Together(Sender.Head, start,
                new GiveSkill(id, skills[trade], chance.Between(5, 9)), new AssignShiftPattern(id, pattern, new(2026, 1, 5)),
                new RecordCertificate(chance.New<CertificateId>(start), id, trade.Certificate, today.PlusMonths(-10), today.PlusDays(i % 7 == 0 ? 30 : 500), $"C-{4100 + i}"),
                new AddVehicle(chance.New<ResourceId>(start), Branches[branchNo], $"Van {i + 1}", $"KD{(char)('A' + i % 20)} {200 + 7 * i}L"));
            Technicians.Add(new(id, Branches[branchNo], branchNo, trade, new($"person:{person}", [Role.Technician], new Sight(Technician: id), person)));
        }
    }

    private async Task Office()
    {
        await Invite("dispatcher, Nairobi West", chance.New<PersonId>(start), "Ruth Wairimu", "ruth@baridi.example", new Rights([Role.Dispatcher], Branches: [Branches[0]]));
        await Invite("dispatcher, Mombasa Road", chance.New<PersonId>(start), "Mark Kibet", "mark@baridi.example", new Rights([Role.Dispatcher], Branches: [Branches[2]]));
        await Invite("operations manager", chance.New<PersonId>(start), "Ann Nduta", "ann@baridi.example", new Rights([Role.OperationsManager], HeadOffice: true));
        await Invite("accountant", chance.New<PersonId>(start), "Paul Muli", "paul@baridi.example", new Rights([Role.Accountant], HeadOffice: true));
    }

    private async Task Invite(string? who, PersonId person, string name, string email, Rights rights)
    {
        await sender.Send(Sender.Head, start, new InvitePerson(person, name, email, rights));
        if (who is not null) Logins.Add(new(who, email, person));
    }

    private Task Send(object command) => sender.Send(Sender.Head, start, command);
}
