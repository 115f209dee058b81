namespace Callout.Customers;

/// <summary>What is compared when two accounts may be one customer.</summary>
internal sealed record Particulars(
    AccountId Account, string Name, IReadOnlyList<string> NameWords, IReadOnlyList<string> AddressWords, string? PostalCode, string? RegistrationNumber,
    IReadOnlySet<string> Phones, IReadOnlySet<string> Emails);

/// <summary>
/// Weighs what speaks for and against two accounts being one customer. Agreement counts for more the less likely it is by chance;
/// what contradicts counts against; what is missing counts for nothing.
/// </summary>
internal sealed record Likeness(int Points, IReadOnlyList<LikenessReason> Reasons)
{
    /// <summary>From here on a person should look. Two strangers of the same name and town stay below it.</summary>
    public const int Likely = 45;

    public static Likeness Of(Particulars a, Particulars b)
    {
        (LikenessReason Reason, double Points)[] evidence =
        [
            (LikenessReason.Name, Texts(a.NameWords, b.NameWords, 40, 0.4, -20)),
            (LikenessReason.Address, Texts(a.AddressWords, b.AddressWords, 50, 0.3, -15)),
            (LikenessReason.PostalCode, a.PostalCode is not null && a.PostalCode == b.PostalCode ? 10 : 0),
            (LikenessReason.Phone, a.Phones.Overlaps(b.Phones) ? 35 : 0),
            (LikenessReason.Email, a.Emails.Overlaps(b.Emails) ? 35 : 0),
            Registration(a.RegistrationNumber, b.RegistrationNumber),
        ];
        return new Likeness((int)Math.Round(evidence.Sum(e => e.Points)), [.. evidence.Where(e => e.Points > 0).OrderByDescending(e => e.Points).Select(e => e.Reason)]);
    }

    private static double Texts(IReadOnlyList<string> a, IReadOnlyList<string> b, int most, double least, int against)
    {
        if (a.Count == 0 || b.Count == 0) return 0;
        var common = Similarity.Common(a, b);
        return common >= least ? (most * common) - 10 : against;
    }

    private static (LikenessReason, double) Registration(string? a, string? b) => (a, b) switch
    {
        (null, _) or (_, null) => (LikenessReason.RegistrationNumber, 0),
        _ when a == b => (LikenessReason.RegistrationNumber, 60),
        _ when Math.Min(a.Length, b.Length) >= 6 && Similarity.OneSlip(a, b) => (LikenessReason.RegistrationNumberMistyped, 35),
        _ => (LikenessReason.RegistrationNumber, -10),
    };
}
