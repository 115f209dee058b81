namespace Callout.Billing;

/// <summary>What stands on invoices and confirmations, in each language.</summary>
internal static class BillingWords
{
    private static readonly Dictionary<string, string[]> All = new()
    {
        ["invoice"] = ["Invoice", "Ankara", "Facture", "Rechnung"],
        ["cover"] = ["Cover confirmation", "Uthibitisho wa malipo", "Confirmation de prise en charge", "Deckungsbestätigung"],
        ["Draft"] = ["Draft", "Rasimu", "Brouillon", "Entwurf"],
        ["Void"] = ["Void", "Imebatilishwa", "Annulée", "Storniert"],
        ["Waived"] = ["Waived", "Imesamehewa", "Abandonnée", "Erlassen"],
        ["unnumbered"] = ["No number yet", "Bado haina nambari", "Pas encore de numéro", "Noch ohne Nummer"],
        ["date"] = ["d MMMM uuuu", "d MMMM uuuu", "d MMMM uuuu", "d. MMMM uuuu"],
        ["to"] = ["Billed to", "Inatozwa kwa", "Facturé à", "Rechnung an"],
        ["customer"] = ["Customer", "Mteja", "Client", "Kunde"],
        ["number"] = ["Registration {0}", "Usajili {0}", "Immatriculation {0}", "Registernr. {0}"],
        ["for"] = ["For", "Kwa ajili ya", "Pour", "Für"],
        ["order"] = ["Work order WO-{0}", "Kazi WO-{0}", "Ordre de travail WO-{0}", "Auftrag WO-{0}"],
        ["doneOn"] = ["Done on {0}", "Ilifanywa {0}", "Réalisé le {0}", "Ausgeführt am {0}"],
        ["pay"] = ["To pay", "Ya kulipa", "À payer", "Zu zahlen"],
        ["due"] = ["Due {0}", "Kufikia {0}", "À régler avant le {0}", "Fällig am {0}"],
        ["issued"] = ["Issued {0}", "Ilitolewa {0}", "Émise le {0}", "Ausgestellt am {0}"],
        ["paid"] = ["Paid", "Imelipwa", "Payée", "Bezahlt"],
        ["line"] = ["Description", "Maelezo", "Désignation", "Bezeichnung"],
        ["quantity"] = ["Quantity", "Idadi", "Quantité", "Menge"],
        ["unitPrice"] = ["Unit price, {0}", "Bei kwa kimoja, {0}", "Prix unitaire, {0}", "Einzelpreis, {0}"],
        ["amount"] = ["Amount, {0}", "Kiasi, {0}", "Montant, {0}", "Betrag, {0}"],
        ["covered"] = ["Covered", "Imelipiwa", "Pris en charge", "Gedeckt"],
        ["unpriced"] = ["no price yet", "bado haina bei", "pas encore de prix", "noch ohne Preis"],
        ["net"] = ["Net", "Kabla ya kodi", "Total hors taxe", "Netto"],
        ["tax"] = ["{0} {1}", "{0} {1}", "{0} {1}", "{0} {1}"],
        ["total"] = ["Total", "Jumla", "Total", "Gesamt"],
        ["received"] = ["Received {0}, {1}", "Imepokelewa {0}, {1}", "Reçu le {0}, {1}", "Eingegangen am {0}, {1}"],
        ["open"] = ["Still open", "Imebaki", "Reste à payer", "Noch offen"],
        ["Cash"] = ["cash", "taslimu", "espèces", "bar"],
        ["Bank"] = ["bank transfer", "benki", "virement", "Überweisung"],
        ["MobileMoney"] = ["mobile money", "pesa ya simu", "argent mobile", "Mobile Money"],
        ["Card"] = ["card", "kadi", "carte", "Karte"],
        ["nothing"] = ["Nothing is to be paid for this work", "Hakuna cha kulipa kwa kazi hii", "Rien n’est à payer pour ce travail", "Für diese Arbeit ist nichts zu zahlen"],
        ["why"] = ["It is covered as the lines below say.", "Imelipiwa kama mistari hapa chini inavyosema.", "Elle est prise en charge comme indiqué ci-dessous.", "Sie ist gedeckt, wie unten angegeben."],
        ["quote"] = ["Please give {0} with your payment.", "Tafadhali taja {0} unapolipa.", "Merci d’indiquer {0} avec votre paiement.", "Bitte geben Sie bei der Zahlung {0} an."],
        ["page"] = ["Page {0} of {1}", "Ukurasa {0} wa {1}", "Page {0} sur {1}", "Seite {0} von {1}"],
        ["hour"] = ["h", "saa", "h", "Std."],
        ["piece"] = ["pc", "kipande", "pce", "Stk."],
        ["labour"] = ["Labour, visit {0}", "Kazi, ziara {0}", "Main-d’œuvre, visite {0}", "Arbeitszeit, Einsatz {0}"],
        ["travel"] = ["Travel, visit {0}", "Safari, ziara {0}", "Déplacement, visite {0}", "Anfahrt, Einsatz {0}"],
        ["callout"] = ["Callout fee", "Ada ya kufika", "Frais de déplacement", "Anfahrtspauschale"],
    };

    public static Wordbook In(string language) => new(All, language);
}
