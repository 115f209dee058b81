using Callout.Paper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Callout.Billing;

/// <summary>GET /api/invoices/{id}/invoice.pdf, and GET /api/billing/{order}/cover.pdf where nothing is to be paid.</summary>
internal static class InvoiceDoor
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/invoices/{id:guid}/invoice.pdf", (Delegate)GetInvoice).WithTags("billing").WithSummary("an invoice on paper").WithMetadata(May.Read);
        endpoints.MapGet("/api/billing/{order:guid}/cover.pdf", (Delegate)GetCover).WithTags("billing").WithSummary("the confirmation that work is covered").WithMetadata(May.Read);
    }

    private static Task<IResult> GetInvoice(HttpContext context, Guid id, Sessions sessions, Press press) =>
        Answer(context, sessions, press, async reading => await BillingFacts.Of(await reading.Get<Invoice, InvoiceId>(new(id), context.RequestAborted), reading, context.RequestAborted));

    private static Task<IResult> GetCover(HttpContext context, Guid order, Sessions sessions, Press press) => Answer(context, sessions, press, async reading =>
    {
        var id = new WorkOrderId(order);
        var cover = await reading.Of<CoverConfirmation>().FirstOrDefaultAsync(c => c.WorkOrder == id, context.RequestAborted) ?? throw new Missing();
        return await BillingFacts.Of(cover, reading, context.RequestAborted);
    });

    private static async Task<IResult> Answer(HttpContext context, Sessions sessions, Press press, Func<Reading, Task<BillingFacts>> ask)
    {
        var facts = await sessions.Read(May.Read.Check(context.Principal), ask);
        var paper = await press.Print(facts.Hash(), new BillingPaper(facts).Print, context.RequestAborted);
        return Pdf.Answer(context, paper.Bytes, paper.Hash, $"{facts.Called ?? $"WO-{facts.OrderNumber}"}.pdf");
    }
}
