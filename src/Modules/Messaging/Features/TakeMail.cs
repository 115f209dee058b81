using Callout.Identity;

namespace Callout.Messaging;

/// <param name="Hash">Under which the content is kept.</param>
public sealed record MailedFile(string Hash, string Name, string MediaType);

/// <summary>A mail becomes a request with its attachments; an answer to what we wrote, or to an earlier mail, goes to the order or request that it was about.</summary>
/// <param name="Branch">That the address names; without one, the branch for reports.</param>
/// <param name="Keys">Of our own messages that this one answers.</param>
/// <param name="Earlier">The mails before it in the same conversation.</param>
/// <param name="Text">Without what was quoted, when it is an answer.</param>
/// <param name="Lost">Names of attachments that could not be kept.</param>
[Refuses("mail.nowhere", "request.too-long")]
public sealed record TakeMail(
    IncomingMailId Mail, string MessageId, string From, string? Name, string Subject, string Text, bool Urgent, string? Language, string? Branch,
    IReadOnlyList<MailedFile> Files, IReadOnlyList<string> Lost, IReadOnlyList<Guid> Keys, IReadOnlyList<IncomingMailId> Earlier)
{
    private const int NoteLength = 4000;

    internal static readonly TakeMail Example = new(
        new(new("0199f3a0-0000-7000-8000-000000040005")), "<1@savanna.example>", "amina@savanna.example", "Amina Yusuf", "Freezer is warm", "The freezer in the back room is at 4 degrees.", false, "en", "NBO",
        [new(new('a', 64), "freezer.jpg", "image/jpeg")], [], [], []);

    internal static async Task<MailTaken> Handle(TakeMail command, Session session, CancellationToken ct)
    {
        if (await session.Of<IncomingMail>().FirstOrDefaultAsync(m => m.Id == command.Mail, ct) is { } known) return new(known.Id, known.Request, known.WorkOrder);
        var (order, asked) = await command.Answers(session, ct);
        if (order is { } to) return await command.AddToOrder(to, asked, session, ct);
        return asked is { State: RequestState.New or RequestState.Waiting } open ? await command.AddToRequest(open, session, ct) : await command.Ask(session, ct);
    }

    /// <summary>What this mail is an answer to: an order that has not ended, or a request.</summary>
    private async Task<(WorkOrderId? Order, RequestSummary? Request)> Answers(Reading reading, CancellationToken ct)
    {
        var said = await reading.Of<Message>().Where(m => Keys.Contains(m.Key)).OrderByDescending(m => m.Id).Select(m => new { m.WorkOrder, m.Request }).FirstOrDefaultAsync(ct);
        var earlier = said is null ? await reading.Of<IncomingMail>().Where(m => Earlier.Contains(m.Id)).OrderByDescending(m => m.CreatedAt).Select(m => new { m.WorkOrder, m.Request }).FirstOrDefaultAsync(ct) : null;
        var (order, id) = (said?.WorkOrder ?? earlier?.WorkOrder, said?.Request ?? earlier?.Request);
        var request = id is { } known ? await Requests.Of(known, reading, ct) : null;
        return (order ?? request?.WorkOrder, request);
    }

    private async Task<MailTaken> AddToOrder(WorkOrderId order, RequestSummary? request, Session session, CancellationToken ct)
    {
        await session.Run<NoteAdded>(new AddNote(session.New<NoteId>(), order, Cut($"{Name ?? From} wrote by e-mail:\n{Whole}", NoteLength), Shared: true), ct);
        foreach (var file in Files) await session.Run<AttachmentAdded>(new AttachToWorkOrder(session.New<AttachmentId>(), order, file.Hash, file.Name, file.MediaType), ct);
        return await Keep(await Requests.BranchOf(order, session, ct), request?.Id, order, session, ct);
    }

    private async Task<MailTaken> AddToRequest(RequestSummary request, Session session, CancellationToken ct)
    {
        if (request.State == RequestState.Waiting) await session.Run<RequestAnswered>(new AnswerRequest(request.Id, Cut(Whole, 4000)), ct);
        else await session.Run<RequestDescribed>(new AddWords(request.Id, Cut(Whole, 4000)), ct);
        await Attach(request.Id, session, ct);
        return await Keep(request.Branch, request.Id, null, session, ct);
    }

    private async Task<MailTaken> Ask(Session session, CancellationToken ct)
    {
        var branches = await Branches.ForReports(session, ct);
        var branch = (Branch is { } code ? await Branches.ByCode(code, session, ct) : null) ?? (branches.Count > 0 ? branches[0] : throw new Refusal("mail.nowhere", "There is no branch yet that a mail could go to."));
        var contact = await Contacts.ByEmail(From, session, ct);
        var id = ServiceRequestId.From(Id.Derived(Mail.Value, 0, "request"));
        var headline = ReportFault.Headline(string.IsNullOrWhiteSpace(Subject) ? (Whole.Length > 0 ? Whole : "A mail without words") : Subject);
        var received = await session.Run<RequestReceived>(new ReceiveRequest(
            id, branch.Id, Channel.Email, headline, contact?.Account, Urgent ? WorkOrders.Urgency.High : WorkOrders.Urgency.Normal, Cut(Whole, 20_000), Contact: contact?.Id, CallerName: Cut(Name ?? From, 200), CallerEmail: From), ct);
        await Attach(id, session, ct);
        await Answering.Acknowledge(new(id, branch.Id, received.Number, headline, contact?.Account, contact?.Id, Name ?? "", null, From, Phrases.Nearest(Language ?? contact?.Language ?? branch.Language)) { Mail = MessageId }, session, ct);
        return await Keep(branch.Id, id, null, session, ct);
    }

    private async Task Attach(ServiceRequestId request, Session session, CancellationToken ct)
    {
        foreach (var file in Files) await session.Run<AttachmentAdded>(new AttachToRequest(session.New<AttachmentId>(), request, file.Hash, file.Name, file.MediaType), ct);
    }

    private async Task<MailTaken> Keep(BranchId branch, ServiceRequestId? request, WorkOrderId? order, Session session, CancellationToken ct)
    {
        var (mail, taken) = IncomingMail.Take(this, branch, (await Contacts.ByEmail(From, session, ct))?.Id, request, order);
        return session.Add(mail, taken);
    }

    private string Whole => Lost.Count == 0 ? Text.Trim() : $"{Text.Trim()}\n\nNot kept, ask for it in another form: {string.Join(", ", Lost)}";

    private static string Cut(string text, int length) => text.Length <= length ? text : $"{text[..(char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1)]}…";
}
