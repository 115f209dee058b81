namespace Callout.Workforce;

/// <summary>A person who is sent to work, employed or contracted.</summary>
internal sealed class Technician : Entity<ResourceId>, IInBranch
{
    public const int LongestName = 120;

    public BranchId Branch { get; private set; }

    /// <summary>Who signs in as this technician.</summary>
    public PersonId? Person { get; private init; }

    public Employment Employment { get; private init; }

    public string Name { get; private set; } = "";

    /// <summary>The name's words, as <see cref="Text"/> makes them plain: searched alike in both databases.</summary>
    public string SearchKey { get; private set; } = "";

    public TechnicianProfile Profile { get; private set; } = null!;

    public IReadOnlyList<SkillHeld> Skills { get; private set; } = [];

    public IReadOnlyList<PatternSpan> Patterns { get; private set; } = [];

    public bool Active { get; private set; } = true;

    /// <summary>Which edition of the calendar's address is valid.</summary>
    public int Calendar { get; private set; } = 1;

    public DateTimeZone Zone => Profile.Zone;

    public static (Technician, TechnicianAdded) Add(ResourceId id, BranchId branch, PersonId? person, Employment employment, string name, TechnicianProfile profile)
    {
        var technician = new Technician { Id = id, Branch = branch, Person = person, Employment = employment };
        technician.Describe(name, profile);
        return (technician, new TechnicianAdded(id, branch, employment));
    }

    public TechnicianChanged Change(string name, TechnicianProfile profile)
    {
        Describe(name, profile);
        return new TechnicianChanged(Id);
    }

    public TechnicianMoved MoveTo(BranchId branch)
    {
        Refusal.If(Branch == branch, "technician.there-already", "This technician works in that branch already.");
        var moved = new TechnicianMoved(Id, Branch, branch);
        (Branch, Profile) = (branch, Profile with { Territories = [] });
        return moved;
    }

    public TechnicianDeactivated Deactivate()
    {
        Refusal.If(!Active, "technician.inactive", "This technician is inactive already.");
        Active = false;
        return new TechnicianDeactivated(Id);
    }

    public TechnicianActivated Activate()
    {
        Refusal.If(Active, "technician.active", "This technician is active already.");
        Active = true;
        return new TechnicianActivated(Id);
    }

    public SkillGiven Give(SkillHeld skill)
    {
        Refusal.If(skill.Level is < 1 or > 10, "skill.level", "A level lies between 1 and 10.");
        Refusal.If(skill.Until < skill.From, "skill.dates", "The last day comes before the first.");
        Skills = [.. Skills.Where(s => s.Skill != skill.Skill), skill];
        return new SkillGiven(Id, skill.Skill, skill.Level, skill.From, skill.Until);
    }

    public SkillTaken Take(SkillId skill)
    {
        Refusal.If(Skills.All(s => s.Skill != skill), "skill.not-held", "This technician does not hold that skill.");
        Skills = [.. Skills.Where(s => s.Skill != skill)];
        return new SkillTaken(Id, skill);
    }

    public PatternAssigned WorkBy(ShiftPatternId? pattern, LocalDate from)
    {
        Patterns = [.. Patterns.Where(p => p.From < from), new PatternSpan(pattern, from)];
        return new PatternAssigned(Id, pattern, from);
    }

    public CalendarRenewed RenewCalendar()
    {
        Calendar++;
        return new CalendarRenewed(Id);
    }

    public TechnicianForgotten Forget()
    {
        (Name, SearchKey, Active, Calendar) = ("", "", false, Calendar + 1);
        Profile = new TechnicianProfile(Profile.Zone) { Territories = Profile.Territories, Cost = Profile.Cost };
        return new TechnicianForgotten(Id);
    }

    /// <summary>Somebody wrote down when they work.</summary>
    public bool HasHours => Patterns.Count > 0;

    public ShiftPatternId? PatternOn(LocalDate day) => Patterns.LastOrDefault(p => p.From <= day)?.Pattern;

    public Lack? Lacks(SkillNeed need, string name, LocalDate on)
    {
        var held = Skills.FirstOrDefault(s => s.Skill == need.Skill && !(on < s.From) && !(on > s.Until));
        if (held is null) return new Lack("skill.missing", $"Does not hold {name}.");
        return held.Level >= need.Level ? null : new Lack("skill.level-too-low", $"Holds {name} at level {held.Level}; level {need.Level} is needed.");
    }

    public static string KeyOf(string name) => string.Join(' ', Text.Words(name));

    private void Describe(string name, TechnicianProfile profile)
    {
        Refusal.If(name.Trim().Length is 0 or > LongestName, "technician.name", $"Give the name as it is spoken, in at most {LongestName} characters.");
        foreach (var place in new[] { profile.Home, profile.Start, profile.End }) Place.Check(place);
        (Name, SearchKey, Profile) = (name.Trim(), KeyOf(name), profile);
    }
}
