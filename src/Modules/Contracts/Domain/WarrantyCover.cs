using Callout.Customers;

namespace Callout.Contracts;

/// <summary>What an asset's warranty pays on a day.</summary>
internal sealed record WarrantyCover(bool Labour, bool Parts, bool Travel, string Reason)
{
    /// <summary>Null when there is no warranty to speak of.</summary>
    public static WarrantyCover? On(LocalDate day, Warranty? warranty) => warranty switch
    {
        null => null,
        _ when day > warranty.Until => new(false, false, false, $"The warranty ended on {warranty.Until:uuuu-MM-dd}."),
        _ when day < warranty.From => new(false, false, false, $"The warranty begins on {warranty.From:uuuu-MM-dd}."),
        _ => new(warranty.Labour, warranty.Parts, warranty.Travel,
            $"Under warranty until {warranty.Until:uuuu-MM-dd}{(warranty.Exclusions is { } not ? $", except: {not}" : "")}."),
    };

    public string Shortfall(string what) => Labour || Parts || Travel ? $"The warranty does not include {what}." : Reason;
}
