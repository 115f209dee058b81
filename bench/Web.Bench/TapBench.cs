using System.Text.Json;
using Callout.Customers;
using Callout.Workforce;
using Callout.WorkOrders;

namespace Callout.Web.Bench;

/// <summary>One tap on a phone, until it shows on the dispatcher's board and on the customer's page, with everybody else's work about.</summary>
internal static class TapBench
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Africa/Nairobi"];

    // The first by name, so that the board draws the row.
    private const string Name = "Abdi Hassan";

    public static async Task Run(Desk desk, Filled filled, Report report)
    {
        var (link, email, visit, path) = await Plan(filled);
        var board = await desk.Open();
        await board.GotoAsync("/board");
        await board.Locator($"[data-visit=\"{visit}\"]").WaitForAsync();
        var customer = await desk.Open(signedIn: false, width: 390, height: 844);
        await customer.GotoAsync(path);
        var phone = await desk.Open(signedIn: false, width: 390, height: 844);
        await Desk.Enter(phone, link, email);
        await phone.GetByRole(AriaRole.Button, new() { Name = "Accept" }).First.ClickAsync();
        var start = phone.GetByRole(AriaRole.Button, new() { Name = "Start travel" }).First;
        await start.WaitForAsync();
        await Task.Delay(2000);

        await board.EvaluateAsync(Desk.WhenShown, $"[data-visit=\"{visit}\"][data-tone=travelling]");
        await customer.EvaluateAsync(Desk.WhenShown, ".s-travelling");
        await phone.EvaluateAsync("() => addEventListener('pointerdown', () => { window.tapped ??= performance.timeOrigin + performance.now() }, true)");
        await start.ClickAsync();
        var tapped = await phone.EvaluateAsync<double>("() => window.tapped");
        report.Add("from the technician's tap to the dispatcher's board", (await board.EvaluateAsync<double>("() => window.shown") - tapped) / 1000, "s", 2.0);
        report.Add("from the technician's tap to the customer's page", (await customer.EvaluateAsync<double>("() => window.shown") - tapped) / 1000, "s", 2.0);
        foreach (var page in new[] { phone, customer, board }) await page.Context.CloseAsync();
    }

    /// <summary>A technician who can sign in, with a visit of today.</summary>
    private static async Task<(string Link, string Email, VisitId Visit, string Tracking)> Plan(Filled filled)
    {
        using var http = Desk.Client(filled.Server);
        var (technician, person, visit, order, request, type, account, site) =
            (new ResourceId(New()), New(), new VisitId(New()), new WorkOrderId(New()), new ServiceRequestId(New()), new WorkTypeId(New()), new AccountId(New()), new SiteId(New()));
        var email = "abdi@measured.example";
        var invited = await Send("people/invite", new { person, name = Name, email, rights = new { roles = new[] { "technician" }, branches = new[] { filled.Branch }, technician } });
        await Send("technicians/add", new { technician, branch = filled.Branch, name = Name, employment = "employee", profile = new { zone = Zone.Id }, person });
        await Send("work-types/define", new DefineWorkType(type, "tapped", "Tapped work", WorkKind.Repair, Given.Plain));
        await Send("accounts/add", new { account, details = new { kind = "company", name = "Jikoni Bakery", branch = filled.Branch } });
        await Send("sites/add", new { site, account, details = new { name = "Bakery", branch = filled.Branch, zone = Zone.Id, address = new { town = "Nairobi" } } });
        await Send("requests/receive", new { request, branch = filled.Branch, channel = "phone", summary = "Cold room at 11 degrees", account, site, callerName = "Rehema Njoroge" });
        await Send("work-orders/open", new OpenWorkOrder(order, request, type));
        var start = SystemClock.Instance.GetCurrentInstant() + Duration.FromMinutes(20);
        await Send("visits/plan", new PlanVisit(visit, order, technician, start, start + Duration.FromMinutes(60), Zone, 15));
        await Send("visits/dispatch", new { visit });
        var tracking = (await Send("tracking/share", new { visit })).GetProperty("url").GetString()!;
        return (invited.GetProperty("link").GetString()!, email, visit, new Uri(tracking).AbsolutePath);

        async Task<JsonElement> Send(string route, object body) => JsonDocument.Parse(await Desk.Send(http, route, body, filled.Key)).RootElement;
    }

    private static Guid New() => Guid.CreateVersion7();
}
