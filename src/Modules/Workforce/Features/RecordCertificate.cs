namespace Callout.Workforce;

[Refuses("certificate.type", "certificate.dates")]
public sealed record RecordCertificate(CertificateId Certificate, ResourceId Technician, string Type, LocalDate Issued, LocalDate Expires, string? Number = null)
{
    internal static readonly RecordCertificate Example = new(
        new(new("0199f3a0-0000-7000-8000-00000000e201")), AddTechnician.Example.Technician, "Refrigerant handling", new(2025, 3, 1), new(2028, 2, 29), "RH-2025-0417");

    internal static async Task<CertificateRecorded> Handle(RecordCertificate command, Session session, CancellationToken ct)
    {
        var holder = await session.Get<Technician, ResourceId>(command.Technician, ct);
        var (certificate, recorded) = Workforce.Certificate.Record(command.Certificate, holder, command.Type, command.Number, command.Issued, command.Expires);
        return session.Add(certificate, recorded);
    }
}
