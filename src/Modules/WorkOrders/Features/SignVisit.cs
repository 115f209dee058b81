namespace Callout.WorkOrders;

/// <summary>The customer signs for what was shown to them.</summary>
/// <param name="Image">The hash of the uploaded picture of the signature.</param>
/// <param name="ShownHash">SHA-256, in hex, of the very content that was shown.</param>
[Refuses("signature.hash", "signature.nameless")]
public sealed record SignVisit(VisitId Visit, string Name, string? Role, string Image, string ShownHash)
{
    internal static readonly SignVisit Example = new(PlanVisit.Example.Visit, "Amina Yusuf", "Store manager", new('a', 64), new('b', 64));

    internal static async Task<VisitSigned> Handle(SignVisit command, Session session, CancellationToken ct)
    {
        Refusal.If(string.IsNullOrWhiteSpace(command.Name), "signature.nameless", "Write the signer's name beside the signature.");
        Refusal.If(!Blobs.IsHash(command.Image) || !Blobs.IsHash(command.ShownHash), "signature.hash", "The signature and what was shown are named by their hashes.");
        var visit = await session.Load<Visit, VisitId>(command.Visit, ct);
        var order = await session.Load<WorkOrder, WorkOrderId>(visit.WorkOrder, ct);
        var signed = session.Append(visit, visit.Sign(new Signature(command.Name, command.Role, command.Image, command.ShownHash, session.OccurredAt)));
        await Course.Follow(order, session, ct);
        return signed;
    }
}
