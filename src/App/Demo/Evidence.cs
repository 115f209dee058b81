using System.Globalization;
using Callout.WorkOrders;

namespace Callout.App.Demo;

/// <summary>What the technicians of the demo leave behind: photos, readings, parts, codes, a signature.</summary>
internal sealed class Evidence
{
    private readonly List<string> before = [], after = [], signatures = [];

    public async Task Draw(Blobs blobs)
    {
        for (var i = 0; i < 4; i++)
        {
            before.Add(await Keep(blobs, Pictures.Photo(i, false)));
            after.Add(await Keep(blobs, Pictures.Photo(i, true)));
            signatures.Add(await Keep(blobs, Pictures.Signature(i)));
        }
    }

    public object Before(Chance chance, WorkOrderId order, VisitId visit, Instant at) =>
        new AttachToWorkOrder(chance.New<AttachmentId>(at), order, chance.Of(before), "before.png", "image/png", AttachmentTag.Before, visit, at);

    public IEnumerable<object> After(Chance chance, WorkOrderId order, VisitId visit, Fault fault, IReadOnlyList<ChecklistItem> checklist, Instant at, bool withPart)
    {
        yield return new AttachToWorkOrder(chance.New<AttachmentId>(at), order, chance.Of(after), "after.png", "image/png", AttachmentTag.After, visit, at);
        yield return new CodeWorkOrder(order, null, "mechanical", chance.Of(["worn", "damaged", "installed-wrong"]), chance.Of(["replaced", "repaired", "adjusted"]));
        yield return new AddNote(chance.New<NoteId>(at), order, fault.Found, visit, true);
        foreach (var item in checklist) yield return new AnswerChecklist(visit, item.Code, Value(chance, item));
        if (withPart) yield return new UsePart(visit, chance.New<NoteId>(at).Value, fault.PartCode, fault.Part, 1, "piece");
        yield return new SignVisit(visit, $"{chance.Of(Nairobi.FirstNames)} {chance.Of(Nairobi.LastNames)}", "Manager", chance.Of(signatures), Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(order.Value.ToByteArray())));
    }

    private static string Value(Chance chance, ChecklistItem item) => item.Kind switch
    {
        AnswerKind.Number => Math.Round(chance.Around(((item.Least ?? 0) + (item.Most ?? 40)) / 2, ((item.Most ?? 40) - (item.Least ?? 0)) * 0.55), 1).ToString(CultureInfo.InvariantCulture),
        AnswerKind.Choice => item.Choices![0],
        AnswerKind.Text => "In order",
        _ => "true",
    };

    private static async Task<string> Keep(Blobs blobs, byte[] picture) => (await blobs.Keep(new MemoryStream(picture), "image/png", CancellationToken.None)).Hash;
}
