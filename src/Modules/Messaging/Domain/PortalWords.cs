namespace Callout.Messaging;

/// <summary>What stands on the customer's pages, in each language.</summary>
internal sealed class PortalWords(string language)
{
    private static readonly Dictionary<string, string[]> All = new()
    {
        ["talk"] = ["Talk to us", "Ongea nasi", "Nous parler", "Mit uns sprechen"],
        ["stages"] = ["Booked|Confirmed|Preparing|On the way|Arrived|Working|Done", "Imepangwa|Imethibitishwa|Maandalizi|Njiani|Amefika|Anafanya kazi|Imekamilika", "Réservé|Confirmé|Préparation|En route|Arrivé|En cours|Terminé", "Gebucht|Bestätigt|Vorbereitung|Unterwegs|Angekommen|In Arbeit|Erledigt"],
        ["next"] = ["Next: {0}", "Kinachofuata: {0}", "Ensuite : {0}", "Als Nächstes: {0}"],
        ["minutes"] = ["About {0} minutes", "Kama dakika {0}", "Environ {0} minutes", "Etwa {0} Minuten"],
        ["about"] = ["About {0}", "Karibu {0}", "Vers {0}", "Gegen {0}"],
        ["here"] = ["Here around {0}.", "Hapa karibu {0}.", "Sur place vers {0}.", "Hier gegen {0}."],
        ["promised"] = ["Promised {0} to {1}", "Iliyoahidiwa {0} hadi {1}", "Promis entre {0} et {1}", "Zugesagt {0} bis {1}"],
        ["now"] = ["now {0} to {1}", "sasa {0} hadi {1}", "maintenant {0} à {1}", "jetzt {0} bis {1}"],
        ["late"] = ["{0} minutes late, we are sorry", "Tumechelewa dakika {0}, samahani", "{0} minutes de retard, nous sommes désolés", "{0} Minuten zu spät, es tut uns leid"],
        ["behind"] = ["The visit before yours takes longer than planned. You are next.", "Ziara iliyo kabla yako inachukua muda zaidi. Wewe ni anayefuata.", "La visite précédente dure plus longtemps que prévu. Vous êtes le suivant.", "Der Termin vor Ihnen dauert länger als geplant. Sie sind als Nächstes dran."],
        ["traffic"] = ["The way takes longer than planned.", "Safari inachukua muda zaidi.", "Le trajet prend plus de temps que prévu.", "Der Weg dauert länger als geplant."],
        ["finding"] = ["We are finding a new time", "Tunatafuta muda mpya", "Nous cherchons un nouveau moment", "Wir suchen einen neuen Termin"],
        ["findingMore"] = ["You will hear from us as soon as it is set.", "Tutakujulisha mara tu utakapopangwa.", "Nous vous prévenons dès qu’il est fixé.", "Sie hören von uns, sobald er feststeht."],
        ["arrived"] = ["{0} has arrived", "{0} amefika", "{0} est arrivé", "{0} ist da"],
        ["working"] = ["{0} is at work", "{0} anafanya kazi", "{0} est au travail", "{0} ist bei der Arbeit"],
        ["done"] = ["The work is done", "Kazi imekamilika", "Le travail est terminé", "Die Arbeit ist erledigt"],
        ["finished"] = ["Finished at {0}.", "Imemalizika saa {0}.", "Terminé à {0}.", "Fertig um {0}."],
        ["unfinished"] = ["We could not finish today", "Hatukuweza kumaliza leo", "Nous n’avons pas pu terminer", "Wir konnten heute nicht fertig werden"],
        ["unfinishedMore"] = ["We will come back to you with a new time.", "Tutarudi kwako na muda mpya.", "Nous revenons vers vous avec un nouveau moment.", "Wir melden uns mit einem neuen Termin."],
        ["cancelled"] = ["This visit is cancelled", "Ziara hii imefutwa", "Cette visite est annulée", "Dieser Termin ist abgesagt"],
        ["cancelledMore"] = ["If you still need us, ring us.", "Ukituhitaji bado, tupigie.", "Si vous avez encore besoin de nous, appelez-nous.", "Wenn Sie uns noch brauchen, rufen Sie an."],
        ["call"] = ["Call", "Piga", "Appeler", "Anrufen"],
        ["calendar"] = ["Calendar", "Kalenda", "Calendrier", "Kalender"],
        ["before"] = ["Before {0} arrives", "Kabla {0} hajafika", "Avant l’arrivée de {0}", "Bevor {0} kommt"],
        ["prep"] = ["Someone there to open the door|A clear way to what needs work|The power on, if it is safe", "Mtu wa kufungua mlango|Njia wazi hadi panapohitaji kazi|Umeme uwashwe, kama ni salama", "Quelqu’un pour ouvrir|Un accès dégagé|Le courant allumé, si c’est sans danger", "Jemand, der öffnet|Freier Zugang zur Anlage|Der Strom an, wenn es sicher ist"],
        ["note"] = ["Add a note for {0}", "Ongeza ujumbe kwa {0}", "Laisser un mot à {0}", "Nachricht für {0}"],
        ["noteLabel"] = ["How to get in, where to park", "Jinsi ya kuingia, mahali pa kuegesha", "Comment entrer, où se garer", "Wie man hineinkommt, wo man parkt"],
        ["send"] = ["Send", "Tuma", "Envoyer", "Senden"],
        ["another"] = ["Another time", "Muda mwingine", "Un autre moment", "Andere Zeit"],
        ["anotherLabel"] = ["When would suit you better?", "Ni lini ingekufaa zaidi?", "Quand cela vous conviendrait-il mieux ?", "Wann passt es Ihnen besser?"],
        ["cancel"] = ["Cancel the visit", "Futa ziara", "Annuler la visite", "Termin absagen"],
        ["cancelSure"] = ["We do not come then, and the time goes to somebody else.", "Hatutakuja, na muda utapewa mwingine.", "Nous ne viendrons pas et le créneau sera donné à quelqu’un d’autre.", "Wir kommen dann nicht, und die Zeit geht an jemand anderen."],
        ["how"] = ["How did {0} do?", "{0} alifanyaje?", "Comment {0} a-t-il travaillé ?", "Wie war {0}?"],
        ["words"] = ["In your words", "Kwa maneno yako", "Avec vos mots", "In Ihren Worten"],
        ["thanks"] = ["Thank you for telling us.", "Asante kwa kutuambia.", "Merci de votre avis.", "Danke für Ihre Rückmeldung."],
        ["live"] = ["Live, seen at {0}", "Moja kwa moja, ilionekana {0}", "En direct, vu à {0}", "Live, gesehen um {0}"],
        ["title"] = ["Your visit from {0}", "Ziara yako kutoka {0}", "Votre visite de {0}", "Ihr Termin von {0}"],
        ["expired"] = ["This link has ended", "Kiungo hiki kimeisha", "Ce lien a expiré", "Dieser Link ist abgelaufen"],
        ["expiredMore"] = ["It leads nowhere any more. Ask us for a new one; nothing about your visit has changed.", "Hakiendi popote tena. Tuombe kipya; hakuna kilichobadilika kuhusu ziara yako.", "Il ne mène plus nulle part. Demandez-nous-en un nouveau ; rien n’a changé pour votre visite.", "Er führt nirgendwohin mehr. Bitten Sie uns um einen neuen; an Ihrem Termin hat sich nichts geändert."],
        ["rather"] = ["Would you rather talk it over? Tap Talk to us.", "Ungependa kuzungumza? Bonyeza Ongea nasi.", "Vous préférez en parler ? Touchez Nous parler.", "Lieber persönlich? Tippen Sie auf Mit uns sprechen."],
    };

    private readonly int at = Math.Max(0, ((List<string>)[.. Phrases.Languages]).IndexOf(language));

    public string Language => language;

    public string this[string key, params object[] facts] => string.Format(System.Globalization.CultureInfo.InvariantCulture, All[key][at], facts);

    public string[] List(string key) => All[key][at].Split('|');
}
