namespace Callout.WorkOrders;

/// <summary>A symptom that says which work it takes becomes an order by itself, as soon as it is known who and where.</summary>
internal static class OpenOrderOnRequestReceived
{
    public static async Task<IReadOnlyList<RequestReceived>> Concerned(IReadOnlyList<RequestReceived> received, Reading reading, CancellationToken ct)
    {
        List<ServiceRequestId> ids = [.. received.Select(r => r.Request)];
        var known = await reading.Of<ServiceRequest>().Where(r => ids.Contains(r.Id) && r.IsOpen && r.Symptom != null && r.Account != null && r.Site != null).Select(r => r.Id).ToListAsync(ct);
        return [.. received.Where(r => known.Contains(r.Request))];
    }

    public static async Task Handle(RequestReceived received, LedgerEntry cause, Session session, CancellationToken ct)
    {
        var request = await session.Load<ServiceRequest, ServiceRequestId>(received.Request, ct);
        if (!request.IsOpen || request is not { Symptom: { } symptom, Account: not null, Site: not null }) return;
        var code = await session.Of<FailureCode>().FirstOrDefaultAsync(c => c.Kind == CodeKind.Symptom && c.Code == symptom, ct);
        if (code?.Opens is not { } type) return;
        await session.Run<WorkOrderOpened>(new OpenWorkOrder(new(Id.Derived(cause.CommandId, cause.Ordinal, "order")), request.Id, type), ct);
    }
}
