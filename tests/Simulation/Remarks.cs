using System.Text.Json.Nodes;

namespace Callout.Simulation;

[Event("remark.made")]
public sealed record RemarkMade(Guid Visit, int Length) : IEvent;

/// <summary>Commands of the simulation's own: one that has had three shapes, one that makes the server fail, and one that holds its transaction open.</summary>
internal sealed class Remarks(bool understandsAll) : IModule
{
    private TaskCompletionSource gate = new(), entered = new();

    public bool IsHeld { get; private set; }

    public Task Entered => entered.Task;

    public void Define(Module module)
    {
        module.Command<Remark, RemarkMade>("remarks/make", Remark.Handle, May.SignedIn);
        module.Command<Choke, RemarkMade>("remarks/choke", (_, _, _) => throw new InvalidOperationException("This cannot be carried out."), May.SignedIn);
        module.Command<Hold, RemarkMade>("remarks/hold", Keep, May.SignedIn);
        if (understandsAll) module.Upcast("remarks/make", 1, Remark.OfVersion1);
        module.Upcast("remarks/make", 2, Remark.OfVersion2);
    }

    public void Close() => (gate, entered, IsHeld) = (new(TaskCreationOptions.RunContinuationsAsynchronously), new(TaskCreationOptions.RunContinuationsAsynchronously), true);

    public void Release()
    {
        IsHeld = false;
        gate.TrySetResult();
    }

    private async Task<RemarkMade> Keep(Hold command, Session session, CancellationToken ct)
    {
        var made = session.Append(new Subject("remark", command.Visit), new RemarkMade(command.Visit, 0));
        // Its place in line is taken when it first writes.
        await session.Next("remarks", ct);
        entered.TrySetResult();
        await gate.Task;
        return made;
    }
}

public sealed record Choke(Guid Visit);

public sealed record Hold(Guid Visit);

public sealed record Remark(Guid Visit, string Text, string Tone)
{
    internal static Task<RemarkMade> Handle(Remark command, Session session, CancellationToken ct) =>
        Task.FromResult(session.Append(new Subject("remark", command.Visit), new RemarkMade(command.Visit, command.Text.Length)));

    internal static JsonObject OfVersion1(JsonObject said)
    {
        said["text"] = said["words"]!.DeepClone();
        said.Remove("words");
        return said;
    }

    internal static JsonObject OfVersion2(JsonObject said)
    {
        said["tone"] = "plain";
        return said;
    }
}
