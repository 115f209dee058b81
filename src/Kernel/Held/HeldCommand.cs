namespace Callout.Kernel;

/// <summary>Has the id of the command.</summary>
public readonly record struct HeldCommandId(Guid Value) : IId<HeldCommandId>
{
    public static HeldCommandId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public enum HeldWhy
{
    /// <summary>The business said no to what had been recorded in the field.</summary>
    Refused,

    /// <summary>The server failed on it too often.</summary>
    Parked,

    /// <summary>It came from a device that was being emptied; nobody has said yet whether it is to be carried out.</summary>
    Quarantined,
}

public enum HeldState
{
    Waiting,
    CarriedOut,
    SetAside,
}

[Event("command.held")]
public sealed record CommandHeld(HeldCommandId Command, [property: NotPersonal] string Type, HeldWhy Why) : IEvent;

/// <param name="As">The command that it was carried out as: its own id, or a further one when that has been answered already.</param>
[Event("command.carried-out")]
public sealed record CommandCarriedOut(HeldCommandId Command, Guid As) : IEvent;

[Event("command.refused-again")]
public sealed record CommandRefusedAgain(HeldCommandId Command, [property: NotPersonal] string Code) : IEvent;

/// <summary>A person has decided that it is not to be carried out. Their reason stands in its row, which stays.</summary>
[Event("command.set-aside")]
public sealed record CommandSetAside(HeldCommandId Command) : IEvent;

/// <summary>What somebody recorded on a device and was not carried out, as it came, until a person in the office has dealt with it. Nothing of it disappears.</summary>
internal sealed class HeldCommand : Entity<HeldCommandId>
{
    private const int ReasonLength = 500;

    public HeldWhy Why { get; private init; }

    public HeldState State { get; private set; }

    public PersonId? Person { get; private init; }

    /// <summary>Those that look after the person.</summary>
    public IReadOnlyList<BranchId> Branches { get; private init; } = [];

    public DeviceId? Device { get; private init; }

    /// <summary>The command's route.</summary>
    public string Type { get; private init; } = "";

    /// <summary>In the words of the person's device, where it gave any.</summary>
    public string? Title { get; private set; }

    /// <summary>The line of the sync, as JSON.</summary>
    public string Line { get; private set; } = "";

    /// <summary>By the device's clock after correction.</summary>
    public Instant RecordedAt { get; private init; }

    public TimeQuality RecordedQuality { get; private init; }

    public string? Code { get; private set; }

    public string? Detail { get; private set; }

    /// <summary>How often it has had an answer under an id of its own.</summary>
    public int Answers { get; private set; }

    public string? SettledBy { get; private set; }

    public Instant? SettledAt { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>A desk shows its refusals to who sits there; only what came from the field may have no one left who looks. What made the server fail is for a person in any case.</summary>
    public static bool IsFor(Envelope envelope, Outcome outcome) => envelope.Line is not null && (outcome is Outcome.Parked || !May.Read.Allows(envelope.Principal));

    public static async Task Keep(Envelope envelope, Problem problem, Outcome outcome, Session session, CancellationToken ct)
    {
        var letter = await session.Locked<DeadLetter>().FirstOrDefaultAsync(l => l.CommandId == envelope.Id, ct);
        if (letter is not null) session.Drop(letter);
        var held = Of(envelope, outcome is Outcome.Parked ? HeldWhy.Parked : HeldWhy.Refused, null, await BranchesOf(envelope.Principal, session, ct));
        (held.Code, held.Detail, held.Answers) = (problem.Code, letter?.Error ?? problem.Detail, 1);
        session.Add(held, new CommandHeld(held.Id, held.Type, held.Why));
    }

    public static async Task Quarantine(Envelope envelope, string? title, Session session, CancellationToken ct)
    {
        var held = Of(envelope, HeldWhy.Quarantined, title, await BranchesOf(envelope.Principal, session, ct));
        session.Add(held, new CommandHeld(held.Id, held.Type, held.Why));
    }

    /// <summary>Under its own id as long as that has no answer, and under further ones after.</summary>
    public Guid CommandId => Answers == 0 ? Id.Value : Kernel.Id.Derived(Id.Value, Answers, "carried-out");

    public CommandCarriedOut CarryOut(Guid command, string by, Instant now)
    {
        (State, SettledBy, SettledAt) = (HeldState.CarriedOut, by, now);
        return new CommandCarriedOut(Id, command);
    }

    public CommandRefusedAgain RefuseAgain(Problem problem)
    {
        (Code, Detail, Answers) = (problem.Code, problem.Detail, Answers + 1);
        return new CommandRefusedAgain(Id, problem.Code);
    }

    public CommandSetAside SetAside(string reason, string by, Instant now)
    {
        MustWait();
        Refusal.If(string.IsNullOrWhiteSpace(reason) || reason.Length > ReasonLength, "held.reason", $"Say why it is not to be carried out, in at most {ReasonLength} characters.");
        (State, Reason, SettledBy, SettledAt) = (HeldState.SetAside, reason.Trim(), by, now);
        return new CommandSetAside(Id);
    }

    public void MustWait() => Refusal.If(State is not HeldState.Waiting, "held.settled", "Somebody has dealt with this already.");

    public void Forget() => (Line, Title, Detail, Reason) = ("", null, null, null);

    private static HeldCommand Of(Envelope envelope, HeldWhy why, string? title, IReadOnlyList<BranchId> branches) => new()
    {
        Id = HeldCommandId.From(envelope.Id), Why = why, Person = envelope.Principal.Person, Branches = branches, Device = envelope.Device, Type = envelope.Line!.Type, Title = title,
        Line = Wire.Write(envelope.Line), RecordedAt = envelope.OccurredAt ?? default, RecordedQuality = envelope.OccurredQuality,
    };

    private static Task<List<BranchId>> BranchesOf(Principal principal, Session session, CancellationToken ct) =>
        session.Of<PersonBranch>().Where(b => b.Person == principal.Person).OrderBy(b => b.Branch).Select(b => b.Branch).ToListAsync(ct);
}

internal sealed class HeldCommandMap : EntityMap<HeldCommand>
{
    protected override void Map(Mapping<HeldCommand> map)
    {
        map.SeenThrough((h, db) => db.Set<PersonBranch>().Any(b => b.Person == h.Person && db.SeesBranches.Contains(b.Branch)));
        map.NotPersonal(h => h.Type, h => h.Code, h => h.SettledBy).Personal(h => h.Title, h => h.Line, h => h.Detail, h => h.Reason).Json(h => h.Branches);
        map.Entity.HasIndex(h => new { h.State, h.Id });
        map.Entity.Ignore(h => h.CommandId);
    }
}

/// <summary>That something waits for a person, so that the office's list is never behind; what it is, the list itself says.</summary>
internal sealed record HeldCommandShape(HeldWhy Why, string Type, Instant RecordedAt);

internal static class HeldCommandDocument
{
    public static IEnumerable<Audience> Audiences(HeldCommand held) => [.. held.Branches.Select(Audience.Branch), Audience.HeadOffice];

    public static Shapes Shapes(HeldCommand held) =>
        held.State is HeldState.Waiting ? new() { Office = new HeldCommandShape(held.Why, held.Type, held.RecordedAt) } : Kernel.Shapes.None;
}
