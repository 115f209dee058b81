namespace Callout.WorkOrders;

/// <summary>A word of the trade for what was seen, what was wrong, why, and what was done.</summary>
internal sealed class FailureCode : Entity<FailureCodeId>
{
    public CodeKind Kind { get; private init; }

    public string Code { get; private init; } = "";

    public string Name { get; private set; } = "";

    /// <summary>A request with this symptom becomes an order of this type by itself, once it is known who and where.</summary>
    public WorkTypeId? Opens { get; private set; }

    public static (FailureCode, FailureCodeDefined) Define(FailureCodeId id, CodeKind kind, string code, string name, WorkTypeId? opens)
    {
        Refusal.If(string.IsNullOrWhiteSpace(code) || string.IsNullOrWhiteSpace(name), "failure-code.nameless", "A code needs its letters and a name.");
        var defined = new FailureCode { Id = id, Kind = kind, Code = code.Trim() };
        return (defined, defined.Rename(name, opens));
    }

    public FailureCodeDefined Rename(string name, WorkTypeId? opens)
    {
        (Name, Opens) = (name, opens);
        return new FailureCodeDefined(Id, Kind, Code);
    }
}
