namespace Callout.Workforce;

/// <summary>Who is rung outside working hours, in turns. Planned again under the same id, it replaces what was planned.</summary>
/// <param name="Handover">At what time of day one turn ends and the next begins.</param>
[Refuses("on-call.name", "on-call.nobody", "on-call.turn", "on-call.elsewhere")]
public sealed record PlanOnCall(
    OnCallRotaId Rota, BranchId Branch, string Name, IReadOnlyList<ResourceId> Turns, LocalDate Starts, LocalTime Handover, int TurnDays, DateTimeZone Zone)
{
    internal static readonly PlanOnCall Example = new(
        new(new("0199f3a0-0000-7000-8000-00000000e501")), AddTechnician.Example.Branch, "Nights and weekends", [AddTechnician.Example.Technician],
        new(2026, 11, 23), new(17, 0), 7, DateTimeZoneProviders.Tzdb["Africa/Nairobi"]);

    internal static async Task<OnCallPlanned> Handle(PlanOnCall command, Session session, CancellationToken ct)
    {
        List<ResourceId> asked = [.. command.Turns.Distinct()];
        var here = await session.Of<Technician>().CountAsync(t => asked.Contains(t.Id) && t.Branch == command.Branch && t.Active, ct);
        Refusal.If(here != asked.Count, "on-call.elsewhere", "Everyone on the rota must be an active technician of the branch.");
        var known = await session.LoadAll<OnCallRota>(r => r.Id == command.Rota && r.Branch == command.Branch, ct);
        var rota = known.FirstOrDefault() ?? OnCallRota.For(command.Branch, command.Rota);
        var planned = rota.Plan(command.Name, command.Turns, command.Starts, command.Handover, command.TurnDays, command.Zone);
        return known.Count > 0 ? session.Append(rota, planned) : session.Add(rota, planned);
    }
}
