namespace Callout.Modules.Tests.Access;

/// <summary>What everyone was answered who put an id there.</summary>
/// <param name="everyones">Such rows are seen by everyone signed in.</param>
internal sealed class Observations(Slot slot, bool everyones)
{
    private readonly List<(Actor Actor, Distance Distance, Heard Heard, Heard Before)> heard = [];

    public void Add(Actor actor, Distance distance, Heard answer, Heard before) => heard.Add((actor, distance, answer, before));

    /// <summary>How far the id reaches, as the policy table says it.</summary>
    public string Word()
    {
        var before = heard.Select(h => h.Before.Code).Where(c => c != "ok").Distinct().Order(StringComparer.Ordinal).ToList();
        return $"{slot.Path}:{Kind()}{(before.Count == 0 || Kind() == "seen" ? "" : $"({string.Join(',', before)})")}";
    }

    private string Kind()
    {
        if (All(IsNew)) return "new";
        if (heard.Any(h => h.Heard.Code == "id.taken") && All(IsPut)) return "put";
        if (All(IsSeen)) return "seen";
        if (All(IsKnown)) return "known";
        if (All(IsFilter)) return "filter";
        if (All(IsOpen)) return "open";
        if (All(a => a.SeesAll ? IsOpen(a) : IsSeen(a))) return "within";
        return All(IsHidden) && All(a => a.Sees(Distance.Own) && a.Differs(Distance.Own)) ? "some" : $"odd[{Odd()}]";
    }

    private bool All(Func<Askings, bool> holds) => heard.GroupBy(h => h.Actor).All(a => holds(new Askings(a.Key, [.. a.Select(h => (h.Distance, h.Heard, h.Before))])));

    private static bool IsNew(Askings of) => of.All.All(a => a.Heard.Code == "id.taken" == (a.Distance != Distance.Never));

    private static bool IsPut(Askings of) => of.Never.Code == "ok" && of.All.All(a => a.Heard.Code == "id.taken" || (a.Heard.Code == "ok" && (of.Sees(a.Distance) || a.Distance == Distance.Never)));

    // What is not in sight is answered as what never existed, to the letter.
    private static bool IsHidden(Askings of) => of.All.All(a => of.Sees(a.Distance) || a.Heard == of.Never);

    // Who sees branches finds all that is in them; others may find only a part of what is their own.
    private static bool IsSeen(Askings of) => IsHidden(of) && of.All.Any(a => of.Differs(a.Distance)) && (!of.Sees(Distance.Near) || of.Differs(Distance.Own) && of.Differs(Distance.Near) && (!of.SeesAll || of.Differs(Distance.Far)));

    private bool IsKnown(Askings of) => everyones && of.Differs(Distance.Own) && of.Differs(Distance.Near) && of.Differs(Distance.Far);

    private static bool IsFilter(Askings of) => of.All.All(a => a.Heard.Code == "ok") && of.Never.Text.Length > 0 && IsHidden(of);

    private static bool IsOpen(Askings of) => of.Never.Code == of.At(Distance.Far).Code && (of.Never.Code == "ok" || of.Never.Code == of.All[0].Before.Code);

    private string Odd() => string.Join("; ", heard.GroupBy(h => string.Join(' ', heard.Where(o => o.Actor == h.Actor).Select(o => $"{o.Distance}={o.Heard.Code}").Distinct())).Select(g => $"{string.Join('/', g.Select(h => h.Actor.Letter).Distinct())} {g.Key}"));
}

/// <summary>All that one person was answered.</summary>
internal sealed record Askings(Actor Actor, IReadOnlyList<(Distance Distance, Heard Heard, Heard Before)> All)
{
    public Heard Never => At(Distance.Never);

    public bool SeesAll => Sees(Distance.Far);

    public bool Sees(Distance distance) => Actor.Sees(distance);

    public Heard At(Distance distance) => All.FirstOrDefault(a => a.Distance == distance, All[0]).Heard;

    public bool Differs(Distance distance) => All.All(a => a.Distance != distance) || All.Any(a => a.Distance == distance && a.Heard != Never);
}
