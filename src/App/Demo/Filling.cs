using System.Net.Http.Json;

namespace Callout.App.Demo;

/// <summary>Fills an empty installation with an invented field service company of Nairobi: the same from the same moment.</summary>
internal sealed class Filling(WebApplication app, DemoTime time)
{
    private const string Password = "van keys on the hook";

    private readonly Sender sender = new(app.Services.GetRequiredService<Commands>(), app.Services.GetRequiredService<House>());

    private List<Login> logins = [];

    public async Task Fill(Instant now)
    {
        var (chance, sessions) = (new Chance(20), app.Services.GetRequiredService<Sessions>());
        var start = now - Duration.FromDays(15);
        time.StandAt(start);
        var people = new People(sender, chance, start);
        await people.Fill();
        var customers = new Customers(sender, chance, people.Branches, start);
        await customers.Fill();
        var kinds = new WorkKinds(sender, chance, sessions, start);
        await kinds.Fill();
        var evidence = new Evidence();
        await evidence.Draw(app.Services.GetRequiredService<Blobs>());
        await new Work(sender, chance, people, customers.Sites, kinds, evidence, now).Fill(time.StandAt);
        time.GoOn();
        logins = people.Logins;
    }

    /// <summary>Each of them sets a password by the link of the invitation, as anyone does.</summary>
    public async Task LetIn(string url)
    {
        using var http = new HttpClient { BaseAddress = new Uri(url) };
        http.DefaultRequestHeaders.Add("X-Callout", "demo");
        http.DefaultRequestHeaders.Add("Origin", url);
        foreach (var login in logins) (await http.PostAsJsonAsync("/api/password/set", new { Token = await Link(login), Password })).EnsureSuccessStatusCode();
        Console.WriteLine($"This is a demo: people and customers are invented. Sign in with the password \"{Password}\" as");
        foreach (var login in logins) Console.WriteLine($"  {login.Email,-24} {login.Who}");
    }

    private async Task<string> Link(Login login)
    {
        var answer = await sender.Send(Sender.Head, app.Services.GetRequiredService<IClock>().GetCurrentInstant(), new Identity.MakeLink(login.Person));
        return ((Identity.Invitation)Wire.Read(answer!, typeof(Identity.Invitation))).Link!.Split('/')[^1];
    }
}
