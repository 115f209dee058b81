namespace Callout.Workforce;

[Refuses("certificate.withdrawn")]
public sealed record WithdrawCertificate(CertificateId Certificate)
{
    internal static readonly WithdrawCertificate Example = new(RecordCertificate.Example.Certificate);

    internal static async Task<CertificateWithdrawn> Handle(WithdrawCertificate command, Session session, CancellationToken ct)
    {
        var certificate = await session.Load<Certificate, CertificateId>(command.Certificate, ct);
        return session.Append(certificate, certificate.Withdraw());
    }
}
