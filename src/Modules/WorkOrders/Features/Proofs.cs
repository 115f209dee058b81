namespace Callout.WorkOrders;

/// <summary>What the work type asks for before an order counts as completed, and is not there.</summary>
internal static class Proofs
{
    /// <param name="added">A proof that this command adds.</param>
    public static async Task<IReadOnlyList<string>> Missing(WorkOrder order, IReadOnlyList<Visit> visits, Reading reading, CancellationToken ct, Entity? added = null)
    {
        if (order.WorkType is not { } type || order.Revision is not { } revision) return [];
        var template = await WorkTypes.Template(type, revision, reading, ct);
        if (template.Completion.Count == 0) return [];
        var tags = await reading.Of<Attachment>().Where(a => a.WorkOrder == order.Id).Select(a => a.Tag).Distinct().ToListAsync(ct);
        if (added is Attachment attachment) tags.Add(attachment.Tag);
        var noted = added is Note || await reading.Of<Note>().AnyAsync(n => n.WorkOrder == order.Id, ct);
        return [.. template.Completion.Select(proof => Lack(proof, order, visits, tags, noted, template)).OfType<string>()];
    }

    private static string? Lack(Proof proof, WorkOrder order, IReadOnlyList<Visit> visits, List<AttachmentTag> tags, bool noted, Template template) => proof switch
    {
        Proof.Checklist => Unanswered(visits, template) is { Count: > 0 } items ? $"the checklist ({string.Join(", ", items)})" : null,
        Proof.PhotoBefore => tags.Contains(AttachmentTag.Before) ? null : "a photo from before",
        Proof.PhotoAfter => tags.Contains(AttachmentTag.After) ? null : "a photo from after",
        Proof.Signature => visits.Any(v => v.Signature is not null) ? null : "a signature",
        Proof.SymptomCode => order.Symptom is null ? "the symptom" : null,
        Proof.CauseCode => order.Cause is null ? "the cause" : null,
        Proof.ActionCode => order.Action is null ? "what was done" : null,
        _ => noted ? null : "a note",
    };

    private static List<string> Unanswered(IReadOnlyList<Visit> visits, Template template) =>
        [.. template.Checklist.Where(i => i.Required).Select(i => i.Code).Except(visits.SelectMany(v => v.Answers).Select(a => a.Item))];
}
