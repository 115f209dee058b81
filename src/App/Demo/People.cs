using Callout.Identity;
using Callout.Workforce;

namespace Callout.App.Demo;

internal sealed record DemoTechnician(ResourceId Id, string Name, BranchId Branch, int BranchNo, Trade Trade, Principal Principal)
{
    /// <summary>Whole days away, the first and the last.</summary>
    public DateInterval? Away { get; init; }
}

internal sealed record Login(string Who, string Email);

/// <summary>The organisation, its three branches with their territories, 24 technicians with their shifts, and who sits in the office.</summary>
internal sealed class People(Sender sender, Chance chance, Instant start, LocalDate today)
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Africa/Nairobi"];

    public static readonly IReadOnlyList<Login> Logins =
    [
        new("technician", "grace@baridi.example"),
        new("dispatcher, Nairobi West", "ruth@baridi.example"), new("dispatcher, Nairobi Central", "joy@baridi.example"), new("dispatcher, Mombasa Road", "mark@baridi.example"),
        new("supervisor, Nairobi West", "leah@baridi.example"), new("operations manager", "ann@baridi.example"), new("accountant", "paul@baridi.example"),
        new("customer", "customer@baridi.example"),
    ];

    private readonly Dictionary<string, PersonId> known = [];

    public List<BranchId> Branches { get; } = [];

    public List<DemoTechnician> Technicians { get; } = [];

    public PersonId Of(Login login) => known[login.Email];

    public async Task Fill()
    {
        foreach (var _ in Nairobi.Branches) Branches.Add(chance.New<BranchId>(start));
        var (code, name, _) = Nairobi.Branches[0];
        await Send(new BeginOrganisation("Baridi Field Services", Zone, "KES", code, name, FirstBranch: Branches[0]));
        await Send(new ChangeOrganisation("Baridi Field Services", "Lusaka Road, Industrial Area, Nairobi\n+254 709 555 010\nservice@baridi.example", Zone, "KES", new Tax("VAT", 1600, "P051234567A")));
        await Send(new ChangeBranch(Branches[0], name, null, Zone, "KES", "en", Phone: "+254 709 555 010"));
        foreach (var (branch, i) in Nairobi.Branches.Select((b, i) => (b, i)).Skip(1)) await Send(new OpenBranch(Branches[i], branch.Code, branch.Name, Phone: $"+254 709 555 {10 + i:000}"));
        await Send([.. Nairobi.Holidays(today).Select(h => new DeclareHoliday(chance.New<PublicHolidayId>(start), "KE", h.Date, h.Name))]);
        await Workshop();
        await Office();
        await Rotas();
        await Absences();
    }

    public Task InviteCustomer(AccountId account) => Invite("Amina Yusuf", "customer@baridi.example", new Rights([Role.Customer], Account: account));

    private async Task Workshop()
    {
        var pattern = chance.New<ShiftPatternId>(start);
        await Send(new AddShiftPattern(pattern, new("Monday to Saturday", 7, new(2026, 1, 5),
            [.. Enumerable.Range(0, 6).Select(day => new PatternHours(day, new(7, 30), new(17, 30), [new(new(12, 0), new(14, 0), 45)]))], "KE")));
        var skills = Nairobi.Trades.ToDictionary(t => t, _ => chance.New<SkillId>(start));
        await Send([.. skills.Select(s => new AddSkill(s.Value, s.Key.Skill))]);
        List<IReadOnlyList<TerritoryId>> territories = [];
        for (var branchNo = 0; branchNo < Branches.Count; branchNo++) territories.Add(await Territories(branchNo));
        for (var i = 0; i < 24; i++) await Technician(i, pattern, skills[Nairobi.Trades[i / 3 % 3]], territories[i % 3]);
    }

    private async Task<IReadOnlyList<TerritoryId>> Territories(int branchNo)
    {
        var areas = Nairobi.Branches[branchNo].Areas;
        List<TerritoryId> ids = [.. areas.Select(_ => chance.New<TerritoryId>(start))];
        await Send([.. areas.Select((area, i) => new AddTerritory(ids[i], Branches[branchNo], area.Name, Outline(area), []))]);
        return ids;
    }

    private IReadOnlyList<Place> Outline(Area area) =>
    [
        .. Enumerable.Range(0, 9).Select(corner =>
        {
            var (angle, reach) = (corner * 2 * Math.PI / 9, chance.Around(0.0145, 0.002));
            return new Place(Math.Round(area.Latitude + reach * Math.Sin(angle), 5), Math.Round(area.Longitude + reach * Math.Cos(angle), 5));
        }),
    ];

    private async Task Technician(int i, ShiftPatternId pattern, SkillId skill, IReadOnlyList<TerritoryId> territories)
    {
        var (branchNo, trade) = (i % 3, Nairobi.Trades[i / 3 % 3]);
        var areaNo = chance.Below(Nairobi.Branches[branchNo].Areas.Count);
        var area = Nairobi.Branches[branchNo].Areas[areaNo];
        var (id, van, name) = (chance.New<ResourceId>(start), chance.New<ResourceId>(start), $"{Nairobi.FirstNames[i]} {Nairobi.LastNames[i]}");
        var home = new Place(Math.Round(chance.Around(area.Latitude, 0.008), 5), Math.Round(chance.Around(area.Longitude, 0.008), 5), area.Name);
        await Invite(name, $"{name.Split(' ')[0].ToLowerInvariant()}@baridi.example", new Rights([Role.Technician], Branches: [Branches[branchNo]], Technician: id));
        var person = known[$"{name.Split(' ')[0].ToLowerInvariant()}@baridi.example"];
        var profile = new TechnicianProfile(
            Zone, $"+2547{chance.Between(10_000_000, 29_999_999)}", home, Territories: [territories[areaNo], territories[(areaNo + 1) % territories.Count]], Cost: new(Rate.PerUnit(new(90_000, "KES"))));
        await Send(new AddTechnician(id, Branches[branchNo], name, profile, Employment.Employee, person), new AddVehicle(van, Branches[branchNo], $"Van {i + 1}", $"KD{(char)('A' + i % 20)} {200 + 7 * i}L"));
        await Send(
            new GiveSkill(id, skill, chance.Between(5, 9)), new AssignShiftPattern(id, pattern, new(2026, 1, 5)),
            new RecordCertificate(chance.New<CertificateId>(start), id, trade.Certificate, today.PlusMonths(-10), today.PlusDays(i % 7 == 0 ? 30 : 500), $"C-{4100 + i}"), new HandVehicle(van, id));
        Technicians.Add(new(id, name, Branches[branchNo], branchNo, trade, new($"person:{person}", [Role.Technician], new Sight(Technician: id), person)));
    }

    private async Task Office()
    {
        await Invite("Ruth Wairimu", "ruth@baridi.example", new Rights([Role.Dispatcher], Branches: [Branches[0]]));
        await Invite("Joy Akinyi", "joy@baridi.example", new Rights([Role.Dispatcher], Branches: [Branches[1]]));
        await Invite("Mark Kibet", "mark@baridi.example", new Rights([Role.Dispatcher], Branches: [Branches[2]]));
        await Invite("Leah Wangari", "leah@baridi.example", new Rights([Role.BranchManager], Branches: [Branches[0]]));
        await Invite("Ann Nduta", "ann@baridi.example", new Rights([Role.OperationsManager], HeadOffice: true));
        await Invite("Paul Muli", "paul@baridi.example", new Rights([Role.Accountant], HeadOffice: true));
    }

    private async Task Rotas()
    {
        var monday = today.PlusDays(-14).Previous(IsoDayOfWeek.Monday);
        for (var branchNo = 0; branchNo < Branches.Count; branchNo++)
        {
            List<ResourceId> turns = [.. Technicians.Where(t => t.BranchNo == branchNo).Select(t => t.Id)];
            await Send(new PlanOnCall(chance.New<OnCallRotaId>(start), Branches[branchNo], "Nights and Sundays", turns, monday, new(17, 30), 7, Zone));
        }
    }

    /// <summary>One was on leave last week, one is ill since yesterday, one will be on a course, one asks for Christmas, and one was refused.</summary>
    private async Task Absences()
    {
        await Away(4, AbsenceKind.Leave, today.PlusDays(-9), 5, approved: true);
        await Away(8, AbsenceKind.Sick, today.PlusDays(-1), 3, approved: true);
        await Away(12, AbsenceKind.Training, today.PlusDays(3), 2, approved: true);
        await Away(15, AbsenceKind.Leave, new(today.Year, 12, 21), 6, approved: null);
        await Away(19, AbsenceKind.Leave, today.PlusDays(1), 4, approved: false);
    }

    private async Task Away(int technicianNo, AbsenceKind kind, LocalDate from, int days, bool? approved)
    {
        var (id, technician) = (chance.New<AbsenceId>(start), Technicians[technicianNo]);
        await sender.Send(technician.Principal, start, new RequestAbsence(id, technician.Id, kind, from.AtMidnight(), from.PlusDays(days).AtMidnight()));
        if (approved is { } yes) await Send(yes ? new ApproveAbsence(id) : new RefuseAbsence(id, "Two others of the branch are away that week."));
        if (approved is true) Technicians[technicianNo] = technician with { Away = new(from, from.PlusDays(days - 1)) };
    }

    private async Task Invite(string name, string email, Rights rights)
    {
        var person = known[email] = chance.New<PersonId>(start);
        await Send(new InvitePerson(person, name, email, rights));
    }

    private Task Send(params IReadOnlyList<object> commands) => sender.Send(Sender.Head, start, commands);
}
