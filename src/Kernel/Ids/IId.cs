namespace Callout.Kernel;

/// <summary>A strong id: <c>readonly record struct VisitId(Guid Value) : IId&lt;VisitId&gt;</c> with its <c>From</c> and <c>ToString</c>.</summary>
public interface IId<TSelf> where TSelf : struct, IId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}
