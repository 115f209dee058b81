namespace Callout.Kernel;

/// <summary>Who looks: the fields that a document shows differ.</summary>
public enum View
{
    Customer,
    Technician,
    Office,
}

/// <summary>A group of lookers that a document is kept for, such as one technician, or one branch on one day.</summary>
public readonly record struct Audience(string Key, View View)
{
    /// <summary>Everyone who is signed in, each through their own view.</summary>
    public static IEnumerable<Audience> Everyone => [EveryoneAs(View.Office), EveryoneAs(View.Technician), EveryoneAs(View.Customer)];

    public static Audience Technician(ResourceId? technician) => new(technician is null ? "" : $"technician:{technician}", View.Technician);

    public static Audience Branch(BranchId branch) => new($"branch:{branch}", View.Office);

    /// <summary>The day is on the branch's own calendar.</summary>
    public static Audience BranchDay(BranchId branch, LocalDate? day) => new(day is null ? "" : $"branch:{branch}/{day:uuuu-MM-dd}", View.Office);

    /// <summary>Head office looks at every branch, a day at a time.</summary>
    public static Audience HeadOfficeDay(LocalDate? day) => new(day is null ? "" : $"head-office/{day:uuuu-MM-dd}", View.Office);

    public static Audience Territory(TerritoryId? territory) => new(territory is null ? "" : $"territory:{territory}", View.Office);

    public static Audience HeadOffice => new("head-office", View.Office);

    public static Audience Customer(AccountId? account) => new(account is null ? "" : $"customer:{account}", View.Customer);

    internal static Audience EveryoneAs(View view) => new($"everyone:{House.Kebab(view.ToString())}", view);
}

/// <summary>What each view is shown; a view without a shape gets nothing.</summary>
public sealed record Shapes
{
    public object? Office { get; init; }

    public object? Technician { get; init; }

    public object? Customer { get; init; }

    /// <summary>Null removes the document from everyone's sight.</summary>
    public static readonly Shapes None = new();

    internal object? For(View view) => view switch { View.Office => Office, View.Technician => Technician, _ => Customer };
}
