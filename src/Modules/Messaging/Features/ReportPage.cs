using System.Text;
using Callout.Identity;
using static Callout.Messaging.PortalPage;

namespace Callout.Messaging;

/// <summary>Writes the public form: it works without script, in four languages, and gives back every word when something is wrong.</summary>
internal sealed class ReportPage(PortalWords words, string address, string organisation, string? phone, IReadOnlyList<BranchSummary> branches)
{
    private static readonly (string Code, string Name)[] Languages = [("en", "English"), ("sw", "Kiswahili"), ("fr", "Français"), ("de", "Deutsch")];

    public string Thanks() => Whole($"<main class=\"main\">{Tick}<h1>{E(words["thanksReport"])}</h1><p class=\"when\">{E(words["thanksReportMore"])}</p></main>");

    public string Closed() => Whole($"<main class=\"main\"><h1>{E(words["closedReport"])}</h1><p class=\"when\">{E(words["closedReportMore"])}</p></main>");

    public string Of(ReportForm form, IReadOnlyList<(string Field, string Words)> faults)
    {
        var page = new StringBuilder($"<main class=\"main\" id=\"report\"><form method=\"post\" action=\"{E(address)}\" enctype=\"multipart/form-data\" novalidate data-offline=\"{E(words["offline"])}\" data-sending=\"{E(words["sending"])}\">");
        // The first button of a form is the one that Enter presses: it must be the one that sends.
        page.Append("<button class=\"away\" tabindex=\"-1\" aria-hidden=\"true\"></button>");
        page.Append($"<h1>{E(words["report"])}</h1><p class=\"when\">{E(words["reportMore"])}</p>");
        page.Append($"<p class=\"tongues\" aria-label=\"{E(words["language"])}\">{string.Concat(Languages.Select(l => $"<button name=\"language\" value=\"{l.Code}\" lang=\"{l.Code}\" formnovalidate{(l.Code == words.Language ? " aria-current=\"true\"" : "")}>{l.Name}</button>"))}</p>");
        if (faults.Count > 0) page.Append($"<div class=\"wrong\" role=\"alert\" tabindex=\"-1\"><b>{E(words["wrong"])}</b><ul>{string.Concat(faults.Select(f => $"<li><a href=\"#{f.Field}\">{E(f.Words)}</a></li>"))}</ul></div>");
        page.Append($"<input type=\"hidden\" name=\"key\" value=\"{form.Key}\"><input type=\"hidden\" name=\"since\" value=\"{E(form.Since)}\"><input type=\"hidden\" name=\"in\" value=\"{words.Language}\">");
        page.Append(Area("trouble", words["trouble"], words["troubleHint"], form.Trouble, 4, 4000, faults));
        page.Append(Photos(form, faults));
        page.Append(Line("serial", words["serial"], words["serialHint"], form.Serial, "text", "autocapitalize=\"characters\" autocomplete=\"off\"", false, faults));
        page.Append(Area("place", words["place"], words["placeHint"], form.Place, 2, 500, faults));
        if (branches.Count > 1) page.Append($"<label for=\"branch\">{E(words["branch"])}</label><select id=\"branch\" name=\"branch\">{string.Concat(branches.Select(b => $"<option value=\"{E(b.Code)}\"{(b.Code == form.Branch ? " selected" : "")}>{E(b.Name)}</option>"))}</select>");
        page.Append(Line("name", words["yourName"], null, form.Name, "text", "autocomplete=\"name\"", true, faults));
        page.Append($"<fieldset><legend>{E(words["reach"])}</legend>");
        page.Append(Line("phone", words["phone"], null, form.Phone, "tel", "autocomplete=\"tel\" inputmode=\"tel\"", true, faults));
        page.Append(Line("email", words["email"], null, form.Email, "email", "autocomplete=\"email\" inputmode=\"email\"", true, faults));
        page.Append("</fieldset>");
        page.Append($"<fieldset><legend>{E(words["urgent"])}</legend>{string.Concat(new[] { "normal", "high", "emergency" }.Select(u => Choice(u, form.Urgency)))}</fieldset>");
        page.Append($"<div class=\"away\" aria-hidden=\"true\"><label for=\"website\">{E(words["website"])}</label><input id=\"website\" name=\"website\" tabindex=\"-1\" autocomplete=\"off\" value=\"{E(form.Website)}\"></div>");
        page.Append($"<p class=\"wait\" role=\"status\"></p><button class=\"btn\" id=\"send\">{E(words["sendReport"])}</button><p class=\"foot\">{E(words["privacy", organisation])}</p></form></main>");
        return Whole(page.ToString());
    }

    private string Photos(ReportForm form, IReadOnlyList<(string Field, string Words)> faults)
    {
        var kept = string.Concat(form.Photos.Select((p, i) => $"<li><label class=\"kept\"><input type=\"checkbox\" name=\"photo\" value=\"{E(p)}\" checked>{E(words["photoKept", i + 1])}</label></li>"));
        return $"<div class=\"photos\" id=\"photos\" data-atmost=\"{ReportForm.PhotosAtMost}\" data-many=\"{E(words["tooManyPhotos", ReportForm.PhotosAtMost])}\" data-large=\"{E(words["photoLarge", "{0}", "{1}", Blobs.SizeAtMost >> 20])}\" data-empty=\"{E(words["photoEmpty", "{0}"])}\" data-coming=\"{E(words["photoComing"])}\" data-lost=\"{E(words["offline"])}\" data-remove=\"{E(words["photoRemove"])}\" data-name=\"{E(words["photoKept", "{0}"])}\">"
            + $"<label for=\"files\">{E(words["photos"])} <i>{E(words["optional"])}</i></label><p class=\"hint\">{E(words["photosHint", ReportForm.PhotosAtMost])}</p><ul class=\"tiles\">{kept}</ul><label class=\"add\" for=\"files\">{Camera}<span>{E(words["addPhoto"])}</span></label><input id=\"files\" name=\"files\" type=\"file\" accept=\"image/*\" multiple>{Fault("photos", faults)}</div>";
    }

    private string Line(string name, string label, string? hint, string value, string type, string also, bool needed, IReadOnlyList<(string Field, string Words)> faults) =>
        $"{Label(name, label, hint, needed)}<input id=\"{name}\" name=\"{name}\" type=\"{type}\" value=\"{E(value)}\" maxlength=\"400\" {also}{Described(name, hint, faults)}>{Fault(name, faults)}";

    private string Area(string name, string label, string hint, string value, int rows, int longest, IReadOnlyList<(string Field, string Words)> faults) =>
        $"{Label(name, label, hint, true)}<textarea id=\"{name}\" name=\"{name}\" rows=\"{rows}\" maxlength=\"{longest}\"{Described(name, hint, faults)}>\n{E(value)}</textarea>{Fault(name, faults)}";

    private string Label(string name, string label, string? hint, bool needed) =>
        $"<label for=\"{name}\">{E(label)}{(needed ? "" : $" <i>{E(words["optional"])}</i>")}</label>{(hint is null ? "" : $"<p class=\"hint\" id=\"{name}-hint\">{E(hint)}</p>")}";

    private static string Described(string name, string? hint, IReadOnlyList<(string Field, string Words)> faults)
    {
        var wrong = faults.Any(f => f.Field == name);
        var by = string.Join(' ', new[] { hint is null ? null : $"{name}-hint", wrong ? $"{name}-fault" : null }.OfType<string>());
        return $"{(wrong ? " aria-invalid=\"true\"" : "")}{(by.Length > 0 ? $" aria-describedby=\"{by}\"" : "")}";
    }

    private static string Fault(string name, IReadOnlyList<(string Field, string Words)> faults) =>
        string.Join(' ', faults.Where(f => f.Field == name).Select(f => f.Words)) is { Length: > 0 } said ? $"<p class=\"fault\" id=\"{name}-fault\">{E(said)}</p>" : "";

    private string Choice(string value, string chosen) =>
        $"<label class=\"choice\"><input type=\"radio\" name=\"urgency\" value=\"{value}\"{(value == chosen || (value == "normal" && chosen is not ("high" or "emergency")) ? " checked" : "")}><span>{E(words[$"urgent-{value}"])}</span></label>";

    private string Whole(string body) => PortalPage.Whole(words, words["reportTitle", organisation], organisation, phone, "report.js", body);
}
