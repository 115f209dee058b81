using System.Text.Json;
using System.Text.Json.Nodes;

namespace Callout.Kernel;

/// <param name="Epoch">The one the device knows from the feed; another is answered with 409, and nothing is applied.</param>
/// <param name="SentAt">The device's clock as it sends this, so that the server can correct the times in it.</param>
/// <param name="BootId">Names the boot that <paramref name="SentAt"/> belongs to.</param>
/// <param name="Commands">At most 100, in the order of their numbers.</param>
public sealed record SyncRequest(string Epoch, DeviceId Device, IReadOnlyList<SyncLine> Commands, Instant? SentAt = null, string? BootId = null);

/// <summary>One command as a device recorded it.</summary>
/// <param name="N">The device's own counter, from 1, without gaps.</param>
/// <param name="Schema">The version of the command's shape.</param>
/// <param name="Type">The command's route, such as <c>visits/complete</c>.</param>
/// <param name="DeviceTime">When it happened, by the device's clock.</param>
/// <param name="Entity">What it is about.</param>
/// <param name="BaseVersion">The version of it that the person saw: what another changed since may make a conflict of it.</param>
/// <param name="Epoch">In which it was recorded; left out, the request's.</param>
/// <param name="Mono">Microseconds of the device's monotonic clock.</param>
public sealed record SyncLine(
    Guid Id, long N, string Type, JsonElement Body, Instant DeviceTime, int Schema = 1,
    string? Entity = null, long? BaseVersion = null, long? Mono = null, string? BootId = null, IReadOnlyList<Guid>? DependsOn = null, string? Sig = null, string? Epoch = null);

/// <param name="Next">The number the server expects next from this device.</param>
/// <param name="Outcomes">Line by line, as far as the batch was taken; lines beyond are to be sent again.</param>
public sealed record SyncAnswer(string Epoch, long Next, Instant At, IReadOnlyList<SyncOutcome> Outcomes);

/// <param name="Outcome">applied, conflict, refused or parked are final; gap and failed are not.</param>
public sealed record SyncOutcome(Guid Id, long N, string Outcome, JsonNode? Answer = null, string? Code = null, string? Detail = null)
{
    internal static SyncOutcome Of(SyncLine line, Receipt receipt) => new(
        line.Id, line.N, receipt.Outcome.ToString().ToLowerInvariant(),
        receipt.Code is null && receipt.Answer is not null ? JsonNode.Parse(receipt.Answer) : null, receipt.Code, receipt.Code is null ? null : receipt.Answer);

    internal static SyncOutcome Of(SyncLine line, Problem problem) => new(line.Id, line.N, "refused", Code: problem.Code, Detail: problem.Detail);
}
