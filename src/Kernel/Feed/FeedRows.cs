namespace Callout.Kernel;

/// <summary>A document as one view is shown it, kept once however many look.</summary>
internal sealed class FeedDocument
{
    public View View { get; init; }

    /// <summary><c>visit/0199…</c></summary>
    public string Document { get; init; } = "";

    public long Pos { get; set; }

    public long Version { get; set; }

    public string Body { get; set; } = "";
}

/// <summary>That an audience may see a document, or, when no longer held, that it must drop it.</summary>
internal sealed class FeedAudience
{
    public string Audience { get; init; } = "";

    public string Document { get; init; } = "";

    public long Pos { get; set; }

    public bool Held { get; set; }
}
