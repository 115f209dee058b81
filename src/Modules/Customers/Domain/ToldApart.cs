namespace Callout.Customers;

/// <summary>Somebody looked at two accounts and found two customers; the pair is not shown as duplicates again.</summary>
internal sealed class ToldApart : Entity<ToldApartId>
{
    public AccountId First { get; private init; }

    public AccountId Second { get; private init; }

    public static ToldApart Of(AccountId a, AccountId b)
    {
        Refusal.If(a == b, "account.same", "These are one and the same account.");
        var (first, second) = a.Value.CompareTo(b.Value) < 0 ? (a, b) : (b, a);
        return new() { Id = ToldApartId.From(Kernel.Id.Derived(first.Value, 0, second.ToString())), First = first, Second = second };
    }
}
