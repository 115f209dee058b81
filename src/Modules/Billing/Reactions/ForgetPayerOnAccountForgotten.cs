namespace Callout.Billing;

/// <summary>Who paid is not named any more; what was paid stays in the books.</summary>
internal static class ForgetPayerOnAccountForgotten
{
    public static async Task Handle(AccountForgotten forgotten, Session session, CancellationToken ct)
    {
        foreach (var invoice in await session.LoadAll<Invoice>(i => i.Account == forgotten.Account && i.PayerName != null, ct)) session.Append(invoice, invoice.Forget());
    }
}
