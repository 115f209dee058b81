namespace Callout.WorkOrders;

/// <summary>What somebody asks for, through any channel: a record from the first moment, never only a conversation.</summary>
internal sealed class ServiceRequest : Entity<ServiceRequestId>, IInBranch
{
    public const int SummaryLength = 200, WordsLength = 20_000;

    public BranchId Branch { get; private init; }

    public long Number { get; private init; }

    public Channel Channel { get; private init; }

    public Instant ReceivedAt { get; private init; }

    public Urgency Urgency { get; private set; }

    public AccountId? Account { get; private set; }

    public SiteId? Site { get; private set; }

    public AssetId? Asset { get; private set; }

    public ContactId? Contact { get; private set; }

    public string? CallerName { get; private set; }

    public string? CallerPhone { get; private set; }

    public string? CallerEmail { get; private set; }

    public string? Symptom { get; private set; }

    public string Summary { get; private set; } = "";

    /// <summary>The customer's own words.</summary>
    public string? Words { get; private set; }

    /// <summary>By the hash of their content.</summary>
    public IReadOnlyList<string> Media { get; private init; } = [];

    /// <summary>Its number where it comes from; a second one with the same is the same request.</summary>
    public string? ExternalRef { get; private init; }

    public RequestState State { get; private set; }

    public string? Question { get; private set; }

    public string? Answer { get; private set; }

    public WorkOrderId? WorkOrder { get; private set; }

    /// <summary>Kept beside the state, so that the queue is found among all that was ever asked.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>By when somebody has looked at it and said what becomes of it.</summary>
    public Instant? AnswerBy { get; private set; }

    public Priority Wanted => Urgency switch { Urgency.Emergency => Priority.Emergency, Urgency.High => Priority.High, Urgency.Low => Priority.Low, _ => Priority.Normal };

    /// <summary>Its place in the queue, the least first: emergencies, then by age. Waiting for an answer does not change it.</summary>
    public long Turn { get; private set; }

    public static (ServiceRequest, RequestReceived) Receive(ServiceRequestId id, long number, Told told, Instant at)
    {
        Refusal.If(string.IsNullOrWhiteSpace(told.Summary), "request.empty", "Say in a few words what is needed.");
        Refusal.If(told.Summary.Length > SummaryLength, "request.too-long", $"Keep the summary under {SummaryLength} characters; the rest belongs in the words.");
        Refusal.If(told.Words?.Length > WordsLength, "request.too-long", $"Keep the words under {WordsLength} characters.");
        Refusal.If(told.Media.Any(m => !Blobs.IsHash(m)), "request.media", "Media are named by the hash that the upload answered with.");

        var request = new ServiceRequest
        {
            Id = id, Number = number, Branch = told.Branch, Channel = told.Channel, ReceivedAt = at, Urgency = told.Urgency, Account = told.Account, Site = told.Site,
            Asset = told.Asset, Contact = told.Contact, CallerName = told.CallerName, CallerPhone = told.CallerPhone, CallerEmail = told.CallerEmail, Symptom = told.Symptom,
            Summary = told.Summary.Trim(), Words = told.Words, Media = told.Media, ExternalRef = told.ExternalRef,
        };
        request.Become(RequestState.New);
        request.Rank();
        return (request, new RequestReceived(id, told.Channel, told.Urgency, number));
    }

    public RequestDescribed Describe(AccountId? account, SiteId? site, AssetId? asset, ContactId? contact, string? symptom, Urgency? urgency, string? summary)
    {
        MustBeOpen();
        (Account, Site, Asset, Contact) = (account ?? Account, site ?? Site, asset ?? Asset, contact ?? Contact);
        (Symptom, Urgency, Summary) = (symptom ?? Symptom, urgency ?? Urgency, summary ?? Summary);
        Rank();
        return new RequestDescribed(Id);
    }

    public void AnswerWithin(Instant due) => AnswerBy = due;

    /// <summary>What they said later is added to what they said first.</summary>
    public RequestDescribed AddWords(string words)
    {
        MustBeOpen();
        Refusal.If(string.IsNullOrWhiteSpace(words), "request.empty", "Say in a few words what is needed.");
        var all = $"{Words}\n\n{words.Trim()}".Trim();
        Words = all.Length <= WordsLength ? all : all[^WordsLength..];
        return new RequestDescribed(Id);
    }

    public RequestAsked Ask(string question)
    {
        MustBeOpen();
        Refusal.If(string.IsNullOrWhiteSpace(question), "request.question-empty", "Say what the customer is asked for.");
        Question = question;
        Become(RequestState.Waiting);
        return new RequestAsked(Id);
    }

    public RequestAnswered TakeAnswer(string answer)
    {
        Refusal.If(State != RequestState.Waiting, "request.not-waiting", "Nothing was asked about this request.");
        Answer = answer;
        Become(RequestState.New);
        return new RequestAnswered(Id);
    }

    public void Becomes(WorkOrderId order)
    {
        Refusal.If(WorkOrder is not null, "request.already-ordered", "There is already a work order for this request.");
        MustBeOpen();
        WorkOrder = order;
        Become(RequestState.Ordered);
    }

    public RequestMerged Merge(WorkOrder into)
    {
        MustBeOpen();
        Refusal.If(into.Branch != Branch, "request.other-branch", "This order belongs to another branch.");
        Refusal.If(into.State is WorkOrderState.Closed or WorkOrderState.Cancelled or WorkOrderState.CannotComplete, "request.order-ended", "That order has ended; open a new one.");
        WorkOrder = into.Id;
        Become(RequestState.Merged);
        return new RequestMerged(Id, into.Id);
    }

    public RequestDeclined Decline(DeclineReason reason)
    {
        MustBeOpen();
        Become(RequestState.Declined);
        return new RequestDeclined(Id, reason);
    }

    /// <summary>That somebody asked for something stays; who, and in which words, does not.</summary>
    public RequestForgotten Forget()
    {
        (CallerName, CallerPhone, CallerEmail, Summary, Words, Question, Answer) = (null, null, null, "", null, null, null);
        return new RequestForgotten(Id);
    }

    private void Become(RequestState state) => (State, IsOpen) = (state, state is RequestState.New or RequestState.Waiting);

    private void MustBeOpen() => Refusal.If(!IsOpen, "request.settled", $"This request is already {House.Kebab(State.ToString())}.");

    private void Rank() => Turn = (Urgency == Urgency.Emergency ? 0 : 1_000_000_000_000) + ReceivedAt.ToUnixTimeSeconds();
}

/// <summary>What was said when it came in; whatever is known is given, the rest is found out.</summary>
internal sealed record Told(
    BranchId Branch, Channel Channel, Urgency Urgency, string Summary, string? Words, IReadOnlyList<string> Media, AccountId? Account, SiteId? Site, AssetId? Asset,
    ContactId? Contact, string? CallerName, string? CallerPhone, string? CallerEmail, string? Symptom, string? ExternalRef);
