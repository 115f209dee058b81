using System.Text.RegularExpressions;

namespace Callout.Messaging;

/// <summary>What is said on which occasion, in each language, when the organisation has no words of its own.</summary>
internal static partial class Phrases
{
    public static IReadOnlyList<string> Languages => Kernel.Languages.All;

    /// <summary>What can be filled in.</summary>
    public static readonly IReadOnlyList<string> Known = ["{name}", "{organisation}", "{number}", "{summary}", "{day}", "{from}", "{until}", "{technician}", "{minutes}", "{link}", "{phone}"];

    private static readonly Dictionary<(string Language, Occasion Occasion), (string Subject, string Text)> Ours = new()
    {
        [("en", Occasion.Booked)] = ("Your visit is booked for {day}", "{organisation}: your visit is booked for {day}, between {from} and {until}. Follow or change it: {link}"),
        [("en", Occasion.Moved)] = ("Your visit is now on {day}", "{organisation}: your visit has moved to {day}, between {from} and {until}. See or change it: {link}"),
        [("en", Occasion.Cancelled)] = ("Your visit on {day} is cancelled", "{organisation}: your visit on {day} is cancelled (order {number}). If you still need us, answer or ring {phone}"),
        [("en", Occasion.OnTheWay)] = ("{technician} is on the way", "{organisation}: {technician} is on the way and should be with you around {from}. Follow: {link}"),
        [("en", Occasion.Delayed)] = ("We are running late", "{organisation}: we are sorry, {technician} is running late and should be with you between {from} and {until}. See why, or choose another time: {link}"),
        [("en", Occasion.Done)] = ("The work is done", "{organisation}: the work is done (order {number}). See what was done, and tell us how it went: {link}"),
        [("en", Occasion.RequestReceived)] = ("We have your request {number}", "{organisation}: we have your request {number} and will come back to you. See how it goes: {link}"),

        [("sw", Occasion.Booked)] = ("Ziara yako imepangwa {day}", "{organisation}: ziara yako imepangwa {day}, kati ya {from} na {until}. Fuatilia au badilisha: {link}"),
        [("sw", Occasion.Moved)] = ("Ziara yako sasa ni {day}", "{organisation}: ziara yako imehamishiwa {day}, kati ya {from} na {until}. Tazama au badilisha: {link}"),
        [("sw", Occasion.Cancelled)] = ("Ziara yako ya {day} imefutwa", "{organisation}: ziara yako ya {day} imefutwa (kazi {number}). Ukituhitaji bado, jibu au piga {phone}"),
        [("sw", Occasion.OnTheWay)] = ("{technician} yuko njiani", "{organisation}: {technician} yuko njiani na atafika karibu saa {from}. Fuatilia: {link}"),
        [("sw", Occasion.Delayed)] = ("Tumechelewa", "{organisation}: samahani, {technician} amechelewa na atafika kati ya {from} na {until}. Tazama sababu au chagua muda mwingine: {link}"),
        [("sw", Occasion.Done)] = ("Kazi imekamilika", "{organisation}: kazi imekamilika ({number}). Tazama kilichofanyika na utuambie maoni yako: {link}"),
        [("sw", Occasion.RequestReceived)] = ("Tumepokea ombi lako {number}", "{organisation}: tumepokea ombi lako {number} na tutawasiliana nawe. Fuatilia: {link}"),

        [("fr", Occasion.Booked)] = ("Votre visite est prévue {day}", "{organisation} : votre visite est prévue {day}, entre {from} et {until}. Suivre ou modifier : {link}"),
        [("fr", Occasion.Moved)] = ("Votre visite est reportée au {day}", "{organisation} : votre visite est déplacée au {day}, entre {from} et {until}. Voir ou modifier : {link}"),
        [("fr", Occasion.Cancelled)] = ("Votre visite du {day} est annulée", "{organisation} : votre visite du {day} est annulée (ordre {number}). Si vous avez encore besoin de nous, répondez ou appelez {phone}"),
        [("fr", Occasion.OnTheWay)] = ("{technician} est en route", "{organisation} : {technician} est en route et devrait arriver vers {from}. Suivre : {link}"),
        [("fr", Occasion.Delayed)] = ("Nous avons du retard", "{organisation} : nous sommes désolés, {technician} a du retard et devrait arriver entre {from} et {until}. Voir pourquoi, ou choisir un autre moment : {link}"),
        [("fr", Occasion.Done)] = ("Le travail est terminé", "{organisation} : le travail est terminé (ordre {number}). Voir ce qui a été fait et donner votre avis : {link}"),
        [("fr", Occasion.RequestReceived)] = ("Nous avons reçu votre demande {number}", "{organisation} : nous avons reçu votre demande {number} et revenons vers vous. Suivre : {link}"),

        [("de", Occasion.Booked)] = ("Ihr Termin am {day} ist gebucht", "{organisation}: Ihr Termin ist gebucht für {day}, zwischen {from} und {until}. Verfolgen oder ändern: {link}"),
        [("de", Occasion.Moved)] = ("Ihr Termin ist jetzt am {day}", "{organisation}: Ihr Termin wurde verlegt auf {day}, zwischen {from} und {until}. Ansehen oder ändern: {link}"),
        [("de", Occasion.Cancelled)] = ("Ihr Termin am {day} ist abgesagt", "{organisation}: Ihr Termin am {day} ist abgesagt (Auftrag {number}). Brauchen Sie uns noch, antworten Sie oder rufen Sie an: {phone}"),
        [("de", Occasion.OnTheWay)] = ("{technician} ist unterwegs", "{organisation}: {technician} ist unterwegs und sollte gegen {from} bei Ihnen sein. Verfolgen: {link}"),
        [("de", Occasion.Delayed)] = ("Wir verspäten uns", "{organisation}: Es tut uns leid, {technician} verspätet sich und sollte zwischen {from} und {until} bei Ihnen sein. Grund ansehen oder andere Zeit wählen: {link}"),
        [("de", Occasion.Done)] = ("Die Arbeit ist erledigt", "{organisation}: Die Arbeit ist erledigt (Auftrag {number}). Sehen, was getan wurde, und uns Ihre Meinung sagen: {link}"),
        [("de", Occasion.RequestReceived)] = ("Wir haben Ihre Anfrage {number}", "{organisation}: Wir haben Ihre Anfrage {number} und melden uns. Verfolgen: {link}"),
    };

    private static readonly Dictionary<string, string> Greetings = new() { ["en"] = "Hello {name},", ["sw"] = "Habari {name},", ["fr"] = "Bonjour {name},", ["de"] = "Guten Tag {name}," };

    /// <summary>What customers are told in set words.</summary>
    public static readonly IReadOnlyList<Occasion> Occasions = [.. Ours.Keys.Select(k => k.Occasion).Distinct()];

    public static string Nearest(string? language) => Kernel.Languages.Nearest(language);

    public static (string Subject, string Text) Of(Occasion occasion, MessageChannel channel, string language)
    {
        var (subject, text) = Ours[(language, occasion)];
        return (subject, channel == MessageChannel.Email ? $"{Greetings[language]}\n\n{text}\n\n{{organisation}}\n{{phone}}" : text);
    }

    public static string Fill(string text, IReadOnlyDictionary<string, string> facts) =>
        Place().Replace(text, place => facts.TryGetValue(place.Value, out var fact) ? fact : place.Value);

    public static string? Unknown(string text) => Place().Matches(text).Select(m => m.Value).FirstOrDefault(p => !Known.Contains(p));

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Place();
}
