namespace Callout.Workforce;

/// <summary>What erasing a person means for the technician they were.</summary>
internal static class ForgetTechnician
{
    public static async Task Handle(PersonId person, Session session, CancellationToken ct)
    {
        foreach (var technician in await session.LoadAll<Technician>(t => t.Person == person, ct))
        {
            session.Append(technician, technician.Forget());
            foreach (var certificate in await session.LoadAll<Certificate>(c => c.Technician == technician.Id, ct)) session.Append(certificate, certificate.Forget());
            foreach (var absence in await session.LoadAll<Absence>(a => a.Technician == technician.Id, ct)) session.Append(absence, absence.Forget());
        }
    }
}
