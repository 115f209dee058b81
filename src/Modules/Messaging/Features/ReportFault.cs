namespace Callout.Messaging;

/// <param name="Hash">That the upload answered with.</param>
public sealed record SentPhoto(string Hash, string MediaType);

/// <param name="Place">Where it is, in their words.</param>
/// <param name="Serial">Of the asset, or its number, if they could read it.</param>
/// <param name="Language">In which they are answered.</param>
public sealed record Reporter(string Name, string? Phone, string? Email, string Place, string? Serial, string Language);

/// <summary>Somebody reports what is wrong without signing in. It stands in the queue at once, with what their serial or address tells about the customer.</summary>
/// <param name="Suspect">Filled in as no person does: it is kept, but set aside as spam, and nobody is written to.</param>
[Refuses("request.empty", "request.too-long")]
public sealed record ReportFault(ServiceRequestId Request, BranchId Branch, string Trouble, Reporter By, Urgency Urgency, IReadOnlyList<SentPhoto> Photos, bool Suspect = false)
{
    private const int SummaryLength = 120;

    internal static readonly ReportFault Example = new(
        new(new("0199f3a0-0000-7000-8000-00000000a002")), new(new("0199f3a0-0000-7000-8000-00000000b001")), "The freezer in the back room is warm since this morning",
        new("Amina Yusuf", "+254 722 000 000", null, "Savanna Fresh, Ngong Road, rear gate", "CX-4471", "en"), Urgency.High, []);

    internal static async Task<RequestReceived> Handle(ReportFault command, Session session, CancellationToken ct)
    {
        var known = await Known(command.By, session, ct);
        var asked = command.Asked(known);
        var received = await session.Run<RequestReceived>(asked, ct);
        foreach (var (photo, no) in command.Photos.Select((p, i) => (p, i + 1)))
            await session.Run<AttachmentAdded>(new AttachToRequest(session.New<AttachmentId>(), command.Request, photo.Hash, $"photo-{no}.{photo.MediaType.Split('/')[1]}", photo.MediaType), ct);
        if (command.Suspect) await session.Run<RequestDeclined>(new DeclineRequest(command.Request, DeclineReason.Spam), ct);
        else await Answering.Acknowledge(new(asked.Request, asked.Branch, received.Number, asked.Summary, asked.Account, asked.Contact, command.By.Name, command.By.Phone, command.By.Email, command.By.Language), session, ct);
        return received;
    }

    private ReceiveRequest Asked((AssetSummary? Asset, ContactSummary? Contact) known) => new(
        Request, Branch, Channel.Website, Headline(Trouble), known.Asset?.Account ?? known.Contact?.Account, Suspect ? Urgency.Normal : Urgency, Words, null, known.Asset?.Site, known.Asset?.Id,
        known.Contact?.Id, By.Name, By.Phone, CallerEmail: By.Email);

    private string Words => string.Join('\n', new[] { Trouble, Text.Blank(By.Place) is { } place ? $"Where: {place}" : null, Text.Blank(By.Serial) is { } serial ? $"Serial: {serial}" : null }.OfType<string>());

    /// <summary>The thing by its serial, the person by their address or number; who belongs to another customer than the thing is nobody we know.</summary>
    private static async Task<(AssetSummary? Asset, ContactSummary? Contact)> Known(Reporter by, Reading reading, CancellationToken ct)
    {
        var asset = by.Serial is { } serial ? await Assets.BySerial(serial, reading, ct) : null;
        var contact = by.Email is { } email ? await Contacts.ByEmail(email, reading, ct) : null;
        contact ??= by.Phone is { } phone ? await Contacts.ByPhone(phone, reading, ct) : null;
        return (asset, asset is not null && contact?.Account != asset.Account ? null : contact);
    }

    /// <summary>The first line, or as many of its words as a list can show.</summary>
    internal static string Headline(string text)
    {
        var line = text.Trim().ReplaceLineEndings("\n").Split('\n')[0].Trim();
        if (line.Length <= SummaryLength) return line;
        var cut = line.LastIndexOf(' ', SummaryLength - 1);
        var at = cut > SummaryLength / 2 ? cut : SummaryLength - 1;
        // Between the halves of one character there is no place to cut.
        return $"{line[..(char.IsHighSurrogate(line[at - 1]) ? at - 1 : at)]}…";
    }
}
