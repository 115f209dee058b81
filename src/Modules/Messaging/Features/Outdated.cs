namespace Callout.Messaging;

/// <summary>Looked at once more when its turn comes: what would not be true any more is not said, whichever reaction came first.</summary>
internal static class Outdated
{
    public static async Task<bool> Is(Message message, Reading reading, CancellationToken ct)
    {
        if (message is not { Visit: { } visit, Occasion: Occasion.Booked or Occasion.Moved or Occasion.JobSent }) return false;
        var state = (await Visits.Of(visit, reading, ct)).State;
        return message.Occasion == Occasion.JobSent ? state != VisitState.Dispatched : state is VisitState.Cancelled or VisitState.Tentative;
    }
}
