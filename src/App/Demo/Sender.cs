using System.Text.Json;

namespace Callout.App.Demo;

/// <summary>Sends commands as the people of the demo do: through the one writer, with receipts, rules and events. Sent again, they get their first answer.</summary>
internal sealed class Sender(Commands commands, House house)
{
    public static readonly Principal Head = new("person:demo", [Role.SuperAdmin], Sight.Everything);

    /// <summary>Several in one transaction, as a desk does them in one go.</summary>
    public async Task<string?> Send(Principal by, Instant at, params IReadOnlyList<object> together)
    {
        var command = together is [var only] ? only : new RunTogether([.. together.Select(Line)]);
        var receipt = await commands.Run(house.CommandOf(command.GetType()), command, new Envelope(Id.Derived(Guid.Empty, 0, $"{at} {Wire.Write(command)}"), by) { OccurredAt = at }, CancellationToken.None);
        return receipt.Problem is { } problem ? throw new InvalidOperationException($"The demo was refused at {at}: {problem.Code}, {problem.Detail} ({Wire.Write(command)})") : receipt.Shown;
    }

    public async Task<T> Ask<T>(Sessions sessions, object query)
    {
        var definition = house.Queries.Single(q => q.Query == query.GetType());
        return (T)await sessions.Read(Head, reading => definition.Handle(query, reading, CancellationToken.None));
    }

    private TogetherLine Line(object command) => new(house.CommandOf(command.GetType()).Route, JsonSerializer.SerializeToElement(command, command.GetType(), Wire.Json));
}
