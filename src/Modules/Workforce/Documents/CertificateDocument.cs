namespace Callout.Workforce;

internal sealed record CertificateShape(ResourceId Technician, string Type, string? Number, LocalDate Issued, LocalDate Expires);

internal static class CertificateDocument
{
    public static IEnumerable<Audience> Audiences(Certificate certificate) =>
        [Audience.Branch(certificate.Branch), Audience.HeadOffice, Audience.Technician(certificate.Technician)];

    public static Shapes Shapes(Certificate c)
    {
        if (c.Withdrawn) return Kernel.Shapes.None;
        var shape = new CertificateShape(c.Technician, c.Type, c.Number, c.Issued, c.Expires);
        return new() { Office = shape, Technician = shape };
    }
}
