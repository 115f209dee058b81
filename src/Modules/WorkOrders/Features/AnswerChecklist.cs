using System.Globalization;

namespace Callout.WorkOrders;

/// <summary>One step of the checklist. A number outside its limits is recorded, and marked.</summary>
[Refuses("checklist.unknown-item", "checklist.not-a-number", "checklist.not-a-choice")]
public sealed record AnswerChecklist(VisitId Visit, string Item, string Value, string? Remark = null)
{
    internal static readonly AnswerChecklist Example = new(PlanVisit.Example.Visit, "supply-temperature", "4.2");

    internal static async Task<ChecklistAnswered> Handle(AnswerChecklist command, Session session, CancellationToken ct)
    {
        var visit = await session.Load<Visit, VisitId>(command.Visit, ct);
        var order = await session.Load<WorkOrder, WorkOrderId>(visit.WorkOrder, ct);
        var item = await ItemOf(order, command, session, ct);
        var answered = session.Append(visit, visit.Answer(new ChecklistAnswer(item.Code, command.Value, InLimits(item, command.Value), session.OccurredAt, command.Remark)));
        await Course.Follow(order, session, ct);
        return answered;
    }

    private static async Task<ChecklistItem> ItemOf(WorkOrder order, AnswerChecklist command, Session session, CancellationToken ct)
    {
        var template = order is { WorkType: { } type, Revision: { } revision } ? await WorkTypes.Template(type, revision, session, ct) : null;
        return template?.Checklist.FirstOrDefault(i => i.Code == command.Item) ?? throw new Refusal("checklist.unknown-item", "This order's checklist has no such step.");
    }

    private static bool InLimits(ChecklistItem item, string value)
    {
        if (item is { Kind: AnswerKind.Choice, Choices: { } choices }) Refusal.If(!choices.Contains(value), "checklist.not-a-choice", $"Choose one of: {string.Join(", ", choices)}.");
        if (item.Kind != AnswerKind.Number) return true;
        Refusal.If(!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number), "checklist.not-a-number", "This step is answered with a number, as 4.2.");
        return number >= (item.Least ?? double.NegativeInfinity) && number <= (item.Most ?? double.PositiveInfinity);
    }
}
