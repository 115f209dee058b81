using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Callout.Testing;

namespace Callout.Browser.Tests;

/// <summary>From the dispatcher's click over a push service to the technician's phone and back. Chromium's own delivery hands the message to the worker; only the subscribing is ours, since Chromium's would ask its maker.</summary>
[Collection(nameof(Office))]
public sealed class PushTests(Office office)
{
    [Fact]
    public async Task A_job_rings_on_the_phone_is_accepted_and_declined_from_there_and_its_cancellation_is_told()
    {
        await using var push = await PushService.Start();
        await using var desk = await office.Enter("/queue");
        var day = await TechnicianDayTests.Plan(desk.Page);
        await using var phone = await office.Open(day.Link);
        var page = phone.Page;
        await page.Context.GrantPermissionsAsync(["notifications"]);
        await page.AddInitScriptAsync(Browser(push));
        await TechnicianDayTests.SignIn(page);
        await page.SetViewportSizeAsync(390, 844);
        await page.EvaluateAsync("() => navigator.serviceWorker.ready.then(() => true)");
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByText("Know of a new job at once")).ToBeVisibleAsync();
        await TechnicianDayTests.LookAt(phone, "phone-rings-offer");
        await page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Button, new() { Name = "More" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Turn on notifications" }).ClickAsync();
        await Assertions.Expect(page.GetByText("New jobs ring on this device")).ToBeVisibleAsync();
        await TechnicianDayTests.LookAt(phone, "phone-rings");
        await using var worker = await Worker.Of(page);

        await SendOut(desk.Page, day);
        await worker.Deliver(await Told(push, 1));
        var rings = await worker.Notification("New job, ");
        Assert.Equal(["Accept", "Decline"], rings.GetProperty("actions").EnumerateArray().Select(a => a.GetString()));
        await worker.Click("accept");
        await Becomes(desk.Page, day, "accepted");
        await worker.Notification("Accepted");

        await SendOut(desk.Page, day);
        await worker.Deliver(await Told(push, 2));
        await worker.Notification("New job, ");
        await worker.Click("decline");
        await Assertions.Expect(page.GetByText("Why can you not take it?")).ToBeVisibleAsync();

        await worker.Deliver(await Told(push, 2));
        await worker.Notification("New job, ");
        await worker.Click("accept");
        await Becomes(desk.Page, day, "accepted");
        await worker.Notification("Accepted");
        await Deeds.Post(desk.Page, "visits/cancel", new { visit = day.Visit, remark = "Customer rang off" });
        await worker.Deliver(await Told(push, 3));
        await worker.Notification("is cancelled");
        await worker.Click("");
        await Assertions.Expect(page.GetByText("Cancelled", new() { Exact = true }).First).ToBeVisibleAsync();
        Assert.Empty(phone.Faults);
    }

    private static async Task SendOut(IPage desk, TechnicianDayTests.Planned day)
    {
        var start = DateTime.UtcNow.AddHours(1);
        await Deeds.Post(desk, "visits/reschedule", new { visit = day.Visit, lead = day.Technician, start, end = start.AddHours(1), zone = "Africa/Nairobi" });
        await Deeds.Post(desk, "visits/dispatch", new { visit = day.Visit });
    }

    private static Task Becomes(IPage desk, TechnicianDayTests.Planned day, string state) => Deeds.Until(
        desk, "async ([order, state]) => (await (await fetch(`/api/work-orders/${order}`)).json()).visits[0].state === state", new[] { day.Order, state });

    private static async Task<string> Told(PushService push, int count)
    {
        for (var tries = 0; push.Told.Count < count; tries++)
        {
            Assert.True(tries < 600, "Nothing came to the push service.");
            await Task.Delay(100);
        }

        return push.Told.ElementAt(count - 1).Told.ToJsonString();
    }

    /// <summary>A browser that subscribes at our push service.</summary>
    private static string Browser(PushService push) => $$"""
        (() => {
          const told = () => ({ endpoint: '{{push.Endpoint}}', options: {}, toJSON: () => ({ endpoint: '{{push.Endpoint}}', keys: { p256dh: '{{push.Key}}', auth: '{{push.Secret}}' } }), unsubscribe: async () => { sessionStorage.removeItem('subscribed'); return true } })
          PushManager.prototype.subscribe = async () => { sessionStorage.setItem('subscribed', 'yes'); return told() }
          PushManager.prototype.getSubscription = async () => sessionStorage.getItem('subscribed') ? told() : null
        })()
        """;

    /// <summary>The worker on the phone, as the browser and a finger reach it.</summary>
    private sealed class Worker(IPage page, ICDPSession session, string registration) : IAsyncDisposable
    {
        private readonly Channel<(string What, string? Title)> seen = Channel.CreateUnbounded<(string, string?)>();

        public static async Task<Worker> Of(IPage page)
        {
            var session = await page.Context.NewCDPSessionAsync(page);
            var found = new TaskCompletionSource<string>();
            session.Event("ServiceWorker.workerRegistrationUpdated").OnEvent += (_, told) =>
            {
                foreach (var known in told!.Value.GetProperty("registrations").EnumerateArray())
                    if (known.GetProperty("scopeURL").GetString()!.EndsWith("/technician", StringComparison.Ordinal)) found.TrySetResult(known.GetProperty("registrationId").GetString()!);
            };
            await session.SendAsync("ServiceWorker.enable");
            var worker = new Worker(page, session, await found.Task.WaitAsync(TimeSpan.FromSeconds(60)));
            await worker.Watch();
            return worker;
        }

        // Asking for what is shown while a notification is on its way makes Chromium forget it, so its own word is waited for.
        private async Task Watch()
        {
            session.Event("BackgroundService.backgroundServiceEventReceived").OnEvent += (_, told) =>
            {
                var happened = told!.Value.GetProperty("backgroundServiceEvent");
                var title = happened.GetProperty("eventMetadata").EnumerateArray().Where(m => m.GetProperty("key").GetString() == "Title").Select(m => m.GetProperty("value").GetString());
                seen.Writer.TryWrite((happened.GetProperty("eventName").GetString()!, title.FirstOrDefault()));
            };
            await session.SendAsync("BackgroundService.startObserving", new() { ["service"] = "notifications" });
            await session.SendAsync("BackgroundService.setRecording", new() { ["shouldRecord"] = true, ["service"] = "notifications" });
        }

        private async Task<string?> Next(string what)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            while (true)
                if (await seen.Reader.ReadAsync(patience.Token) is var (happened, title) && happened == what) return title;
        }

        public Task Deliver(string message) => session.SendAsync("ServiceWorker.deliverPushMessage", new() { ["origin"] = new Uri(page.Url).GetLeftPart(UriPartial.Authority), ["registrationId"] = registration, ["data"] = message });

        public async Task<JsonElement> Notification(string titled)
        {
            while (!(await Next("Notification displayed"))!.Contains(titled, StringComparison.Ordinal)) { }
            return Assert.Single((await page.EvaluateAsync<JsonElement>("async () => (await (await navigator.serviceWorker.getRegistration('/technician')).getNotifications()).map(n => ({ title: n.title, actions: n.actions.map(a => a.title) }))")).EnumerateArray());
        }

        public async Task Click(string action)
        {
            var browser = await page.Context.Browser!.NewBrowserCDPSessionAsync();
            var mine = (await session.SendAsync("Target.getTargetInfo"))!.Value.GetProperty("targetInfo").GetProperty("browserContextId").GetString();
            var targets = (await browser.SendAsync("Target.getTargets"))!.Value.GetProperty("targetInfos").EnumerateArray();
            var worker = targets.First(t => t.GetProperty("type").GetString() == "service_worker" && t.GetProperty("browserContextId").GetString() == mine).GetProperty("targetId").GetString()!;
            var attached = (await browser.SendAsync("Target.attachToTarget", new() { ["targetId"] = worker, ["flatten"] = false }))!.Value.GetProperty("sessionId").GetString()!;
            var expression = $"registration.getNotifications().then(([notification]) => dispatchEvent(new NotificationEvent('notificationclick', {{ notification, action: '{action}' }})))";
            await browser.SendAsync("Target.sendMessageToTarget", new() { ["sessionId"] = attached, ["message"] = JsonSerializer.Serialize(new { id = 1, method = "Runtime.evaluate", @params = new { expression } }) });
            await Next("Notification closed");
            await browser.DetachAsync();
        }

        public async ValueTask DisposeAsync() => await session.DetachAsync();
    }
}
