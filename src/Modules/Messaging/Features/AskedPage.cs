using System.Text;
using static Callout.Messaging.PortalPage;

namespace Callout.Messaging;

/// <summary>What the page of a request shows while no visit is booked for it.</summary>
internal sealed record Asked(RequestSummary Request, Identity.Letterhead By, string? Phone)
{
    public ServiceRequestId Id => Request.Id;
}

/// <summary>Writes the page that whoever asked keeps: that we have it, what we still want to know, that a visit is being planned.</summary>
internal sealed class AskedPage(PortalWords words, string address)
{
    public string Of(Asked a)
    {
        var page = new StringBuilder($"<div id=\"live\"><main class=\"main\">{Stages(a.Request.State)}");
        page.Append(a.Request.State switch
        {
            RequestState.Waiting => Question(a.Request.Question ?? ""),
            RequestState.Ordered or RequestState.Merged => Said("", words["planning"], words["findingMore"]),
            RequestState.Declined => Said("", words["declined"], words["declinedMore"]),
            _ => Said(Tick, words["haveIt", a.Request.Number], words["haveItMore"]),
        });
        if (a.Request.State != RequestState.Declined) page.Append($"<p class=\"said\">{E(words["keepLink"])}</p>");
        if (a.Request.Summary.Length > 0) page.Append($"<h2>{E(words["youWrote"])}</h2><p class=\"quote\">{E(a.Request.Summary)}</p>");
        if (a.Phone is not null) page.Append($"<p class=\"foot\">{E(words["rather"])}</p>");
        return Whole(words, words["requestTitle", a.By.Name], a.By.Name, a.Phone, "portal.js", page.Append("</main></div>").ToString());
    }

    private static string Said(string sign, string head, string more) => $"{sign}<h1>{E(head)}</h1><p class=\"when\">{E(more)}</p>";

    private string Question(string question) =>
        $"<h1>{E(words["asked"])}</h1><p class=\"quote\">{E(question)}</p><form method=\"post\" action=\"{address}/answer\"><label for=\"text\">{E(words["answerLabel"])}</label>"
        + $"<textarea id=\"text\" name=\"text\" rows=\"3\" maxlength=\"2000\" required></textarea><button class=\"btn\">{E(words["send"])}</button></form>";

    private string Stages(RequestState state)
    {
        if (state == RequestState.Declined) return "";
        List<string> names = [words["received"], .. words.List("stages")];
        var bar = string.Concat(names.Select((n, i) => $"<li class=\"{(i == 0 ? "n" : "")}\"{(i == 0 ? " aria-current=\"step\"" : "")} aria-label=\"{E(n)}\"></li>"));
        return $"<ol class=\"stages s-dispatched\">{bar}</ol><p class=\"stl\"><b>{E(names[0])}</b><span>{E(words["next", names[1].ToLowerInvariant()])}</span></p>";
    }
}
