namespace Callout.Optimizer;

/// <summary>
/// One place in a tour, with the times that let an insertion be judged in one step: when the technician can leave it at the earliest and
/// when work must start there at the latest (Savelsbergh, 1992). <c>0</c> is the state in which the tour's break is still to come.
/// </summary>
internal struct Slot
{
    public int Stop, Place, Leg, Depart, Latest, Depart0, Latest0, Wait;
}

/// <summary>The stops of one shift, between its start (slot 0) and its end (slot <see cref="Count"/> + 1), with a copy to go back to.</summary>
internal sealed class Tour
{
    public const int Never = 1 << 29;

    public Slot[] Slots = new Slot[10];
    public int Count;
    public Cost Cost;
    public int RichStops, Warehouses;

    /// <summary>The stops by the model's numbers, kept where a tour may need the full timing.</summary>
    public int[] Stops = [];

    /// <summary>What the tour takes from its van, then from each warehouse, part by part; kept where parts are fetched.</summary>
    public int[] Uses = [];

    /// <summary>From the start to each slot, and from each slot to the end; kept where what a tour costs is how long it lasts.</summary>
    public Segment[] Head = [], Tail = [];

    private Segment[] _savedHead = [], _savedTail = [];
    private Slot[] _savedSlots = new Slot[10];
    private int[] _savedUses = [];
    private int _savedCount, _savedVersion, _savedRich, _savedWarehouses;
    private Cost _savedCost;

    public bool Saved { get; private set; }

    public void Save(int version)
    {
        if (_savedSlots.Length < Slots.Length) _savedSlots = new Slot[Slots.Length];
        Slots.AsSpan(0, Count + 2).CopyTo(_savedSlots);
        if (_savedUses.Length < Uses.Length) _savedUses = new int[Uses.Length];
        Uses.CopyTo(_savedUses, 0);
        if (Head.Length > 0)
        {
            if (_savedHead.Length < Head.Length) (_savedHead, _savedTail) = (new Segment[Head.Length], new Segment[Head.Length]);
            Head.AsSpan(0, Count + 2).CopyTo(_savedHead);
            Tail.AsSpan(0, Count + 2).CopyTo(_savedTail);
        }
        (_savedCount, _savedCost, _savedVersion, _savedRich, _savedWarehouses, Saved) = (Count, Cost, version, RichStops, Warehouses, true);
    }

    public void Keep() => Saved = false;

    /// <summary>Goes back to the copy and tells its version.</summary>
    public int Undo()
    {
        (Slots, _savedSlots) = (_savedSlots, Slots);
        (Uses, _savedUses) = (_savedUses, Uses);
        (Head, _savedHead, Tail, _savedTail) = (_savedHead, Head, _savedTail, Tail);
        (Count, Cost, RichStops, Warehouses, Saved) = (_savedCount, _savedCost, _savedRich, _savedWarehouses, false);
        return _savedVersion;
    }

    public void Open(int slot)
    {
        if (Count + 3 > Slots.Length) Array.Resize(ref Slots, Slots.Length * 2);
        Slots.AsSpan(slot, Count + 2 - slot).CopyTo(Slots.AsSpan(slot + 1));
        Count++;
    }

    public void Close(int slot, int length)
    {
        Slots.AsSpan(slot + length, Count + 2 - slot - length).CopyTo(Slots.AsSpan(slot));
        Count -= length;
    }
}

/// <summary>
/// A row of stops as a whole: how long it lasts at least, and the earliest and latest start that let it last no longer. Two of them join in one
/// step (Vidal, Crainic, Gendreau and Prins, 2013); only rows that can be kept are joined.
/// </summary>
internal readonly record struct Segment(int Lasts, int Earliest, int Latest)
{
    public static readonly Segment Broken = new(-1, 0, 0);

    public bool Holds => Lasts >= 0;

    public static Segment Join(in Segment a, int leg, in Segment b)
    {
        var way = a.Lasts + leg;
        if ((a.Lasts | b.Lasts) < 0 || a.Earliest + way > b.Latest) return Broken;
        var wait = Math.Max(b.Earliest - way - a.Latest, 0);
        return new Segment(way + b.Lasts + wait, Math.Max(b.Earliest - way, a.Earliest) - wait, Math.Min(b.Latest - way, a.Latest));
    }
}
