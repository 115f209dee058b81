namespace Callout.WorkOrders;

/// <summary>Somebody in the office has looked at where field and plan differ.</summary>
[Refuses("deviation.settled")]
public sealed record SettleDeviation(FieldDeviationId Deviation, string Remark)
{
    internal static readonly SettleDeviation Example = new(new(new("0199f3a0-0000-7000-8000-00000000f201")), "Ben stood in for Ana");

    internal static async Task<DeviationSettled> Handle(SettleDeviation command, Session session, CancellationToken ct)
    {
        var deviation = await session.Load<FieldDeviation, FieldDeviationId>(command.Deviation, ct);
        return session.Append(deviation, deviation.Settle(session.Principal.Key, command.Remark));
    }
}
