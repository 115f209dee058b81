namespace Callout.Workforce;

/// <param name="Expires">The last day on which it holds, on the technician's calendar.</param>
[Event("certificate.recorded")]
public sealed record CertificateRecorded(CertificateId Certificate, ResourceId Technician, [property: NotPersonal] string Type, LocalDate Issued, LocalDate Expires) : IEvent;

/// <summary>It holds no longer, whatever its date says.</summary>
[Event("certificate.withdrawn")]
public sealed record CertificateWithdrawn(CertificateId Certificate, ResourceId Technician) : IEvent;
