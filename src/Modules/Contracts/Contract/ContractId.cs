namespace Callout.Contracts;

public readonly record struct ContractId(Guid Value) : IId<ContractId>
{
    public static ContractId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}
