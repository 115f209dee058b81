using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Callout.Messaging;

/// <summary>What somebody has typed into the public form so far, and what keeps it from being sent: the words stay, whatever is wrong with them.</summary>
internal sealed record ReportForm
{
    public const int PhotosAtMost = 4;

    private const int TroubleLength = 4000, LineLength = 200, PlaceLength = 500, DigitsAtLeast = 7;

    /// <summary>Names this one filling-in: sent twice, it is one request.</summary>
    public Guid Key { get; init; } = Guid.NewGuid();

    /// <summary>When the form was handed out, signed: nobody fills it in within two seconds.</summary>
    public string Since { get; init; } = "";

    /// <summary>A field that people do not see and programs fill in.</summary>
    public string Website { get; init; } = "";

    public string Trouble { get; init; } = "";

    public string Serial { get; init; } = "";

    public string Place { get; init; } = "";

    public string Name { get; init; } = "";

    public string Phone { get; init; } = "";

    public string Email { get; init; } = "";

    public string Urgency { get; init; } = "normal";

    public string Branch { get; init; } = "";

    /// <summary>Kept already, each with the signature that it was given when it came.</summary>
    public IReadOnlyList<string> Photos { get; init; } = [];

    public static ReportForm Of(IFormCollection form) => new()
    {
        Key = Guid.TryParse(form["key"], out var key) ? key : Guid.NewGuid(), Since = form["since"].ToString(), Website = form["website"].ToString(),
        Trouble = form["trouble"].ToString(), Serial = form["serial"].ToString(), Place = form["place"].ToString(), Name = form["name"].ToString(),
        Phone = form["phone"].ToString(), Email = form["email"].ToString(), Urgency = form["urgency"].ToString(), Branch = form["branch"].ToString(),
        Photos = [.. form["photo"].Select(p => p ?? "").Where(p => p.Length is > 0 and < 200)],
    };

    /// <summary>Field by field, the words that say what to do; in the order of the page.</summary>
    public IEnumerable<(string Field, string Words)> Faults(PortalWords words)
    {
        if (string.IsNullOrWhiteSpace(Trouble)) yield return ("trouble", words["needTrouble"]);
        if (Trouble.Length > TroubleLength) yield return ("trouble", words["tooLong", TroubleLength]);
        if (Serial.Length > LineLength) yield return ("serial", words["tooLong", LineLength]);
        if (string.IsNullOrWhiteSpace(Place)) yield return ("place", words["needPlace"]);
        if (Place.Length > PlaceLength) yield return ("place", words["tooLong", PlaceLength]);
        if (string.IsNullOrWhiteSpace(Name)) yield return ("name", words["needName"]);
        if (Name.Length > 400) yield return ("name", words["tooLong", 400]);
        if (string.IsNullOrWhiteSpace(Phone) && string.IsNullOrWhiteSpace(Email)) yield return ("phone", words["needContact"]);
        if (Phone.Trim().Length > 0 && (Phone.Count(char.IsAsciiDigit) < DigitsAtLeast || Phone.Length > 40 || Phone.Any(char.IsLetter))) yield return ("phone", words["badPhone"]);
        if (Email.Trim().Length > 0 && !IsAddress(Email.Trim())) yield return ("email", words["badEmail"]);
        if (Photos.Count > PhotosAtMost) yield return ("photos", words["tooManyPhotos", PhotosAtMost]);
    }

    public Reporter By(string language) => new(Name.Trim(), Text.Blank(Phone), Text.Blank(Email), Place.Trim(), Text.Blank(Serial), language);

    public Urgency HowUrgent => Urgency switch { "emergency" => WorkOrders.Urgency.Emergency, "high" => WorkOrders.Urgency.High, _ => WorkOrders.Urgency.Normal };

    /// <summary>The same words from the same form are the same report, whoever taps twice or goes back; other words are another.</summary>
    public Guid Cause(BranchId branch)
    {
        var said = string.Join('\u001f', [branch.ToString(), Trouble, Serial, Place, Name, Phone, Email, Urgency, .. Photos]);
        return Id.Derived(Key, 0, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(said))));
    }

    private static bool IsAddress(string text) => text.Length <= 254 && !text.Contains(' ', StringComparison.Ordinal) && MailAddress.TryCreate(text, out var address) && address.Host.Contains('.', StringComparison.Ordinal) && address.Address == text;
}
