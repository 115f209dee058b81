using System.Text.Json;

namespace Callout.Kernel;

/// <param name="Type">The command's route, such as <c>sites/add</c>.</param>
/// <param name="Schema">The version of its shape; the present one when it is left out.</param>
public sealed record TogetherLine(string Type, JsonElement Body, int? Schema = null);

/// <summary>Several commands in one transaction: all happen, or none.</summary>
[Refuses("together.empty", "together.too-many", "command.unknown")]
public sealed record RunTogether(IReadOnlyList<TogetherLine> Commands)
{
    private const int AtMost = 20;

    internal static readonly RunTogether Example = new([new("people/erase", JsonSerializer.SerializeToElement(ErasePerson.Example, Wire.Json))]);

    internal static async Task<RanTogether> Handle(RunTogether command, Session session, CancellationToken ct)
    {
        Refusal.If(command.Commands.Count == 0, "together.empty", "Name at least one command.");
        Refusal.If(command.Commands.Count > AtMost, "together.too-many", $"At most {AtMost} commands happen together.");
        List<object> answers = [];
        foreach (var line in command.Commands) answers.Add(await One(line, session, ct));
        return new RanTogether(answers);
    }

    private static Task<object> One(TogetherLine line, Session session, CancellationToken ct)
    {
        var upcasters = session.Service<House>().Upcasters;
        var (command, body) = upcasters.Understand(line.Type, line.Schema ?? upcasters.VersionOf(line.Type), line.Body);
        command.May.Check(session.Principal);
        return command.Handle(body, session, ct);
    }
}

/// <param name="Answers">One for each command, in order.</param>
public sealed record RanTogether(IReadOnlyList<object> Answers);
