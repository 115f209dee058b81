namespace Callout.Workforce;

internal sealed class Certificate : Entity<CertificateId>, IInBranch
{
    public BranchId Branch { get; private set; }

    public ResourceId Technician { get; private init; }

    /// <summary>What it certifies, such as "gas installer": jobs ask for it by this name.</summary>
    public string Type { get; private init; } = "";

    public string? Number { get; private set; }

    public LocalDate Issued { get; private init; }

    public LocalDate Expires { get; private init; }

    public bool Withdrawn { get; private set; }

    public static (Certificate, CertificateRecorded) Record(CertificateId id, Technician holder, string type, string? number, LocalDate issued, LocalDate expires)
    {
        Refusal.If(type.Trim().Length is 0 or > 80, "certificate.type", "Say what it certifies, in at most 80 characters.");
        Refusal.If(expires < issued, "certificate.dates", "It would expire before it was issued.");
        var certificate = new Certificate { Id = id, Branch = holder.Branch, Technician = holder.Id, Type = type.Trim(), Number = number?.Trim(), Issued = issued, Expires = expires };
        return (certificate, new CertificateRecorded(id, holder.Id, certificate.Type, issued, expires));
    }

    public void MoveTo(BranchId branch) => Branch = branch;

    public CertificateWithdrawn Withdraw()
    {
        Refusal.If(Withdrawn, "certificate.withdrawn", "This certificate has been withdrawn already.");
        Withdrawn = true;
        return new CertificateWithdrawn(Id, Technician);
    }

    public CertificateWithdrawn Forget()
    {
        (Number, Withdrawn) = (null, true);
        return new CertificateWithdrawn(Id, Technician);
    }

    /// <summary>Null when one of these papers of that type holds on the day.</summary>
    public static Lack? Lack(string type, IReadOnlyCollection<Certificate> papers, LocalDate on)
    {
        var mine = papers.Where(p => string.Equals(p.Type, type, StringComparison.OrdinalIgnoreCase)).ToList();
        if (mine.Any(p => p.Issued <= on && on <= p.Expires)) return null;
        if (mine.Count == 0) return new Lack("certificate.missing", $"Holds no certificate for {type}.");
        return mine.Max(p => p.Expires) is var last && last < on
            ? new Lack("certificate.expired", $"The certificate for {type} expired on {last:uuuu-MM-dd}.")
            : new Lack("certificate.not-yet", $"The certificate for {type} does not hold yet on {on:uuuu-MM-dd}.");
    }
}
