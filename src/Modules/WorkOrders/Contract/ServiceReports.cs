using Callout.Paper;

namespace Callout.WorkOrders;

/// <summary>The paper that a customer keeps of what was done: made from what was captured, on request, the same bytes for the same facts.</summary>
public static class ServiceReports
{
    /// <param name="only">One visit and nothing of the others, for who may see no more.</param>
    /// <param name="language">The customer's when nothing is said.</param>
    /// <returns>Null while there is nothing to report.</returns>
    public static async Task<ServiceReport?> Of(WorkOrderId order, VisitId? only, string? language, Reading reading, CancellationToken ct) =>
        await ReportGathering.Of(order, only, language, reading, ct) is { } facts ? new ServiceReport(facts, reading.Service<Blobs>(), reading.Service<Press>()) : null;
}

/// <summary>A report that can be printed; that takes no database.</summary>
public sealed class ServiceReport
{
    private readonly ReportFacts facts;
    private readonly Blobs blobs;
    private readonly Press press;

    internal ServiceReport(ReportFacts facts, Blobs blobs, Press press) => (this.facts, this.blobs, this.press) = (facts, blobs, press);

    public string FileName => $"WO-{facts.Number}-{facts.Language}.pdf";

    public Task<Printed> Print(CancellationToken ct) => press.Print(facts.Hash(), new ReportPaper(facts, Content).Print, ct);

    private byte[]? Content(string hash)
    {
        using var file = blobs.Open(hash);
        if (file is null) return null;
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
