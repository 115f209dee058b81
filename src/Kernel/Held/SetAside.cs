namespace Callout.Kernel;

/// <summary>Decides that what was recorded is not to be carried out. It stays on record, with the reason.</summary>
[Refuses("held.settled", "held.reason")]
public sealed record SetAside(HeldCommandId Command, string Reason)
{
    internal static readonly SetAside Example = new(HeldCommandId.From(new("0199f3a0-0000-7000-8000-00000000c0f2")), "Ana has recorded it again since.");

    internal static async Task<CommandSetAside> Handle(SetAside command, Session session, CancellationToken ct)
    {
        var held = await session.Load<HeldCommand, HeldCommandId>(command.Command, ct);
        return session.Append(held, held.SetAside(command.Reason, session.Principal.Key, session.Now));
    }
}
