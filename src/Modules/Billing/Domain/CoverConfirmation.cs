namespace Callout.Billing;

/// <summary>Says that nothing is to be paid for an order, and why: the counterpart of an invoice.</summary>
internal sealed class CoverConfirmation : Entity<CoverConfirmationId>, IInBranch
{
    public BranchId Branch { get; private init; }

    public WorkOrderId WorkOrder { get; private init; }

    public AccountId? Account { get; private init; }

    public long OrderNumber { get; private init; }

    public string Language { get; private init; } = "en";

    /// <summary>When the work ended, on the branch's calendar.</summary>
    public LocalDate? DoneOn { get; private init; }

    public string Currency { get; private init; } = "";

    public IReadOnlyList<InvoiceLine> Lines { get; private init; } = [];

    public static (CoverConfirmation, CoverConfirmed) Confirm(CoverConfirmationId id, WorkDone work, Letterhead paper, string language, IReadOnlyList<InvoiceLine> lines)
    {
        var confirmation = new CoverConfirmation
        {
            Id = id, Branch = work.Branch, WorkOrder = work.WorkOrder, Account = work.Account, Currency = paper.Currency!, Lines = lines,
            OrderNumber = work.Number, Language = language, DoneOn = work.EndedAt?.InZone(paper.Zone).Date,
        };
        return (confirmation, new CoverConfirmed(id, work.WorkOrder));
    }
}
