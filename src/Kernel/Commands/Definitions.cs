namespace Callout.Kernel;

/// <summary>One command as the module lists it: from here it gets its route, its line in a sync, its CLI verb and its page in the API.</summary>
public sealed record CommandDefinition(string Module, string Route, Type Body, Type Answer, Rule May, Func<object, Session, CancellationToken, Task<object>> Handle);

/// <summary>One query as the module lists it.</summary>
public sealed record QueryDefinition(string Module, string Route, Type Query, Type Answer, Rule May, Func<object, Reading, CancellationToken, Task<object>> Handle);

/// <summary>The codes of the refusals that a command can give, for its page in the API.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RefusesAttribute(params string[] codes) : Attribute
{
    public IReadOnlyList<string> Codes => codes;
}
