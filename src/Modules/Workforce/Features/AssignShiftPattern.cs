namespace Callout.Workforce;

/// <param name="Pattern">Leave it out when they have no shifts from that day on.</param>
public sealed record AssignShiftPattern(ResourceId Technician, ShiftPatternId? Pattern, LocalDate From)
{
    internal static readonly AssignShiftPattern Example = new(AddTechnician.Example.Technician, AddShiftPattern.Example.Pattern, new(2026, 1, 5));

    internal static async Task<PatternAssigned> Handle(AssignShiftPattern command, Session session, CancellationToken ct)
    {
        var technician = await session.Load<Technician, ResourceId>(command.Technician, ct);
        if (command.Pattern is { } pattern) await session.Get<ShiftPattern, ShiftPatternId>(pattern, ct);
        return session.Append(technician, technician.WorkBy(command.Pattern, command.From));
    }
}
