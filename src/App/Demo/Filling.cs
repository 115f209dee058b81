using System.Net.Http.Json;

namespace Callout.App.Demo;

/// <summary>Fills an empty installation with an invented field service company of Nairobi: the same from the same moment. Broken off, it goes on where it was.</summary>
internal sealed class Filling(WebApplication app, DemoTime time, DemoSize size)
{
    private const string Password = "van keys on the hook";

    // Requests for the first days' work come in before them.
    private static readonly Duration Before = Duration.FromDays(17);

    private readonly Installation installation = app.Services.GetRequiredService<Installation>();
    private readonly Writer writer = app.Services.GetRequiredService<Writer>();
    private readonly Sender sender = new(app.Services.GetRequiredService<Commands>(), app.Services.GetRequiredService<House>());

    /// <returns>What is left to do once the doors are open; null when it was filled before.</returns>
    public async Task<People?> Fill(Instant now)
    {
        if (installation is { Demo: not null, DemoIsUnfinished: false }) return null;
        if (installation.Demo is null && await HasOrganisation()) throw new UsageException("There is an organisation in this database already. Give the demo a folder of its own: --demo --data FOLDER.");
        if (installation.DemoIsUnfinished) Console.WriteLine("The demo was not filled to its end; it goes on where it was.");
        now = await installation.BeginDemo(now, CancellationToken.None);
        await writer.Hurry(true, CancellationToken.None);
        var people = await Fill(now, new Chance(20));
        await writer.Hurry(false, CancellationToken.None);
        time.GoOn();
        return people;
    }

    /// <summary>Each of them sets a password by the link of the invitation, as anyone does.</summary>
    public async Task LetIn(People people, string url)
    {
        using var http = new HttpClient { BaseAddress = new Uri(url) };
        http.DefaultRequestHeaders.Add("X-Callout", "demo");
        http.DefaultRequestHeaders.Add("Origin", url);
        await Task.WhenAll(People.Logins.Select(async login => (await http.PostAsJsonAsync("/api/password/set", new { Token = await Link(people.Of(login)), Password })).EnsureSuccessStatusCode()));
        await installation.EndDemo(CancellationToken.None);
    }

    public static void Introduce()
    {
        Console.WriteLine($"This is a demo: people and customers are invented, and nothing is sent to anyone. Sign in with the password \"{Password}\" as");
        foreach (var login in People.Logins) Console.WriteLine($"  {login.Email,-24} {login.Who}");
    }

    private async Task<People> Fill(Instant now, Chance chance)
    {
        var (start, sessions) = (now - Before, app.Services.GetRequiredService<Sessions>());
        time.StandAt(start);
        var people = new People(sender, chance, start, now.InZone(DateTimeZoneProviders.Tzdb["Africa/Nairobi"]).Date);
        await people.Fill();
        var customers = new Customers(sender, chance, people.Branches, size.Customers, start);
        await customers.Fill();
        await people.InviteCustomer(customers.Sites[0].Account);
        var kinds = new WorkKinds(sender, chance, sessions, start);
        await kinds.Fill();
        var evidence = new Evidence();
        await evidence.Draw(app.Services.GetRequiredService<Blobs>());
        var timeline = new Timeline(sender, time, app.Services.GetRequiredService<IStorage>(), app.Services.GetRequiredService<Nudge>(), [.. app.Services.GetServices<Worker>()]);
        new Work(timeline, chance, people, customers.Sites, kinds, evidence, size, now).Plan();
        await timeline.Live(now);
        await timeline.Show();
        return people;
    }

    private async Task<bool> HasOrganisation() => (await sender.Ask<Identity.SessionPage>(app.Services.GetRequiredService<Sessions>(), new Identity.WhoAmI())).Organisation is not null;

    private async Task<string> Link(PersonId person)
    {
        var answer = await sender.Send(Sender.Head, app.Services.GetRequiredService<IClock>().GetCurrentInstant(), new Identity.MakeLink(person));
        return ((Identity.Invitation)Wire.Read(answer!, typeof(Identity.Invitation))).Link!.Split('/')[^1];
    }
}
