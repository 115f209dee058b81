using Callout.App.Import;
using Callout.Customers;
using Callout.Modules.Tests.Customers;
using Callout.WorkOrders;

namespace Callout.Modules.Tests.Import;

public sealed class ImportTests : CustomersHouse
{
    private readonly string folder = Directory.CreateTempSubdirectory("callout-import").FullName;

    [Fact]
    public async Task Requests_come_in_once_and_what_is_wrong_is_told_row_by_row()
    {
        var file = Put("requests.csv", "no,title,opened,closed\n1,Pump leaks,2015-01-01 10:00,2015-01-01 09:00\n2,\"Two\nlines\",2015-01-02 10:00,\n,No number,2015-01-02 10:00,\n4,Bad time,yesterday,\n1,Again,2015-01-01 10:00,\n5,Mayor\uFFFDs line,2015-01-03 10:00,\n");
        var map = Put("map.json", $$"""
            { "system": "old", "number": "no", "timeZone": "Africa/Nairobi", "dateTime": "uuuu-MM-dd HH:mm", "occurredAt": "opened",
              "fields": { "summary": { "columns": ["title"] }, "channel": { "value": "phone" }, "branch": { "value": "{{branch}}" } },
              "checks": [{ "finding": "closed before it was opened", "before": "opened", "after": "closed" }] }
            """);

        var tried = await Run("requests", file, map, dryRun: true);
        Assert.Equal((3, 3, 2), (tried.Applied, tried.Rejected, tried.Flagged));
        Assert.Empty(await house.Ledger());

        var first = await Run("requests", file, map);
        var second = await Run("requests", file, map);

        Assert.Equal((3, 0, 3, 2), (first.Applied, first.Known, first.Rejected, first.Flagged));
        Assert.Equal((0, 3, 3), (second.Applied, second.Known, second.Rejected));
        var entries = (await house.Entries()).Where(e => e.Name == "request.received").ToList();
        Assert.Equal([Instant.FromUtc(2015, 1, 1, 7, 0), Instant.FromUtc(2015, 1, 2, 7, 0), Instant.FromUtc(2015, 1, 3, 7, 0)], entries.Select(e => e.OccurredAt).Order());
        Assert.Contains("no: every row needs its number in old.", File.ReadAllText($"{file}.rejected.csv"));
        Assert.Contains("no: 1 is already on line 2.", File.ReadAllText($"{file}.rejected.csv"));
        Assert.Contains("letters of title were lost before this file was written", File.ReadAllText($"{file}.flagged.csv"));
        Assert.Contains("closed before it was opened", File.ReadAllText($"{file}.flagged.csv"));
    }

    [Fact]
    public async Task A_customer_with_a_broken_telephone_number_leaves_nothing_behind()
    {
        var file = Put("customers.csv", "no,name,phone\n1,Savanna,0712 345 678\n2,Broken,12\n");
        var map = Put("map.json", $$"""
            { "system": "crm", "number": "no", "fields": {
              "account.details.kind": { "value": "company" }, "account.details.name": { "columns": ["name"] }, "account.details.branch": { "value": "{{branch}}" },
              "account.details.billingAddress.country": { "value": "KE" },
              "contact.details.name": { "columns": ["name"] }, "contact.details.phones": { "columns": ["phone"], "type": "list" } } }
            """);

        var report = await Run("customers", file, map);

        Assert.Equal((1, 1), (report.Applied, report.Rejected));
        Assert.Contains("12 is not a telephone number in KE.", File.ReadAllText($"{file}.rejected.csv"));
        Assert.Equal("Savanna", Assert.Single((await Office.Get<Page<AccountLine>>("accounts?q=0712345678")).Items).Name);
        Assert.Empty((await Office.Get<Page<AccountLine>>("accounts?q=broken")).Items);
        Assert.Equal("Savanna", Assert.Single((await Office.Get<Page<AccountLine>>("accounts?system=crm&number=1")).Items).Name);
    }

    [FactOnPublicData("crm-dedupe/febrl_dataset1.csv")]
    public async Task Duplicates_are_found_in_a_list_whose_ids_hold_the_answer()
    {
        var map = Put("map.json", $$"""
            { "system": "febrl", "number": "rec_id", "fields": {
              "account.details.kind": { "value": "person" }, "account.details.branch": { "value": "{{branch}}" },
              "account.details.name": { "columns": [" given_name", " surname"], "otherwise": "(none)" },
              "account.details.billingAddress.street": { "columns": [" street_number", " address_1", " address_2"] },
              "account.details.billingAddress.town": { "columns": [" suburb"] },
              "account.details.billingAddress.region": { "columns": [" state"] },
              "account.details.billingAddress.postalCode": { "columns": [" postcode"] },
              "account.details.registrationNumber": { "columns": [" soc_sec_id"] } } }
            """);
        var report = await Run("customers", PublicData.At("crm-dedupe/febrl_dataset1.csv")!, map);
        Assert.Equal((1000, 0), (report.Applied, report.Rejected));

        var found = (await Duplicates()).Select(async d => await Number(d.First) == await Number(d.Second)).ToList();
        var right = (await Task.WhenAll(found)).Count(same => same);

        Assert.True(right >= 0.95 * found.Count, $"{right} of {found.Count} pairs are right");
        Assert.True(right >= 0.85 * 500, $"{right} of 500 pairs are found");
    }

    // The person in a number such as rec-223-dup-0 is 223.
    private async Task<string> Number(AccountId account) =>
        (await Office.Get<AccountPage>($"accounts/{account}")).Details.References!.Single().Number.Split('-')[1];

    private async Task<List<DuplicateLine>> Duplicates()
    {
        List<DuplicateLine> all = [];
        for (Guid? after = null; ;)
        {
            var page = await Office.Get<Page<DuplicateLine>>($"accounts/duplicates?limit=200{(after is null ? "" : $"&after={after}")}");
            all.AddRange(page.Items);
            if ((after = page.Next) is null) return all;
        }
    }

    private Task<Report> Run(string kind, string file, string map, bool dryRun = false) =>
        ImportRun.Run(kind, file, new ImportOptions(map, dryRun, Out: Path.Combine(folder, Path.GetFileName(file))), new BatchClient(house.Admin.Http, dryRun), TextWriter.Null);

    private string Put(string name, string text)
    {
        File.WriteAllText(Path.Combine(folder, name), text);
        return Path.Combine(folder, name);
    }
}
