using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Callout.Crash;

/// <summary>What a careless writer does: answers when the work is done, and commits afterwards. The crash test must catch it.</summary>
internal sealed class AckBeforeCommit(IServiceProvider services, Writer inner) : Writer(services)
{
    public override Task Hurry(bool hurry, CancellationToken ct) => inner.Hurry(hurry, ct);

    public static void Use(WebApplicationBuilder builder)
    {
        var honest = builder.Services.Last(s => s.ServiceType == typeof(Writer));
        builder.Services.AddKeyedSingleton<Writer>("honest", (s, _) => (Writer)(honest.ImplementationFactory?.Invoke(s) ?? ActivatorUtilities.CreateInstance(s, honest.ImplementationType!)));
        builder.Services.AddSingleton<Writer>(s => new AckBeforeCommit(s, s.GetRequiredKeyedService<Writer>("honest")));
    }

    public override async Task<T> Write<T>(Envelope envelope, Func<Session, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        if (envelope.Principal == Principal.System) return await inner.Write(envelope, work, ct);
        var early = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var whole = inner.Write(envelope, async (session, ct) =>
        {
            var result = await work(session, ct);
            early.TrySetResult(result);
            return result;
        }, ct);
        return await await Task.WhenAny(early.Task, whole);
    }

    protected override string? Constraint(Exception error) => null;
}
