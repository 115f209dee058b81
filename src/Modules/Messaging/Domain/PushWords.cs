namespace Callout.Messaging;

/// <summary>What a technician's device shows: the worker on it knows no words of its own.</summary>
/// <param name="Accept">The id of the command that accepts, so that a double tap is one; null where there is nothing to accept.</param>
/// <param name="Stay">It stays until somebody looks at it.</param>
internal sealed record PushPayload(string Title, string Body, VisitId Visit, string Language, bool Stay, Guid? Accept, PushAnswers Words);

/// <param name="Taken">After accepting, under the job's own words.</param>
/// <param name="NotTaken">When it could not be accepted, before the reason.</param>
internal sealed record PushAnswers(string Accept, string Decline, string Taken, string NotTaken);

internal static class PushWords
{
    private static readonly Dictionary<string, PushAnswers> Answers = new()
    {
        ["en"] = new("Accept", "Decline", "Accepted", "Not accepted"),
        ["sw"] = new("Kubali", "Kataa", "Imekubaliwa", "Haikukubaliwa"),
        ["fr"] = new("Accepter", "Refuser", "Acceptée", "Pas acceptée"),
        ["de"] = new("Annehmen", "Ablehnen", "Angenommen", "Nicht angenommen"),
    };

    private static readonly Dictionary<(string Language, Occasion Occasion), string> Titles = new()
    {
        [("en", Occasion.JobSent)] = "New job, {when}", [("en", Occasion.JobChanged)] = "Job WO-{number} is now {when}",
        [("en", Occasion.JobTakenAway)] = "Job WO-{number} is no longer yours", [("en", Occasion.JobCancelled)] = "Job WO-{number} is cancelled",
        [("sw", Occasion.JobSent)] = "Kazi mpya, {when}", [("sw", Occasion.JobChanged)] = "Kazi WO-{number} sasa ni {when}",
        [("sw", Occasion.JobTakenAway)] = "Kazi WO-{number} si yako tena", [("sw", Occasion.JobCancelled)] = "Kazi WO-{number} imefutwa",
        [("fr", Occasion.JobSent)] = "Nouvelle intervention, {when}", [("fr", Occasion.JobChanged)] = "Intervention WO-{number} : maintenant {when}",
        [("fr", Occasion.JobTakenAway)] = "L’intervention WO-{number} n’est plus à vous", [("fr", Occasion.JobCancelled)] = "Intervention WO-{number} annulée",
        [("de", Occasion.JobSent)] = "Neuer Einsatz, {when}", [("de", Occasion.JobChanged)] = "Einsatz WO-{number} ist jetzt {when}",
        [("de", Occasion.JobTakenAway)] = "Einsatz WO-{number} ist nicht mehr Ihrer", [("de", Occasion.JobCancelled)] = "Einsatz WO-{number} ist abgesagt",
    };

    public static string Title(Occasion occasion, string language, string day, string time, long number) =>
        Titles[(language, occasion)].Replace("{when}", $"{day} {time}".Trim(), StringComparison.Ordinal).Replace("{number}", $"{number}", StringComparison.Ordinal).TrimEnd(' ', ',');

    public static PushPayload Payload(Message message, VisitId visit, string language)
    {
        var (offered, urgent) = (message.Occasion == Occasion.JobSent, message.Occasion is Occasion.JobSent or Occasion.JobCancelled);
        return new(message.Way.Subject ?? "", message.Way.Text, visit, language, urgent, offered ? Id.Derived(message.Key, 0, "accept") : null, Answers[language]);
    }
}
