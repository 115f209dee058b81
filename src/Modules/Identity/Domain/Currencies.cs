namespace Callout.Identity;

internal static class Currencies
{
    public static string Check(string code)
    {
        Refusal.If(code.Length != 3 || !code.All(char.IsAsciiLetterUpper), "currency.unknown", "Give the currency by its three letters, such as KES.");
        return code;
    }
}
