namespace Callout.WorkOrders;

internal static class Refused
{
    public static Refusal Move<TState, TMove>(string code, string thing, TState state, TMove move, IReadOnlyList<TMove> legal) where TState : Enum where TMove : Enum =>
        new(code, $"This {thing} is {Words(state)}, so it cannot {Words(move)}. {(legal.Count == 0 ? "Nothing more can be done to it." : $"It can: {string.Join(", ", legal.Select(l => Words(l)))}.")}");

    private static string Words<T>(T value) where T : Enum => House.Kebab(value.ToString()).Replace('-', ' ');
}
