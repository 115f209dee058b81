namespace Callout.Kernel;

/// <summary>What stands on a branch's papers, and the calendar, money and tax they are written in.</summary>
/// <param name="Lines">Address, telephone, registration; one a line.</param>
/// <param name="TaxName">As it is called on an invoice; empty where none is charged.</param>
/// <param name="TaxRate">In hundredths of a per cent: 16 % is 1600.</param>
public sealed record Letterhead(
    string Organisation, string? Branch, IReadOnlyList<string> Lines, DateTimeZone Zone, string Currency, string Language, string TaxName, int TaxRate, string TaxNumber);

/// <summary>Asked by whoever writes papers, answered by the module that keeps the organisation; null before there is one.</summary>
public delegate Task<Letterhead?> LetterheadOf(BranchId branch, Reading reading, CancellationToken ct);
