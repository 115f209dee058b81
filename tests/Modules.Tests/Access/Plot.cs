using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Callout.Billing;
using Callout.Contracts;
using Callout.Customers;
using Callout.Identity;
using Callout.Messaging;
using Callout.WorkOrders;
using Callout.Workforce;
using Given = Callout.Testing.Given;

namespace Callout.Modules.Tests.Access;

/// <summary>How far something is from who asks for it.</summary>
internal enum Distance
{
    /// <summary>In their branch; the technician's and the customer's own.</summary>
    Own,

    /// <summary>In their branch, another technician's and another customer's.</summary>
    Near,

    /// <summary>In another branch.</summary>
    Far,

    /// <summary>In their branch, and over: cancelled, retired, disabled.</summary>
    Ended,

    /// <summary>Never existed.</summary>
    Never,
}

/// <summary>
/// One of everything at one distance. Each plot is made by the same steps, so that the n-th row of a type is in the same state in all of them;
/// every text in it holds the plot's mark. Rows are kept by type and id: two types may well share an id.
/// </summary>
internal sealed class Plot(TestHouse house, Distance distance, BranchId branch)
{
    private static readonly DateTimeZone Nairobi = DateTimeZoneProviders.Tzdb["Africa/Nairobi"];
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    private readonly Dictionary<string, List<Guid>> rows = [];
    private readonly HashSet<Guid> everyones = [];
    private int planned;

    public Distance Distance => distance;

    public BranchId Branch => branch;

    /// <summary>Stands in every text of this plot.</summary>
    public string Mark { get; } = $"mark-of-{distance}".ToLowerInvariant();

    public ResourceId Technician { get; private set; }

    public AccountId Account { get; private set; }

    /// <summary>The hash of a file that was kept.</summary>
    public string Blob { get; private set; } = "";

    public IReadOnlyList<Guid> Rows(string type) => rows.GetValueOrDefault(type) ?? [];

    /// <summary>True of a type whose rows everyone signed in may see.</summary>
    public bool IsEveryones(string type) => Rows(type).Any(everyones.Contains);

    /// <summary>What nobody may be told who does not see this plot.</summary>
    public IEnumerable<string> Secrets => rows.Where(r => r.Key is not "BranchId").SelectMany(r => r.Value).Where(id => !everyones.Contains(id)).Select(id => id.ToString()).Append(Mark);

    /// <summary>Up to the work that was done; what follows from it comes with the reactions.</summary>
    public async Task Sow()
    {
        rows["BranchId"] = [branch.Value];
        await Everyones();
        await People();
        await Customer();
        await Contracts();
        await Requests();
        await Orders();
        await Rosters();
        await Messages();
    }

    public async Task Reap()
    {
        await Deviations();
        await Invoices();
        if (distance == Distance.Ended) await End();
    }

    private TId Row<TId>(string? type = null) where TId : struct, IId<TId>
    {
        var id = house.New<TId>();
        var name = type ?? typeof(TId).Name;
        (rows.TryGetValue(name, out var known) ? known : rows[name] = []).Add(id.Value);
        return id;
    }

    private TId Shared<TId>() where TId : struct, IId<TId>
    {
        var id = Row<TId>();
        everyones.Add(id.Value);
        return id;
    }

    private Task Do(object command) => house.Admin.Post(command);

    private Task ByTechnician(object command) => house.Technician(Technician).Post(command);

    // What everyone signed in may see carries no mark.
    private async Task Everyones()
    {
        await Do(new AddZone(Shared<ZoneId>(), $"Zone {distance}"));
        await Do(new AddSkill(Shared<SkillId>(), $"Skill {distance}"));
        var calendar = Shared<CalendarId>();
        await Do(AddCalendar.Example with { Calendar = calendar });
        await Do(new AddSlaPolicy(Shared<SlaPolicyId>(), AddSlaPolicy.Example.Plan with { Name = $"Gold {distance}", Targets = [.. AddSlaPolicy.Example.Plan.Targets.Select(c => c with { Calendar = calendar })] }));
        await Do(AddPriceList.Example with { PriceList = Shared<PriceListId>(), Name = $"List {distance}" });
        await Do(AddShiftPattern.Example with { Pattern = Shared<ShiftPatternId>() });
        await Do(new DefineWorkType(Shared<WorkTypeId>(), $"plain-{distance}", "Plain", WorkKind.Repair, Given.Plain));
        await Do(new DefineWorkType(Shared<WorkTypeId>(), $"approved-{distance}", "Approved first", WorkKind.Repair, Given.Plain with { NeedsApproval = true }));
        await Do(new DefineFailureCode(Shared<FailureCodeId>(), CodeKind.Cause, $"cause-{distance}", "Cause"));
        await Do(new CreateApiKey(Shared<ApiKeyId>(), $"Key {distance}", new Rights([Role.Support], Branches: [branch])));
        await Do(new DeclareHoliday(Shared<PublicHolidayId>(), "KE", new LocalDate(2027, 1, 1).PlusDays((int)distance), $"Day {distance}"));
    }

    private async Task People()
    {
        await Do(new InvitePerson(Row<PersonId>(), $"Clerk {Mark}", $"clerk-{Mark}@example.org", new Rights([Role.Support], Branches: [branch])));
        Technician = Row<ResourceId>("Technician");
        await Do(new AddTechnician(Technician, branch, $"Tech {Mark}", Workforce.Given.Profile, Employment.Employee));
        await Do(new AddTechnician(Row<ResourceId>("Technician"), branch, $"Second {Mark}", Workforce.Given.Profile, Employment.Employee));
    }

    private async Task Customer()
    {
        Account = Row<AccountId>();
        var (contact, site, asset) = (Row<ContactId>(), Row<SiteId>(), Row<AssetId>());
        await Do(new AddAccount(Account, new(AccountKind.Company, $"Customer {Mark}", branch, BillingAddress: new($"Street {Mark}", "Nairobi", Country: "KE"))));
        await Do(new AddAccount(Row<AccountId>(), new(AccountKind.Company, $"Double {Mark}", branch, BillingAddress: Address.None)));
        await Do(new AddContact(contact, Account, new($"Contact {Mark}", Email: $"contact@{Mark}.example", Channel: ContactChannel.Email)));
        await Do(new AddSite(site, Account, new($"Site {Mark}", branch, Nairobi, new($"Road {Mark}", "Nairobi", Country: "KE"), new(-1.3, 36.7, PositionQuality.Building), $"Gate {Mark}", Contact: contact)));
        await Do(new AddSite(Row<SiteId>(), Account, new($"Second site {Mark}", branch, Nairobi, new($"Lane {Mark}", "Nairobi", Country: "KE"))));
        await Do(new AddAsset(asset, site, new($"Compressor {Mark}", "Bitzer", "4FES", $"SN-{Mark}")));
        await Do(new AddAsset(Row<AssetId>(), site, new($"Part {Mark}", Parent: asset)));
        await Do(new ShowSite(site, Technician));
        // One that was merged, to be taken apart again.
        var merged = Row<AccountId>();
        await Do(new AddAccount(merged, new(AccountKind.Company, $"Merged {Mark}", branch, BillingAddress: Address.None)));
        await Do(new MergeAccounts(Account, merged));
    }

    private async Task Contracts()
    {
        foreach (var steps in new Func<ContractId, object[]>[] { _ => [], c => [new QuoteContract(c)], c => [new QuoteContract(c), new ActivateContract(c)], c => [new QuoteContract(c), new ActivateContract(c), new SuspendContract(c, Mark)] })
        {
            var contract = Row<ContractId>();
            await Do(new DraftContract(contract, branch, Account, DraftContract.Example.Terms with { Name = $"Care {Mark}" }));
            foreach (var step in steps(contract)) await Do(step);
        }
    }

    private async Task Requests()
    {
        await Request();
        var asked = await Request();
        await Do(new AskAboutRequest(asked, $"Which one? {Mark}"));
        Blob = await Keep();
        await Do(new AttachToRequest(Row<AttachmentId>(), asked, Blob, $"{Mark}.png", "image/png"));
    }

    private async Task Orders()
    {
        var (plain, approved) = (new WorkTypeId(Rows("WorkTypeId")[0]), new WorkTypeId(Rows("WorkTypeId")[1]));
        await Order(null);
        await Order(plain);
        await Order(approved);
        var held = await Order(plain);
        await Do(new HoldWorkOrder(held, HoldReason.Customer, Mark));
        await Visit(await Order(plain), _ => []);
        await Visit(await Order(plain), v => [new DispatchVisit(v)]);
        await Visit(await Order(plain), v => [new StartWork(v, true)]);
        await Visit(await Order(plain), v => [new StartWork(v, true), new CompleteVisit(v, VisitOutcome.Fixed)]);
        await Visit(await Order(plain), v => [new StartWork(v, true), new SignVisit(v, $"Signer {Mark}", null, Blob, Blob), new CompleteVisit(v, VisitOutcome.Fixed)]);
        await Visit(await Order(plain), v => [new CancelVisit(v, Mark), new StartWork(v, true)]);
        var order = new WorkOrderId(Rows("WorkOrderId")[4]);
        await Do(new AddNote(Row<NoteId>(), order, $"Note {Mark}", Shared: true));
        await Do(new AttachToWorkOrder(Row<AttachmentId>(), order, Blob, $"{Mark}.png", "image/png"));
        await Conflict(order);
        await Phone(order);
    }

    // The phone of somebody whom this branch looks after, with what it could not get carried out.
    private async Task Phone(WorkOrderId order)
    {
        var person = Row<PersonId>();
        await Do(new InvitePerson(person, $"Fitter {Mark}", $"fitter-{Mark}@example.org", new Rights([Role.Technician], Branches: [branch], Technician: Technician)));
        var (own, device) = (house.As(new Principal($"person:{person}", [Role.Technician], new Sight(Technician: Technician), person)), Row<DeviceId>());
        using var heard = await own.Http.PostAsJsonAsync("/api/device", new DeviceSays(device, $"Phone {Mark}"), Wire.Json);
        heard.EnsureSuccessStatusCode();
        var body = JsonSerializer.SerializeToElement(new CancelWorkOrder(order, Mark), Wire.Json);
        await own.Sync(new((await own.Feed()).Epoch, device, [new(Row<HeldCommandId>().Value, 1, "work-orders/cancel", body, house.Now)]));
    }

    // Two on one phone's jobs: what the second found waits for a choice.
    private async Task Conflict(WorkOrderId order)
    {
        await house.As(new Principal($"person:mate-{distance}", [Role.Technician], new Sight(Technician: Technician))).Post(new CodeWorkOrder(order, Cause: "worn"));
        var (own, body) = (house.Technician(Technician), JsonSerializer.SerializeToElement(new CodeWorkOrder(order, Cause: $"cause-{distance}"), Wire.Json));
        await own.Sync(new((await own.Feed()).Epoch, house.New<DeviceId>(), [new(Row<ConflictId>().Value, 1, "work-orders/code", body, house.Now, Entity: order.ToString(), BaseVersion: 1)]));
    }

    private async Task Deviations()
    {
        var found = await house.Admin.Get<Page<OpenDeviation>>($"deviations?branch={branch}&limit=200");
        rows["FieldDeviationId"] = [.. found.Items.Where(d => Rows("WorkOrderId").Contains(d.Order.Id.Value)).Select(d => d.Deviation.Id.Value)];
    }

    private async Task Messages()
    {
        var visit = new VisitId(Rows("VisitId")[0]);
        await Do(new DescribeWorkOrder(new(Rows("WorkOrderId")[4]), Contact: new(Rows("ContactId")[0])));
        await Do(new ShareTracking(visit));
        await Do(new SendMessage(Row<MessageId>(), visit, $"Hello {Mark}"));
    }

    private async Task Invoices()
    {
        var found = await house.Admin.Get<Page<InvoiceSummary>>($"invoices?branch={branch}&limit=200");
        var orders = Rows("WorkOrderId").ToList();
        rows["InvoiceId"] = [.. found.Items.Where(i => orders.Contains(i.WorkOrder.Value)).OrderBy(i => orders.IndexOf(i.WorkOrder.Value)).Select(i => i.Id.Value)];
        var issued = new InvoiceId(Rows("InvoiceId")[1]);
        await Do(new IssueInvoice(issued));
        await Do(new RecordPayment(Row<PaymentId>(), issued, new Money(100, "KES"), PaymentMethod.Cash, $"R-{distance}"));
    }

    private async Task Rosters()
    {
        await Do(new RecordCertificate(Row<CertificateId>(), Technician, $"Type {Mark}", new(2025, 3, 1), new(2028, 2, 29), Mark));
        var (asked, approved) = (Row<AbsenceId>(), Row<AbsenceId>());
        await Do(new RequestAbsence(asked, Technician, AbsenceKind.Leave, new(2027, 1, 4, 0, 0), new(2027, 1, 8, 0, 0), Mark));
        await Do(new RequestAbsence(approved, Technician, AbsenceKind.Leave, new(2027, 2, 1, 0, 0), new(2027, 2, 5, 0, 0), Mark));
        await Do(new ApproveAbsence(approved));
        var van = Row<ResourceId>("Vehicle");
        await Do(new AddVehicle(van, branch, $"Van {Mark}", $"K{distance}"));
        await Do(new HandVehicle(van, Technician));
        await Do(new AddTerritory(Row<TerritoryId>(), branch, $"Territory {Mark}", [], ["00800"]));
        await Do(new PlanOnCall(Row<OnCallRotaId>(), branch, $"Nights {Mark}", [Technician], new(2026, 11, 23), new(17, 0), 7, Nairobi));
        await Do(new ChangeShift(Row<ShiftChangeId>(), Technician, new(2026, 11, 24), [new(0, new(9, 0), new(13, 0), [])]));
        await Do(new AssignShiftPattern(Technician, new(Rows("ShiftPatternId")[0]), new(2026, 1, 5)));
        await Do(new GiveSkill(Technician, new(Rows("SkillId")[0]), 5));
        await ByTechnician(new KeepPositions([new(house.Now, -1.2995, 36.7821, PositionPurpose.Shift)]));
    }

    private async Task End()
    {
        foreach (var id in Rows("ServiceRequestId").Take(2)) await Do(new DeclineRequest(new(id), DeclineReason.Other));
        foreach (var id in Rows("WorkOrderId").Take(7)) await Do(new CancelWorkOrder(new(id), Mark));
        foreach (var id in Rows("FieldDeviationId")) await Do(new SettleDeviation(new(id), Mark));
        foreach (var id in Rows("ContractId").Skip(2)) await Do(new TerminateContract(new(id), Mark));
        await Do(new WaiveInvoice(new(Rows("InvoiceId")[0]), Mark));
        foreach (var id in Rows("AbsenceId")) await Do(new WithdrawAbsence(new(id)));
        await Do(new WithdrawCertificate(new(Rows("CertificateId")[0])));
        await Do(new RetireVehicle(new(Rows("Vehicle")[0])));
        await Do(new RestoreShift(new(Rows("ShiftChangeId")[0])));
        await Do(new RevokeTracking(new(Rows("VisitId")[0])));
        await Do(new HideSite(new(Rows("SiteId")[0]), Technician));
        foreach (var id in Rows("Technician")) await Do(new DeactivateTechnician(new(id)));
        foreach (var id in Rows("PersonId")) await Do(new DisablePerson(new(id)));
        await Do(new RevokeApiKey(new(Rows("ApiKeyId")[0])));
        await Do(new RetireSkill(new(Rows("SkillId")[0])));
        await Do(new RetireSlaPolicy(new(Rows("SlaPolicyId")[0])));
        foreach (var id in Rows("WorkTypeId")) await Do(new RetireWorkType(new(id)));
    }

    private async Task<ServiceRequestId> Request()
    {
        var request = Row<ServiceRequestId>();
        await Do(new ReceiveRequest(request, branch, Channel.Phone, $"Too warm {Mark}", Account, Site: new(Rows("SiteId")[0]), Asset: new(Rows("AssetId")[0]), Contact: new(Rows("ContactId")[0]), CallerName: $"Caller {Mark}"));
        return request;
    }

    private async Task<WorkOrderId> Order(WorkTypeId? type)
    {
        var order = Row<WorkOrderId>();
        await Do(new OpenWorkOrder(order, await Request(), type));
        return order;
    }

    /// <summary>Each at a time of its own, so that none is in another's way.</summary>
    private async Task Visit(WorkOrderId order, Func<VisitId, object[]> steps)
    {
        var (visit, start) = (Row<VisitId>(), Instant.FromUtc(2026, 11, 23, 6, 0) + Duration.FromHours(2 * planned++));
        await Do(new PlanVisit(visit, order, Technician, start, start + Duration.FromHours(1), Nairobi));
        foreach (var step in steps(visit)) await (step is StartWork or SignVisit or CompleteVisit ? ByTechnician(step) : Do(step));
    }

    private async Task<string> Keep()
    {
        using var content = new ByteArrayContent(Png);
        content.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        using var answer = await house.Admin.Http.PostAsync("/api/blobs", content);
        return (await answer.Content.ReadFromJsonAsync<Blob>(Wire.Json))!.Hash;
    }
}
