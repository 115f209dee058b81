namespace Callout.Optimizer;

/// <summary>Why a job is where it is, or nowhere.</summary>
/// <param name="Text">The same in words.</param>
/// <param name="Objections">Of a job left out: for each technician, the rule of the shift that came nearest to having a place.</param>
/// <param name="Relaxations">Of a job left out: the smallest change of each kind that lets it in, tried by inserting it without moving other work.</param>
/// <param name="Next">Of a served job: the cheapest way to have somebody else do it, with other work left in its order.</param>
/// <param name="Extra">By how much each measure would then change.</param>
public sealed record Explanation(int Job, bool Served, string Text, IReadOnlyList<Objection> Objections, IReadOnlyList<Relaxation> Relaxations, Offer? Next = null, Measures? Extra = null);

public readonly record struct Objection(int Technician, Rule Rule, string Text);

/// <summary>A change that lets a job in.</summary>
/// <param name="Text">The change and what follows from it, in words.</param>
public abstract record Relaxation(int Job, string Text)
{
    /// <summary>The problem with the change made, to which the plan in force still belongs.</summary>
    public abstract Problem Apply(Problem problem);

    /// <summary>The plan in force, less what the change takes out of it.</summary>
    public virtual Plan Apply(Plan plan) => plan;
}

/// <summary>A shift may last that many minutes longer.</summary>
public sealed record MoreOvertime(int Job, int Technician, int Shift, int Minutes, string Text) : Relaxation(Job, Text)
{
    public override Problem Apply(Problem problem) => problem.With(Technician, t => t with
    {
        Shifts = [.. t.Shifts.Select((s, i) => i == Shift ? s with { OvertimeLimit = s.OvertimeLimit + Minutes * 60 } : s)],
    });
}

/// <summary>Work may start that many minutes before its windows and its promise, or after them.</summary>
public sealed record WiderWindow(int Job, int MinutesEarlier, int MinutesLater, string Text) : Relaxation(Job, Text)
{
    public override Problem Apply(Problem problem) => problem.With(Job, Widened);

    internal Job Widened(Job job) => job with
    {
        Windows = [.. job.Windows.Select(w => w with { From = Earlier(w.From), To = w.To + MinutesLater * 60 })],
        Promise = job.Promise is { } p ? p with { From = Earlier(p.From), To = p.To + MinutesLater * 60 } : null,
    };

    private int Earlier(int time) => Math.Max(0, time - MinutesEarlier * 60);
}

/// <summary>A technician gets the skills and certificates that the job asks for.</summary>
public sealed record Qualified(int Job, int Technician, IReadOnlyList<Skill> Skills, IReadOnlyList<Certificate> Certificates, string Text) : Relaxation(Job, Text)
{
    public override Problem Apply(Problem problem) => problem.With(Technician, t => t with { Skills = [.. t.Skills, .. Skills], Certificates = [.. t.Certificates, .. Certificates] });
}

/// <summary>Parts and tools are put on a technician's van.</summary>
public sealed record Equipped(int Job, int Technician, IReadOnlyList<PartQuantity> Parts, IReadOnlyList<int> Tools, string Text) : Relaxation(Job, Text)
{
    public override Problem Apply(Problem problem) => problem.With(Technician, t => t with
    {
        Tools = [.. t.Tools, .. Tools],
        Stock = [.. t.Stock.Concat(Parts).GroupBy(p => p.Part).Select(g => new PartQuantity(g.Key, g.Sum(p => p.Quantity)))],
    });
}

/// <summary>Another job is left out instead.</summary>
public sealed record DropAnother(int Job, int Dropped, string Text) : Relaxation(Job, Text)
{
    public override Problem Apply(Problem problem) => problem;

    public override Plan Apply(Plan plan) => plan with
    {
        Routes = [.. plan.Routes.Select(r => r with { Stops = [.. r.Stops.Where(s => s.Kind != StopKind.Work || s.Index != Dropped)] })],
        Unassigned = [.. plan.Unassigned, new Unassigned(Dropped, Rule.None)],
    };
}
