namespace Callout.Messaging;

/// <summary>The link through which somebody follows what became of their request. It is kept only as its hash.</summary>
internal sealed class RequestTracking : Entity<RequestTrackingId>, IInBranch
{
    private static readonly Duration Lasts = Duration.FromDays(90);

    public BranchId Branch { get; private init; }

    public ServiceRequestId Request { get; private init; }

    /// <summary>In which they wrote to us.</summary>
    public string Language { get; private init; } = "";

    public byte[] TokenHash { get; private init; } = [];

    public Instant Expires { get; private init; }

    public static RequestTrackingId IdOf(ServiceRequestId request) => new(Kernel.Id.Derived(request.Value, 0, "tracking"));

    public static RequestTracking Of(ServiceRequestId request, BranchId branch, string language, Instant now, KeyRing keys) =>
        new() { Id = IdOf(request), Branch = branch, Request = request, Language = language, TokenHash = Tracking.HashOf(TokenOf(request, keys)), Expires = now + Lasts };

    /// <summary>256 bits that only this installation can make, and makes again whenever a message needs them.</summary>
    public static string TokenOf(ServiceRequestId request, KeyRing keys) => keys.Sign($"request-tracking/{request}");
}
