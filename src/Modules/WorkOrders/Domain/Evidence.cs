namespace Callout.WorkOrders;

internal sealed class Note : Entity<NoteId>, IInBranch
{
    public const int Longest = 10_000;

    public BranchId Branch { get; private init; }

    public WorkOrderId WorkOrder { get; private init; }

    public VisitId? Visit { get; private init; }

    public AccountId? Account { get; private init; }

    public string Text { get; private set; } = "";

    /// <summary>The customer may read it.</summary>
    public bool Shared { get; private init; }

    /// <summary>When it was written, by the clock of whoever wrote it; it may have reached us later.</summary>
    public Instant WrittenAt { get; private init; }

    public void Forget() => Text = "";

    public static (Note, NoteAdded) Add(NoteId id, WorkOrder order, VisitId? visit, string text, bool shared, Instant at)
    {
        Refusal.If(string.IsNullOrWhiteSpace(text), "note.empty", "There is nothing in this note.");
        Refusal.If(text.Length > Longest, "note.too-long", $"Keep a note under {Longest} characters.");
        return (new Note { Id = id, Branch = order.Branch, WorkOrder = order.Id, Visit = visit, Account = order.Account, Text = text.Trim(), Shared = shared, WrittenAt = at }, new NoteAdded(id, order.Id, visit));
    }
}

/// <summary>Something shown: its content lies beside the database, under its hash.</summary>
internal sealed class Attachment : Entity<AttachmentId>, IInBranch
{
    public BranchId Branch { get; private init; }

    public WorkOrderId? WorkOrder { get; private init; }

    public ServiceRequestId? Request { get; private init; }

    public VisitId? Visit { get; private init; }

    public AccountId? Account { get; private init; }

    public string Hash { get; private init; } = "";

    public string Name { get; private set; } = "";

    public string MediaType { get; private init; } = "";

    public AttachmentTag Tag { get; private init; }

    public Instant? TakenAt { get; private init; }

    public void Forget() => Name = "";

    public static (Attachment, AttachmentAdded) To(AttachmentId id, WorkOrder order, VisitId? visit, Shown shown) =>
        Add(new() { Id = id, Branch = order.Branch, WorkOrder = order.Id, Request = order.Request, Visit = visit, Account = order.Account, Hash = shown.Hash, Name = shown.Name, MediaType = shown.MediaType, Tag = shown.Tag, TakenAt = shown.TakenAt });

    public static (Attachment, AttachmentAdded) To(AttachmentId id, ServiceRequest request, Shown shown) =>
        Add(new() { Id = id, Branch = request.Branch, WorkOrder = request.WorkOrder, Request = request.Id, Account = request.Account, Hash = shown.Hash, Name = shown.Name, MediaType = shown.MediaType, Tag = shown.Tag, TakenAt = shown.TakenAt });

    private static (Attachment, AttachmentAdded) Add(Attachment attachment)
    {
        Refusal.If(!Blobs.IsHash(attachment.Hash), "attachment.hash", "An attachment is named by the hash that the upload answered with.");
        Refusal.If(!Blobs.MediaTypes.Contains(attachment.MediaType), "attachment.media-type", $"Only these may be attached: {string.Join(", ", Blobs.MediaTypes)}.");
        return (attachment, new AttachmentAdded(attachment.Id, attachment.WorkOrder, attachment.Request, attachment.Visit, attachment.Hash, attachment.Tag));
    }
}

internal sealed record Shown(string Hash, string Name, string MediaType, AttachmentTag Tag, Instant? TakenAt);
