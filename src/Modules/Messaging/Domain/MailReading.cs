using System.Net;
using System.Text.RegularExpressions;
using MimeKit;

namespace Callout.Messaging;

/// <summary>What a mail says, and whether a person wrote it.</summary>
internal static partial class MailReading
{
    private static readonly string[] Machines = ["mailer-daemon", "postmaster", "noreply", "no-reply", "donotreply", "do-not-reply"], Bulk = ["bulk", "junk", "list", "auto_reply", "auto-reply"];

    /// <summary>Answers of machines must not be answered by one (RFC 3834), and what came back undelivered is no request.</summary>
    public static bool IsByMachine(MimeMessage mail, string? ourAddress)
    {
        if (mail.From.Mailboxes.FirstOrDefault()?.Address is not { Length: > 0 } from) return true;
        var (local, said) = (from.Split('@')[0].ToLowerInvariant(), mail.Headers[HeaderId.AutoSubmitted]);
        return Machines.Contains(local) || string.Equals(from, ourAddress, StringComparison.OrdinalIgnoreCase)
            || (said is not null && !said.Trim().StartsWith("no", StringComparison.OrdinalIgnoreCase))
            || Bulk.Contains(mail.Headers[HeaderId.Precedence]?.Trim().ToLowerInvariant())
            || mail.Headers[HeaderId.ReturnPath]?.Trim() == "<>" || mail.Headers.Contains("X-Autoreply") || mail.Headers.Contains("X-Autorespond") || mail.Headers.Contains(HeaderId.ListId)
            || mail.Body is MultipartReport;
    }

    /// <summary>As plain text, without what it quotes when it is an answer.</summary>
    public static string Text(MimeMessage mail, bool isAnswer)
    {
        var text = (mail.TextBody ?? Plain(mail.HtmlBody ?? "")).ReplaceLineEndings("\n").Trim();
        return isAnswer ? WithoutQuote(text) : text;
    }

    /// <summary>Of our own messages among those that it answers: our Message-IDs begin with their key.</summary>
    public static IEnumerable<Guid> OurKeys(MimeMessage mail) => Earlier(mail).Select(id => Guid.TryParseExact(id.Split('@')[0], "N", out var key) ? key : (Guid?)null).OfType<Guid>();

    /// <summary>The Message-IDs of the mails before it, without their brackets.</summary>
    public static IReadOnlyList<string> Earlier(MimeMessage mail) => [.. mail.References.Append(mail.InReplyTo).OfType<string>().Where(id => id.Length > 0).Distinct().TakeLast(50)];

    /// <summary>The branch that the address names, as in service+NBO@…</summary>
    public static string? Branch(MimeMessage mail) =>
        mail.To.Mailboxes.Concat(mail.Cc.Mailboxes).Select(m => m.Address.Split('@')[0].Split('+')).Where(parts => parts.Length == 2).Select(parts => parts[1]).FirstOrDefault(code => code.Length is > 0 and <= 8);

    private static string WithoutQuote(string text)
    {
        var lines = text.Split('\n');
        var quote = Array.FindIndex(lines, line => line.StartsWith('>') || Rule().IsMatch(line));
        if (quote <= 0) return text;
        // "On Monday Ann wrote:" may be broken over two lines.
        while (quote > 1 && (lines[quote - 1].Trim().Length == 0 || lines[quote - 1].TrimEnd().EndsWith(':'))) quote--;
        return string.Join('\n', lines[..quote]).Trim() is { Length: > 0 } said ? said : text;
    }

    private static string Plain(string html) =>
        WebUtility.HtmlDecode(Tag().Replace(Break().Replace(Unseen().Replace(html, ""), "\n"), "")).Replace('\u00a0', ' ').Trim();

    [GeneratedRegex(@"^\s*(?:-{3,}\s*(?:Original Message|Ursprüngliche Nachricht|Message d'origine).*|_{10,}|(?:On|Am|Le)\b.{5,200}\b(?:wrote|schrieb|a écrit)\s?.*:)\s*$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 200)]
    private static partial Regex Rule();

    [GeneratedRegex(@"<(script|style|head)\b.*?</\1\s*>|<!--.*?-->", RegexOptions.IgnoreCase | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unseen();

    [GeneratedRegex(@"<br\s*/?>|</(?:p|div|li|tr|h\d)>", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Break();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();
}
