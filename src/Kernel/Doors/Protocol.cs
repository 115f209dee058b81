using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Callout.Kernel;

/// <summary>
/// Which generations of docs/sync.md this server speaks: the present one and the two before it. A client says its own with each request for its
/// line or its feed; who says none is of the first. <c>web/src/store/protocol.ts</c> is the pages' side of it.
/// </summary>
/// <param name="Present">Counted from 1.</param>
public sealed record Protocol(int Present)
{
    public const string Header = "Callout-Protocol";

    private const int Older = 2;

    public static Protocol Ours { get; } = new(1);

    public int Least => Math.Max(1, Present - Older);

    /// <summary>How a version begins that gets an answer, as a device says it: the generation, a full stop, and which build. The next is among them, for while nodes are upgraded one after the other.</summary>
    public IReadOnlyList<string> Beginnings => [.. Enumerable.Range(Least, Present - Least + 2).Select(g => $"{g}.")];

    /// <summary>Whether a device of that version is understood; nobody knows of one that has said nothing.</summary>
    public bool Speaks(string version) => version == "" || Least == 1 || (int.TryParse(version.Split('.')[0], CultureInfo.InvariantCulture, out var g) && g >= Least);

    internal void Check(HttpContext context) => Refusal.If(
        !Speaks($"{(string?)context.Request.Headers[Header] ?? "1"}."), "client.outdated",
        "This version of the app is too old for the server. Update it; what you recorded is kept, and is sent afterwards.");
}
