namespace Callout.App.Demo;

/// <summary>Stands at the moment that is being lived while the demo is filled; the real time from then on.</summary>
internal sealed class DemoTime : TimeProvider
{
    private DateTimeOffset? standing;

    public override DateTimeOffset GetUtcNow() => standing ?? System.GetUtcNow();

    public void StandAt(Instant at) => standing = at.ToDateTimeOffset();

    public void GoOn() => standing = null;
}
