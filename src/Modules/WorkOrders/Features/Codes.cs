namespace Callout.WorkOrders;

internal static class Codes
{
    public static async Task MustExist(CodeKind kind, string? code, Reading reading, CancellationToken ct)
    {
        if (code is null || await reading.Of<FailureCode>().AnyAsync(c => c.Kind == kind && c.Code == code, ct)) return;
        throw new Refusal("failure-code.unknown", $"There is no {House.Kebab(kind.ToString())} with this code.");
    }
}
