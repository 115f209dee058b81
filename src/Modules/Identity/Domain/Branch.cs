namespace Callout.Identity;

internal sealed class Branch : Entity<BranchId>
{
    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public ZoneId? Zone { get; private set; }

    public string TimeZone { get; private set; } = "";

    public string Currency { get; private set; } = "";

    /// <summary>In which its customers are written to, such as en or sw-KE.</summary>
    public string Language { get; private set; } = "";

    /// <summary>Which its customers ring, as they would dial it; empty when it is the installation's.</summary>
    public string Phone { get; private set; } = "";

    /// <summary>What stands under the name on this branch's paper; empty when it is what stands on the organisation's.</summary>
    public string Letterhead { get; private set; } = "";

    /// <summary>Where this branch pays another tax than the organisation.</summary>
    public Tax? Tax { get; private set; }

    public static (Branch, BranchOpened) Open(BranchId id, string code, string name, BranchSettings settings, string? phone = null)
    {
        Refusal.If(code.Length is 0 or > 8 || !code.All(char.IsAsciiLetterOrDigit), "branch.code", "Give a code of one to eight letters or figures.");

        var branch = new Branch { Id = id, Code = code.ToUpperInvariant() };
        branch.Change(name, settings, phone);
        return (branch, new BranchOpened(id, branch.Code));
    }

    public BranchChanged Change(string name, BranchSettings settings, string? phone)
    {
        Refusal.If(string.IsNullOrWhiteSpace(name) || name.Length > 100, "branch.name", "Give the branch a name of at most 100 characters.");
        Refusal.If(settings.Language.Length is < 2 or > 12, "branch.language", "Give the language by its code, such as en or sw-KE.");
        Refusal.If(!string.IsNullOrWhiteSpace(phone) && !IsPhone(phone), "branch.phone", "Give the telephone number as customers dial it, such as +254 709 555 010.");

        (Name, Zone, TimeZone, Currency, Language, Phone) = (name.Trim(), settings.Zone, settings.TimeZone, Currencies.Check(settings.Currency), settings.Language, phone?.Trim() ?? "");
        return new BranchChanged(Id);
    }

    public BranchChanged Letter(string letterhead, Tax? tax)
    {
        Organisation.CheckPaper(letterhead, tax);
        (Letterhead, Tax) = (letterhead.Trim(), tax);
        return new BranchChanged(Id);
    }

    private static bool IsPhone(string phone) => phone.Length <= 40 && phone.Count(char.IsAsciiDigit) >= 3 && phone.All(c => char.IsAsciiDigit(c) || c is ' ' or '+' or '-' or '(' or ')' or '/' or '.');

    public BranchSettings Settings => new(Zone, TimeZone, Currency, Language);
}

/// <summary>What a new branch takes over from another, or from the organisation, unless it says otherwise.</summary>
internal sealed record BranchSettings(ZoneId? Zone, string TimeZone, string Currency, string Language);
