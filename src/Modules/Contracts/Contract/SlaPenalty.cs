namespace Callout.Contracts;

/// <summary>What being late costs: an amount at once, and one for each hour begun, up to a limit.</summary>
public sealed record SlaPenalty(Money Once, Money? PerHour = null, Money? AtMost = null)
{
    /// <summary>For that much working time too late; nothing when it is not late.</summary>
    public Money For(Duration late)
    {
        if (late <= Duration.Zero) return Money.Zero(Once.Currency);
        var hours = (long)Math.Ceiling(late.TotalHours);
        var sum = PerHour is { } each ? Once + (each with { Minor = checked(each.Minor * hours) }) : Once;
        return AtMost is { } limit && sum.Minor > limit.Minor ? limit : sum;
    }

    internal static void Check(SlaPenalty? penalty)
    {
        if (penalty is null) return;
        var all = new[] { penalty.Once, penalty.PerHour ?? penalty.Once, penalty.AtMost ?? penalty.Once };
        Refusal.If(all.Any(m => m.Minor < 0), "sla-policy.penalty", "A penalty is not negative.");
        Refusal.If(all.Any(m => m.Currency != penalty.Once.Currency), "sla-policy.penalty-currency", "All amounts of a penalty are in one currency.");
    }
}
