using System.Text.Json;

namespace Callout.App.Demo;

/// <summary>Sends commands as the people of the demo do: through the one writer, with receipts, rules and events.</summary>
internal sealed class Sender(Commands commands, House house)
{
    public static readonly Principal Head = new("person:demo", [Role.SuperAdmin], Sight.Everything);

    public async Task<string?> Send(Principal by, Instant at, object command)
    {
        var receipt = await commands.Run(house.CommandOf(command.GetType()), command, new Envelope(Id.Derived(Guid.Empty, 0, $"{at} {Wire.Write(command)}"), by) { OccurredAt = at }, CancellationToken.None);
        if (receipt.Code == "organisation.already-begun") throw new UsageException("There is an organisation in this database already. Give the demo a folder of its own: --demo --data FOLDER.");
        return receipt.Problem is { } problem ? throw new InvalidOperationException($"The demo was refused at {at}: {problem.Code}, {problem.Detail} ({Wire.Write(command)})") : receipt.Shown;
    }

    public async Task<T> Ask<T>(Sessions sessions, object query)
    {
        var definition = house.Queries.Single(q => q.Query == query.GetType());
        return (T)await sessions.Read(Head, reading => definition.Handle(query, reading, CancellationToken.None));
    }

    /// <summary>In one transaction, as a desk does them in one go.</summary>
    public Task Together(Principal by, Instant at, params IReadOnlyList<object> parts) =>
        Send(by, at, new RunTogether([.. parts.Select(c => new TogetherLine(house.CommandOf(c.GetType()).Route, JsonSerializer.SerializeToElement(c, c.GetType(), Wire.Json)))]));
}
