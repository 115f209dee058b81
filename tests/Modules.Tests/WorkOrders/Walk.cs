using Callout.WorkOrders;

namespace Callout.Modules.Tests.WorkOrders;

/// <summary>An order and its visits without a house around them, for walks that no hand would write.</summary>
internal sealed class Walk
{
    public static readonly Instant Noon = Instant.FromUtc(2026, 11, 23, 9, 0);

    private readonly WorkType type;
    private readonly ResourceId ana = new(Guid.NewGuid());

    public Walk(bool needsApproval)
    {
        (type, _) = WorkType.Define(new(Guid.NewGuid()), "repair", "Repair", WorkKind.Repair, Given.Plain with { NeedsApproval = needsApproval });
        var told = new Told(new(Guid.NewGuid()), Channel.Phone, Urgency.Normal, "Cold room", null, [], new(Guid.NewGuid()), new(Guid.NewGuid()), null, null, "Amina", null, null, null, null);
        var (request, _) = ServiceRequest.Receive(new(Guid.NewGuid()), 1, told, Noon);
        (Order, _) = WorkOrder.Open(new(Guid.NewGuid()), 1, request);
    }

    public WorkOrder Order { get; }

    public List<Visit> Visits { get; } = [];

    public void Do(WorkOrderMove move)
    {
        switch (move)
        {
            case WorkOrderMove.Triage: Order.Triage(type, null, null); break;
            case WorkOrderMove.Approve: Order.Approve("person:1", Noon); break;
            case WorkOrderMove.Reject: Order.Reject("no"); break;
            case WorkOrderMove.Plan: Order.CanBePlanned(); AddVisit(); break;
            case WorkOrderMove.Hold: Order.Hold(HoldReason.Customer, null, Noon); break;
            case WorkOrderMove.Release: Order.Release(Visits, false, Noon); break;
            case WorkOrderMove.GiveUp: Order.GiveUp("no part"); break;
            case WorkOrderMove.Close: Order.Close(BillingRule.Billable, []); break;
            case WorkOrderMove.SendBack: SendBack(); break;
            default: Order.Cancel("no longer wanted"); break;
        }

        // Every other plan is carried out at once, so that walks reach the end of an order too.
        if (move == WorkOrderMove.Plan && Visits.Count % 2 == 0)
            foreach (var visit in Visits.Where(v => v.IsOpen)) visit.Complete(By(ana), VisitOutcome.Fixed);
        Order.Follow(Visits, false, Noon);
    }

    /// <summary>Something a person presses; what is not legal is refused and changes nothing.</summary>
    public IEvent? Tap(byte tap)
    {
        if (Visits.Count == 0 || tap % 16 == 0) AddVisit();
        var visit = Visits[tap % Visits.Count];
        try
        {
            return Press(visit, tap / 8 % 16, By(tap % 3 == 0 ? new ResourceId(Guid.NewGuid()) : ana));
        }
        catch (Refusal)
        {
            return null;
        }
    }

    private IEvent Press(Visit visit, int button, Tap tap) => button switch
    {
        0 => visit.Dispatch(),
        1 => visit.Accept(tap),
        2 => visit.Decline(tap, null),
        3 => visit.Travel(tap),
        4 => visit.Arrive(tap),
        5 => visit.Work(tap, true),
        6 => visit.Pause(tap, PauseReason.Parts),
        7 => visit.Complete(tap, VisitOutcome.Fixed),
        8 => visit.Complete(tap, VisitOutcome.FollowUpNeeded),
        9 => visit.ReportIncomplete(tap, IncompleteReason.PartMissing, null),
        10 => visit.ReportNoAccess(tap, NoAccessReason.CustomerAbsent, null),
        11 => visit.Cancel(null),
        12 => visit.Unschedule(),
        13 => visit.Expire(),
        _ => visit.Reschedule(Booking()),
    };

    private void AddVisit() => Visits.Add(Visit.Plan(new(Guid.NewGuid()), Order, Visits.Count + 1, Booking()).Item1);

    private void SendBack()
    {
        var (visit, _) = Visit.Want(new(Guid.NewGuid()), Order, Visits.Count + 1);
        Order.SendBack(visit, "again", Noon);
        Visits.Add(visit);
    }

    private Booking Booking() => new(ana, [], Noon, Noon + Duration.FromHours(1), 0, new LocalDate(2026, 11, 23));

    private Tap By(ResourceId who) => new(who, "person:1", Noon, Noon, Guid.NewGuid(), Order.IsOpen);
}
