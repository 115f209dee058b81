namespace Callout.Workforce;

public readonly record struct SkillId(Guid Value) : IId<SkillId>
{
    public static SkillId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct CertificateId(Guid Value) : IId<CertificateId>
{
    public static CertificateId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct ShiftPatternId(Guid Value) : IId<ShiftPatternId>
{
    public static ShiftPatternId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct ShiftChangeId(Guid Value) : IId<ShiftChangeId>
{
    public static ShiftChangeId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct OnCallRotaId(Guid Value) : IId<OnCallRotaId>
{
    public static OnCallRotaId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct AbsenceId(Guid Value) : IId<AbsenceId>
{
    public static AbsenceId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}
