using static Callout.WorkOrders.WorkOrderState;

namespace Callout.WorkOrders;

/// <summary>The single record of a piece of work: its request, its visits, its proof and its events are reached from here.</summary>
internal sealed partial class WorkOrder : Entity<WorkOrderId>, IInBranch
{
    public BranchId Branch { get; private init; }

    /// <summary>Gapless in its branch.</summary>
    public long Number { get; private init; }

    public ServiceRequestId? Request { get; private init; }

    /// <summary>When it was first asked for; the clocks run from here.</summary>
    public Instant AskedAt { get; private init; }

    public AccountId? Account { get; private set; }

    public SiteId? Site { get; private set; }

    public ContactId? Contact { get; private set; }

    /// <summary>For who is no contact of the account yet.</summary>
    public string? ContactName { get; private set; }

    public string? ContactPhone { get; private set; }

    public IReadOnlyList<AssetId> Assets { get; private set; } = [];

    /// <summary>The asset it is about first of all: history is kept by it.</summary>
    public AssetId? Asset { get; private set; }

    public WorkTypeId? WorkType { get; private set; }

    public int? Revision { get; private set; }

    public WorkKind? Kind { get; private set; }

    public BillingRule Billing { get; private set; }

    public bool NeedsApproval { get; private set; }

    public string Summary { get; private set; } = "";

    public string? Instructions { get; private set; }

    public IReadOnlyList<string> Safety { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Fields { get; private set; } = new Dictionary<string, string>();

    /// <summary>The fields that this kind of work cannot do without.</summary>
    public IReadOnlyList<string> FieldsNeeded { get; private set; } = [];

    public Urgency Urgency { get; private init; }

    public Priority Priority { get; private set; } = Priority.Normal;

    public string? PriorityReason { get; private set; }

    public WorkOrderState State { get; private set; }

    public Bucket Bucket { get; private set; }

    public HoldReason? HoldReason { get; private set; }

    /// <summary>Why it was held, sent back, given up or called off.</summary>
    public string? Remark { get; private set; }

    public string? ApprovedBy { get; private set; }

    public Instant? ApprovedAt { get; private set; }

    public string? Symptom { get; private set; }

    public string? Problem { get; private set; }

    public string? Cause { get; private set; }

    public string? Action { get; private set; }

    public Instant? WindowFrom { get; private set; }

    public Instant? WindowTo { get; private set; }

    public string? ExternalRef { get; private init; }

    /// <summary>What must be known before anyone can be sent.</summary>
    public IReadOnlyList<string> Unknown =>
        [.. new[] { WorkType is null ? "the work type" : null, Account is null ? "the customer" : null, Site is null ? "the site" : null, Contact is null && ContactName is null ? "a contact" : null }
            .OfType<string>().Concat(FieldsNeeded.Where(f => !Fields.ContainsKey(f)))];

    public bool IsOpen => State is Ready or Scheduled or InProgress;

    public static (WorkOrder, WorkOrderOpened) Open(WorkOrderId id, long number, ServiceRequest request)
    {
        var order = new WorkOrder
        {
            Id = id, Number = number, Branch = request.Branch, Request = request.Id, AskedAt = request.ReceivedAt, Urgency = request.Urgency, ExternalRef = request.ExternalRef,
            Account = request.Account, Site = request.Site, Contact = request.Contact, ContactName = request.CallerName, ContactPhone = request.CallerPhone,
            Assets = request.Asset is { } asset ? [asset] : [], Asset = request.Asset, Symptom = request.Symptom, Summary = request.Summary,
        };
        order.Rank();
        request.Becomes(id);
        return (order, new WorkOrderOpened(id, request.Id, number));
    }

    public WorkOrderTriaged Triage(WorkType type, Priority? priority, string? reason)
    {
        Take(WorkOrderMove.Triage);
        Refusal.If(Site is null, "work-order.site-missing", "Say where the work is to be done.");
        (WorkType, Revision, Kind, Billing, NeedsApproval) = (type.Id, type.Revision, type.Kind, type.Template.Billing, type.Template.NeedsApproval);
        (Instructions, Safety) = (Instructions ?? type.Template.Instructions, [.. Safety.Union(type.Template.Safety)]);
        FieldsNeeded = [.. type.Template.Fields.Where(f => f.Required).Select(f => f.Code)];
        Judge(type.Template.Priority, priority, reason);
        Advance(Triaged);
        return new WorkOrderTriaged(Id, type.Id, type.Revision, Priority, State);
    }

    /// <summary>What is given replaces what was known; what is left out stays.</summary>
    public WorkOrderDescribed Describe(Description told)
    {
        Refusal.If(State is Closed or WorkOrderState.Cancelled or CannotComplete, "work-order.ended", "This order has ended; nothing about it changes any more.");
        Refusal.If(told.WindowTo <= told.WindowFrom, "work-order.window", "The window that is asked for must end after it begins.");
        (Account, Site, Contact) = (told.Account ?? Account, told.Site ?? Site, told.Contact ?? Contact);
        (Assets, Asset) = (told.Assets ?? Assets, told.Assets is null ? Asset : told.Assets.Count > 0 ? told.Assets[0] : null);
        (Summary, Instructions, Safety) = (told.Summary ?? Summary, told.Instructions ?? Instructions, told.Safety ?? Safety);
        (WindowFrom, WindowTo) = (told.WindowFrom ?? WindowFrom, told.WindowTo ?? WindowTo);
        if (told.Fields is { } fields) Fields = Fields.Concat(fields).GroupBy(f => f.Key).ToDictionary(g => g.Key, g => g.Last().Value);
        if (State == Triaged) Advance(Triaged);
        return new WorkOrderDescribed(Id);
    }

    public WorkOrderApproved Approve(string by, Instant at)
    {
        Become(Take(WorkOrderMove.Approve)!.Value);
        (ApprovedBy, ApprovedAt) = (by, at);
        return new WorkOrderApproved(Id);
    }

    public WorkOrderCoded Code(string? symptom, string? problem, string? cause, string? action)
    {
        Refusal.If(State is Closed or WorkOrderState.Cancelled, "work-order.ended", "This order has ended; nothing about it changes any more.");
        (Symptom, Problem, Cause, Action) = (symptom ?? Symptom, problem ?? Problem, cause ?? Cause, action ?? Action);
        return new WorkOrderCoded(Id, Symptom, Problem, Cause, Action);
    }

    /// <summary>On to approval or to the queue as soon as enough is known; until then it waits where it is.</summary>
    private void Advance(WorkOrderState otherwise) =>
        Become(Unknown.Count > 0 ? otherwise : NeedsApproval && ApprovedAt is null ? AwaitingApproval : Ready);

    private WorkOrderState? Take(WorkOrderMove move) => WorkOrderMoves.To(State, move);

    private void Become(WorkOrderState state)
    {
        State = state;
        if (state != OnHold) HoldReason = null;
        Rank();
    }
}

internal sealed record Description(
    AccountId? Account, SiteId? Site, ContactId? Contact, IReadOnlyList<AssetId>? Assets, string? Summary, string? Instructions, IReadOnlyList<string>? Safety,
    Instant? WindowFrom, Instant? WindowTo, IReadOnlyDictionary<string, string>? Fields);
