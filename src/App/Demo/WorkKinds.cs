using Callout.WorkOrders;

namespace Callout.App.Demo;

/// <summary>The kinds of work of each trade: the cooling trade's preset, and the same for the others with their own skill and checklist.</summary>
internal sealed class WorkKinds(Sender sender, Chance chance, Sessions sessions, Instant start)
{
    private readonly Dictionary<(string Trade, string Code), WorkTypePage> known = [];

    public WorkTypePage Repair(Trade trade) => known[(trade.Skill, "repair")];

    public WorkTypePage Emergency(Trade trade) => known[(trade.Skill, "emergency")];

    public WorkTypePage Maintenance(Trade trade) => known[(trade.Skill, "maintenance")];

    public async Task Fill()
    {
        await sender.Send(Sender.Head, start, new InstallPreset("refrigeration"));
        var lines = await sender.Ask<IReadOnlyList<WorkTypeLine>>(sessions, new FindWorkTypes(null));
        foreach (var line in lines.Where(l => l.Code is "repair" or "emergency" or "maintenance"))
        {
            var cooling = await sender.Ask<WorkTypePage>(sessions, new GetWorkType(line.Id));
            known[("Refrigeration", line.Code)] = cooling;
            await Define("Fibre", "Fibre", cooling, [new("light-level", "Light level at the socket", AnswerKind.Number, true, "dBm", -27, -8), new("speed-down", "Speed down", AnswerKind.Number, true, "Mbit/s", 10, 900), new("router-online", "Router is online", AnswerKind.Tick)]);
            await Define("Electrical", "Power", cooling, [new("insulation", "Insulation resistance", AnswerKind.Number, true, "MΩ", 1, 40), new("voltage", "Voltage under load", AnswerKind.Number, true, "V", 380, 430), new("transfer", "Transfer works", AnswerKind.Tick)]);
        }
    }

    private async Task Define(string skill, string called, WorkTypePage cooling, IReadOnlyList<ChecklistItem> checklist)
    {
        var (id, line) = (chance.New<WorkTypeId>(start), cooling.WorkType);
        var template = cooling.Template with { Skills = [new SkillNeed(skill)], Checklist = cooling.Template.Checklist.Count > 0 ? checklist : [] };
        await sender.Send(Sender.Head, start, new DefineWorkType(id, $"{skill.ToLowerInvariant()}-{line.Code}", $"{called}, {line.Name.ToLowerInvariant()}", line.Kind, template));
        known[(skill, line.Code)] = await sender.Ask<WorkTypePage>(sessions, new GetWorkType(id));
    }
}
