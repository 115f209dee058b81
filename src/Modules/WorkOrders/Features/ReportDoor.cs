using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Callout.WorkOrders;

/// <summary>GET /api/work-orders/{id}/report.pdf: the service report, to whoever may see the order; <c>?language=</c> for another than the customer's.</summary>
internal static class ReportDoor
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/work-orders/{id:guid}/report.pdf", (Delegate)Get).WithTags("work-orders").WithSummary("the service report of an order").WithMetadata(May.Read | May.Technician.Own);

    private static async Task<IResult> Get(HttpContext context, Guid id, string? language, Sessions sessions)
    {
        var ct = context.RequestAborted;
        var principal = (May.Read | May.Technician.Own).Check(context.Principal);
        await sessions.Read(principal, reading => reading.Get<WorkOrder, WorkOrderId>(new(id), ct));
        // The paper says the same to all who may have it, whatever else each of them sees.
        var report = await sessions.Read(Principal.System, reading => ServiceReports.Of(new(id), null, language, reading, ct));
        Refusal.If(report is null, "report.not-yet", "There is no report before a visit has ended.");
        var paper = await report!.Print(ct);
        return Pdf.Answer(context, paper.Bytes, paper.Hash, report.FileName);
    }
}
