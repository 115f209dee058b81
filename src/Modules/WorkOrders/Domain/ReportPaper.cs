using System.Globalization;
using Callout.Paper;
using NodaTime.Text;
using Signed = Callout.Paper.Signed;

namespace Callout.WorkOrders;

/// <summary>Lays a service report out on the branch's paper.</summary>
/// <param name="picture">The content of a photo or signature by its hash; null when it is not here.</param>
internal sealed class ReportPaper(ReportFacts facts, Func<string, byte[]?> picture)
{
    private const int PhotosAtMost = 48;

    private readonly Wordbook words = ReportWords.In(facts.Language);

    private CultureInfo Culture => words.Culture;

    public byte[] Print()
    {
        var number = $"WO-{facts.Number}";
        var sheet = new Sheet($"{words["title"]} {number}", facts.By.Name, facts.At.ToDateTimeUtc())
        {
            Foot = ($"{facts.By.Name}, {number}", words["zone", facts.Zone.Id.Split('/')[^1].Replace('_', ' ')]),
            PageOf = (page, of) => words["page", page, of],
        };
        sheet.Add(new Paper.Letterhead(facts.By.Name, facts.By.Branch, facts.By.Reached));
        sheet.Add(new Title(words["title"], facts.Kind ?? facts.Summary, number, Day(facts.At, words["date"])));
        sheet.Add(new Beside(20, [1, 1, 1.15f],
            new Facts(words["customer"], facts.Customer ?? facts.Contact, facts.Customer is null ? null : facts.Contact, facts.Phone),
            new Facts(words["site"], facts.Site ?? facts.Address ?? "–", facts.Site is null ? null : facts.Address),
            Asset()));
        foreach (var block in new Block?[] { new Gap(9), Result(), Checks(), Parts(), Extras(), Times(), Photos(), Notes(), Signatures() }) sheet.Add(block);
        return sheet.Print();
    }

    private Facts Asset()
    {
        if (facts.Assets.Count == 0) return new Facts(words["asset"], "–");
        var asset = facts.Assets[0];
        return new Facts(words["asset"], asset.Model ?? asset.Name, asset.Model is null ? null : asset.Name, asset.Serial is { } serial ? words["serial", serial] : null,
            asset.WarrantyUntil is { } until ? words["warranty", Date(until)] : null, facts.Assets.Count > 1 ? words["assets", facts.Assets.Count - 1] : null);
    }

    private Framed Result()
    {
        var (last, quiet) = (facts.Visits[^1], new Style(9, Tone: Tone.Quiet));
        var body = new Style(9);
        var headline = last.State == VisitState.Completed ? words[$"Completed.{last.Outcome ?? VisitOutcome.Fixed}"] : words[last.State.ToString()] + (last.Reason is { } reason ? $": {words[reason]}" : "");
        List<Phrase> said = [new(words["reported"], quiet), new($"{Sentence(facts.Summary)} ", body)];
        if (facts.Found.Count > 0) said.AddRange([new(words["found"], quiet), new($"{Sentence(string.Join(", ", facts.Found))} ", body)]);
        if (facts.Made is { } made) said.AddRange([new(words["made"], quiet), new(Sentence(made), body)]);
        var interim = facts.State is WorkOrderState.Completed or WorkOrderState.Closed || last.State != VisitState.Completed || last.Outcome == VisitOutcome.FollowUpNeeded ? null : new Paragraph(new Phrase(words["interim"], quiet));
        return new Framed(last is { State: VisitState.Completed, Outcome: not VisitOutcome.FollowUpNeeded } ? Tone.Good : Tone.Warn,
            [new Paragraph(new Phrase(headline, new(11, true))), new Gap(2), new Paragraph(said), .. interim is null ? Array.Empty<Block>() : [interim]]);
    }

    private Stack? Checks()
    {
        if (facts.Checks.Count == 0) return null;
        Column[] columns = [new(words["checked"], 3.4f), new(words["value"], 1.7f, Side.Right), new(words["limits"], 1.7f, Side.Right), new(words["lies"], 1.75f), new(words["result"], 1.5f, Side.Right)];
        return new Stack(new Heading(words["readings"]), new Table(columns, [.. facts.Checks.Select(Check)]));
    }

    private IReadOnlyList<Cell> Check(ReportCheck check)
    {
        var (item, answer) = check;
        if (answer is null) return [item.Text, "", Limits(item), Cell.Empty, words["unanswered"]];
        if (item.Kind == AnswerKind.Tick)
            return [WithRemark(item.Text, answer.Remark), "", "", Cell.Empty, answer.Value switch
            {
                "not-ok" => Cell.Strong(words["not-ok"], Tone.Bad, new Warning()),
                "n/a" => words["n/a"],
                _ => Cell.Strong(words["ok"], Tone.Good, new Tick()),
            }];
        var number = double.TryParse(answer.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var read) && item.Kind == AnswerKind.Number;
        var limited = item.Least is not null || item.Most is not null;
        var value = number ? $"{Number(read)} {item.Unit}".Trim() : answer.Value;
        return
        [
            WithRemark(item.Text, answer.Remark), Cell.Strong(value), Limits(item), number && limited ? new Cell([], new Gauge(read, item.Least, item.Most)) : Cell.Empty,
            !limited && answer.InLimits ? Cell.Empty : answer.InLimits ? Cell.Strong(words["within"], Tone.Good, new Tick()) : Cell.Strong(words["outside"], Tone.Bad, new Warning()),
        ];
    }

    private static Cell WithRemark(string text, string? remark) => remark is null ? text : new Cell([new Phrase(text, Style.Body), new Phrase($"\n{remark}", Style.Note)]);

    private string Limits(ChecklistItem item) => item switch
    {
        { Least: { } least, Most: { } most } => words["between", Number(least), Number(most)],
        { Least: { } least } => words["least", Number(least)],
        { Most: { } most } => words["most", Number(most)],
        _ => "",
    };

    private Stack? Parts()
    {
        List<UsedPart> parts = [.. facts.Visits.SelectMany(v => v.Parts)];
        if (parts.Count == 0) return null;
        Column[] columns = [new(words["part"], 4), new(words["code"], 2.6f), new(words["quantity"], 1.6f, Side.Right), new(words["charge"], 1.6f, Side.Right)];
        return new Stack(new Heading(words["parts"]), new Table(columns, [.. parts.Select(p => (IReadOnlyList<Cell>)
            [p.Name, p.Serial is { } serial ? new Cell([new Phrase(p.Code, Style.Body), new Phrase($"\n{words["serial", serial]}", Style.Note)]) : p.Code, $"{p.Quantity.ToString("0.###", Culture)} {p.Unit}", words[facts.PartsCovered ? "covered" : "charged"]])]));
    }

    private Stack? Extras()
    {
        List<ApprovedExtra> extras = [.. facts.Visits.SelectMany(v => v.Extras)];
        if (extras.Count == 0) return null;
        Column[] columns = [new(words["what"], 4), new(words["approved"], 3.4f), new(words["price"], 2, Side.Right)];
        return new Stack(new Heading(words["extras"]), new Table(columns, [.. extras.Select(e => (IReadOnlyList<Cell>)[e.What, $"{e.ApprovedBy}, {Clock(e.At)}", e.Price.Say(Culture)])]));
    }

    private Stack Times()
    {
        Column[] columns = [new(words["visit"], 2.2f), new(words["technician"], 2.2f), new(words["planned"], 1.7f), new(words["travel"], 1.4f), new(words["present"], 1.7f), new(words["worked"], 1.4f, Side.Right)];
        return new Stack(new Heading(words["times"]), new Table(columns, [.. facts.Visits.Select(v => (IReadOnlyList<Cell>)
        [
            v.EndedAt is { } ended ? $"{v.Seq}, {Date(ended.InZone(facts.Zone).Date)}" : $"{v.Seq}", string.Join(", ", new[] { v.Technician }.OfType<string>().Concat(v.Crew)),
            Span(v.Start, v.End), v.Times.Travel is { } travel ? Lasted(travel) : words["unknown"], Span(v.ArrivedAt, v.EndedAt), v.Times.Work is { } work ? Lasted(work) : words["unknown"],
        ])]));
    }

    private Stack? Photos()
    {
        if (facts.Photos.Count == 0) return null;
        var shown = facts.Photos.Take(PhotosAtMost).Select(Photo).ToList();
        return new Stack([new Heading(words["photos"]), new Photos(shown), .. facts.Photos.Count > PhotosAtMost ? new Block[] { new Paragraph(new Phrase(words["more", facts.Photos.Count - PhotosAtMost], Style.Note)) } : []]);
    }

    private Photo Photo(ReportPhoto photo)
    {
        var shown = picture(photo.Hash) is { } content ? Picture.Of(content) : null;
        return new Photo(shown, [new(words[photo.Tag.ToString()], new(8, true)), new($" {Clock(photo.At)}", Style.Note), .. shown is null ? new[] { new Phrase($"\n{words["unshown"]}", Style.Note) } : []]);
    }

    private Stack? Notes() => facts.Notes.Count == 0 ? null : new Stack([new Heading(words["notes"]), .. facts.Notes.Select(n => new Paragraph(new Phrase(n, Style.Body)))]);

    private Whole Signatures() => new(new Gap(12), new Across(1.5f, Tone.Ink), new Gap(10), new Beside(20, [1, 1, 1.1f], [.. Signed(), Check()]));

    private IEnumerable<Block> Signed()
    {
        var signature = facts.Visits.Select(v => v.Signature).LastOrDefault(s => s is not null);
        var technician = facts.Visits[^1].Technician;
        yield return signature is null
            ? new Stack(new Paragraph(new Phrase(words["forCustomer"], Style.Label)), new Signed(null), new Paragraph(new Phrase(words["unsigned"], Style.Note)))
            : new Stack(new Paragraph(new Phrase(words["forCustomer"], Style.Label)), new Signed(picture(signature.Image) is { } drawn ? Picture.Drawn(drawn) : null),
                new Paragraph(new Phrase(signature.Role is { } role ? $"{signature.Name}, {role}" : signature.Name, Style.Body)), new Paragraph(new Phrase(words["signed", $"{Date(signature.At.InZone(facts.Zone).Date)}, {Clock(signature.At)}"], Style.Note)));
        yield return new Facts(words["technician"], technician ?? "–", facts.Visits[^1].EndedAt is { } ended ? Clock(ended) : null);
    }

    private Stack Check()
    {
        var signature = facts.Visits.Select(v => v.Signature).LastOrDefault(s => s is not null);
        var small = new Style(6.5f, Tone: Tone.Quiet);
        return new Stack([
            new Paragraph(new Phrase(words["content"], Style.Label)), new Paragraph(new Phrase(Sign(facts.Hash()), new(9, true))), new Paragraph(new Phrase(words["contentMore"], small)),
            .. signature is null ? Array.Empty<Block>() : [new Gap(4), new Paragraph(new Phrase(words["bound"], small)), new Paragraph(new Phrase(signature.ShownHash, small))],
        ]);
    }

    /// <summary>Short enough to be compared by eye.</summary>
    private static string Sign(string hash) => $"{hash[..4]}-{hash[4..8]}-{hash[8..12]}".ToUpperInvariant();

    private static string Sentence(string text) => text.Length > 0 && char.IsPunctuation(text[^1]) ? text : $"{text}.";

    private string Number(double value) => value.ToString("#,##0.###", Culture);

    private string Day(Instant at, string pattern) => LocalDatePattern.Create(pattern, Culture).Format(at.InZone(facts.Zone).Date);

    private string Date(LocalDate date) => LocalDatePattern.Create(words["date"].Replace("dddd, ", "").Replace("dddd ", "").Replace("MMMM", "MMM"), Culture).Format(date);

    private string Clock(Instant at) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(at.InZone(facts.Zone).TimeOfDay);

    private string Span(Instant? from, Instant? until) => from is { } a && until is { } b ? words["between", Clock(a), Clock(b)] : words["unknown"];

    private string Lasted(Duration time)
    {
        var minutes = (long)Math.Round(time.TotalMinutes);
        return minutes < 60 ? words["minutes", minutes] : words["hours", minutes / 60, minutes % 60];
    }
}
