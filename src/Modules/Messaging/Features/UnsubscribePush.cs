namespace Callout.Messaging;

/// <summary>A technician's device rings no longer.</summary>
public sealed record UnsubscribePush(string Endpoint)
{
    internal static readonly UnsubscribePush Example = new(SubscribePush.Example.Endpoint);

    internal static async Task<PushDevices> Handle(UnsubscribePush command, Session session, CancellationToken ct)
    {
        var (id, person) = (PushSubscription.IdOf(command.Endpoint), session.Principal.Person);
        await PushSubscription.Drop(s => s.Id == id && s.Person == person, session, ct);
        return new(await session.Of<PushSubscription>().CountAsync(s => s.Person == person && s.Id != id, ct));
    }
}
