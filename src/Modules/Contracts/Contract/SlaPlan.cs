using Callout.Customers;

namespace Callout.Contracts;

/// <param name="Minutes">Of opening time: one day of a calendar that is open for eight hours is 480.</param>
/// <param name="PausedBy">What stops this clock while it lasts.</param>
public sealed record SlaTarget(SlaKind Kind, int Minutes, CalendarId Calendar, IReadOnlyList<PauseReason> PausedBy);

/// <summary>What a policy promises, and for which work.</summary>
/// <param name="Priorities">Only for orders of these priorities; empty for all.</param>
/// <param name="WorkTypes">Only for work of these kinds, by the code of the work type or the name of its kind; empty for all.</param>
/// <param name="Accounts">Only for these customers; empty for all. One that names a customer is meant more closely than any that does not.</param>
public sealed record SlaPlan(
    string Name, IReadOnlyList<SlaTarget> Targets, SlaPenalty? Penalty = null, IReadOnlyList<string>? Priorities = null, IReadOnlyList<string>? WorkTypes = null,
    IReadOnlyList<AccountId>? Accounts = null);
