namespace Callout.Workforce;

public sealed record CertificateLine(CertificateId Id, ResourceId Technician, string Type, string? Number, LocalDate Issued, LocalDate Expires);

/// <param name="ExpiringBy">Only those whose last day is on or before this one: what must be renewed.</param>
public sealed record FindCertificates(BranchId? Branch, ResourceId? Technician, LocalDate? ExpiringBy, Guid? After, int? Limit)
{
    internal static Task<Page<CertificateLine>> Handle(FindCertificates query, Reading reading, CancellationToken ct)
    {
        var certificates = reading.Of<Certificate>().Where(c => !c.Withdrawn);
        if (query.Branch is { } branch) certificates = certificates.Where(c => c.Branch == branch);
        if (query.Technician is { } technician) certificates = certificates.Where(c => c.Technician == technician);
        if (query.ExpiringBy is { } day) certificates = certificates.Where(c => c.Expires <= day);
        return certificates.Page<Certificate, CertificateId, CertificateLine>(
            query.After, query.Limit, c => new CertificateLine(c.Id, c.Technician, c.Type, c.Number, c.Issued, c.Expires), ct);
    }
}
