using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Hosting;

namespace Callout.Messaging;

/// <param name="Tag">Another one whenever the page says something else; null when the link has ended.</param>
internal sealed record ShownPage(string Html, string? Tag, IReadOnlyList<Guid> Subjects);

/// <summary>The page behind a customer's link, as it is now or as soon as it is another one.</summary>
internal sealed class TrackingWatch(Sessions sessions, MessagingSettings settings, Waiting waiting, TimeProvider time, IHostApplicationLifetime life)
{
    /// <summary>Answers as soon as the page is not the <paramref name="known"/> one any more, after <paramref name="patience"/> in any case, and at once when too many wait.</summary>
    public async Task<ShownPage> Page(string token, string language, string known, TimeSpan patience, CancellationToken ct)
    {
        var page = await Now(token, language, ct);
        if (patience <= TimeSpan.Zero || page.Tag != known) return page;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(ct, life.ApplicationStopping);
        var patient = Task.Delay(patience, time, ended.Token);
        while (page.Tag == known && !patient.IsCompleted && waiting.For(page.Subjects) is { } next)
            using (next)
            {
                page = await Now(token, language, ct);
                if (page.Tag == known) await Task.WhenAny(next.Happened, patient);
            }

        await ended.CancelAsync();
        return page.Tag == known ? await Now(token, language, ct) : page;
    }

    private async Task<ShownPage> Now(string token, string language, CancellationToken ct)
    {
        var (words, address) = (new PortalWords(language), $"/t/{token}");
        var (found, ended) = await sessions.Read(Principal.System, async reading =>
            await TrackingDoor.Find(token, settings, reading, ct) is { } found ? (found, null) : ((Followed?)null, await TrackingDoor.Behind(token, reading, ct)));
        if (found is null) return new(new TrackingPage(words, address).Ended(ended!, ended!.Phone ?? settings.Phone), null, []);
        var html = found is { Visit: { } visit } ? new TrackingPage(words, address).Of(visit) : new AskedPage(words, address).Of(found.Request!);
        return new(html, $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(html)))[..24]}\"", found.Subjects);
    }
}
