using Callout.Customers;
using Callout.Contracts;

namespace Callout.App.Demo;

internal sealed record DemoSite(int BranchNo, BranchId Branch, AccountId Account, SiteId Site, ContactId Contact, AssetId Asset, string Phone, Trade Trade, string Equipment)
{
    /// <summary>What goes wrong with what stands there.</summary>
    public IReadOnlyList<Fault> Faults => [.. Trade.Faults.Where(f => f.Asset == Equipment)];
}

/// <summary>Some 300 customers with whom to ask for, where to go and what to look after; a fifth of them with a contract.</summary>
internal sealed class Customers(Sender sender, Chance chance, IReadOnlyList<BranchId> branches, int count, Instant start)
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Africa/Nairobi"];

    private static readonly string[] Access = ["Rear gate, ring for the manager", "Report at the guard's desk, take your badge", "Loading bay until 10:00, then front door", "Key with the caretaker, second floor"];

    private static readonly string[] Hazards = ["415 V in the plant room: lock the isolator off", "Wet floor by the cold room", "Roof work: harness needed", "Dog in the yard after 18:00"];

    // The invented numbers may be somebody's; mail goes to .example, which is nobody's (RFC 2606).
    private static readonly ContactChannel[] Never = [ContactChannel.Sms, ContactChannel.WhatsApp];

    public List<DemoSite> Sites { get; } = [];

    public async Task Fill()
    {
        var list = chance.New<PriceListId>(start);
        PriceLine Price(string code, PriceKind kind, string name, string unit, long shillings) => new(code, kind, name, unit, Rate.PerUnit(new Money(shillings * 100, "KES")));
        var gold = await Promises();
        await sender.Send(Sender.Head, start, new AddPriceList(list, "Standard 2026", "KES", new(2026, 1, 1),
        [
            Price("labour", PriceKind.Labour, "Technician's hour", "hour", 2_500), Price("travel", PriceKind.Travel, "Travel", "hour", 1_200), Price("callout", PriceKind.Fee, "Callout fee", "piece", 1_500),
            .. Nairobi.Trades.SelectMany(t => t.Faults).Select(f => Price(f.PartCode, PriceKind.Part, f.Part, "piece", chance.Between(8, 240) * 100)),
        ]));
        List<Task> running = [];
        for (var i = 0; i < count; i++) running.Add(One(i, list));
        await Task.WhenAll(running);
        await Task.WhenAll(Sites.Where((_, i) => i % 5 == 0).Select(held => sender.Send(Sender.Head, start, [.. Contract(held, list, gold)])).ToList());
    }

    /// <summary>How soon work is done: for everyone, for emergencies at any hour, and for who has a contract.</summary>
    private async Task<SlaPolicyId> Promises()
    {
        var (working, always, gold) = (chance.New<CalendarId>(start), chance.New<CalendarId>(start), chance.New<SlaPolicyId>(start));
        SlaPlan Plan(string name, CalendarId calendar, int response, int arrival, int resolution, SlaPenalty? penalty = null, params string[] priorities) => new(name,
            [new(SlaKind.Response, response, calendar, []), new(SlaKind.Arrival, arrival, calendar, [PauseReason.Customer, PauseReason.Access]), new(SlaKind.Resolution, resolution, calendar, [PauseReason.Customer, PauseReason.Access, PauseReason.Parts])], penalty, priorities);
        await sender.Send(Sender.Head, start,
            new AddCalendar(working, new("Monday to Saturday", Zone, [.. Enumerable.Range(1, 6).Select(day => new OpenHours((IsoDayOfWeek)day, new(7, 30), new(17, 30)))], "KE")), new AddCalendar(always, new("Round the clock", Zone, OpenHours.Always)));
        await sender.Send(Sender.Head, start,
            new AddSlaPolicy(gold, Plan("Care", working, 30, 480, 960, new SlaPenalty(new Money(500_000, "KES"), new Money(100_000, "KES"), new Money(2_000_000, "KES")))),
            new AddSlaPolicy(chance.New<SlaPolicyId>(start), Plan("Emergency", always, 15, 180, 480, null, "emergency")),
            new AddSlaPolicy(chance.New<SlaPolicyId>(start), Plan("Standard", working, 120, 1200, 1800)));
        return gold;
    }

    private Task One(int i, PriceListId list)
    {
        var branchNo = i % branches.Count;
        var (area, trade) = (chance.Of(Nairobi.Branches[branchNo].Areas), Nairobi.Trades[i / 3 % 3]);
        var (account, contact, site, asset) = (chance.New<AccountId>(start), chance.New<ContactId>(start), chance.New<SiteId>(start), chance.New<AssetId>(start));
        var firm = $"{Nairobi.FirmBegins[i % 20]} {Nairobi.FirmEnds[i / 20]}";
        var (person, phone) = ($"{chance.Of(Nairobi.FirstNames)} {chance.Of(Nairobi.LastNames)}", $"+2547{chance.Between(30_000_000, 99_999_999)}");
        // The others are rung.
        var mail = i % 3 == 0 ? $"{person.Split(' ')[0].ToLowerInvariant()}{i}@{firm.Split(' ')[0].ToLowerInvariant()}.example" : null;
        var place = new Position(Math.Round(chance.Around(area.Latitude, 0.012), 5), Math.Round(chance.Around(area.Longitude, 0.012), 5), PositionQuality.Building);
        var (name, installed) = (chance.Of(trade.Faults).Asset, start.InZone(Zone).Date.PlusDays(-chance.Between(90, 1900)));
        IReadOnlyList<object>[] steps =
        [
            [new AddAccount(account, new(AccountKind.Company, firm, branches[branchNo], PaymentDays: chance.Of([0, 14, 30]), BillingAddress: new(area.Street, "Nairobi", Country: "KE")))],
            [new AddContact(contact, account, new(person, chance.Of(["Manager", "Owner", "Caretaker"]), [phone], mail, mail is null ? ContactChannel.Phone : ContactChannel.Email, chance.Of(["en", "sw-KE"]), Declined: Never))],
            [new AddSite(site, account, new(area.Name, branches[branchNo], Zone, new(area.Street, "Nairobi", Country: "KE"), place, chance.Of(Access), chance.Once(3) ? chance.Of(Hazards) : null, Contact: contact))],
            [new AddAsset(asset, site, new(name, chance.Of(["Polar", "Kibo", "Northwind", "Volta"]), $"{(char)('K' + i % 9)}X-{chance.Between(10, 90)}", $"{chance.Between(10, 24)}-{chance.Between(10000, 99999)}", InstalledOn: installed,
                Warranty: chance.Once(3) ? new(installed, installed.PlusYears(2)) : null)), .. chance.Once(2) ? [new AddAsset(chance.New<AssetId>(start), site, new(chance.Of(trade.Faults).Asset, "Polar", $"PX-{i}", $"{chance.Between(10, 24)}-{chance.Between(10000, 99999)}", InstalledOn: installed))] : Array.Empty<object>()],
        ];
        Sites.Add(new(branchNo, branches[branchNo], account, site, contact, asset, phone, trade, name));
        return InTurn(steps);
    }

    private async Task InTurn(IReadOnlyList<object>[] steps)
    {
        foreach (var step in steps) await sender.Send(Sender.Head, start, step);
    }

    private IEnumerable<object> Contract(DemoSite held, PriceListId list, SlaPolicyId gold)
    {
        var (id, from) = (chance.New<ContractId>(start), start.InZone(Zone).Date.PlusMonths(-chance.Between(1, 10)));
        yield return new DraftContract(id, held.Branch, held.Account, new("Care", from, from.PlusYears(1), Zone, Parts: chance.Once(2), Entitlements: [new(EntitlementKind.Visits, 12)], PriceList: list, Sla: gold));
        yield return new ActivateContract(id);
    }
}
