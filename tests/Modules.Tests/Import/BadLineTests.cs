using System.Net;
using System.Text;
using System.Text.Json;
using Callout.App;
using Callout.App.Import;
using Callout.Modules.Tests.Customers;
using Callout.WorkOrders;

namespace Callout.Modules.Tests.Import;

/// <summary>POST /api/batch and its client on a line with each of the faults that web/tests/server/line.ts plays for the other doors.</summary>
public sealed class BadLineTests : CustomersHouse
{
    [Theory]
    [InlineData("stalls before it arrives")]
    [InlineData("stalls in the answer")]
    [InlineData("reset before")]
    [InlineData("reset after")]
    [InlineData("cut short")]
    [InlineData("twice")]
    [InlineData("no such name")]
    [InlineData("no trust")]
    [InlineData("another answers")]
    [InlineData("another answers in JSON")]
    [InlineData("answers do not arrive")]
    public async Task What_is_imported_on_a_bad_line_is_there_once(string fault)
    {
        var lines = Lines();

        var outcomes = await new BatchClient(Line(fault, 3), false, TimeSpan.Zero).Send(lines, default);

        Assert.Equal(lines.Select(l => l.Id).Order(), outcomes.Keys.Order());
        Assert.All(outcomes.Values, o => Assert.Contains(o.Outcome, new[] { "applied", "known" }));
        Assert.Equal(lines.Count, (await house.Ledger()).Count(e => e == "request.received"));
    }

    [Fact]
    public async Task An_import_that_nobody_answers_says_that_it_goes_on_where_it_was()
    {
        var given = await Assert.ThrowsAsync<UsageException>(() => new BatchClient(Line("another answers", int.MaxValue), false, TimeSpan.Zero).Send(Lines(), default));

        Assert.Contains("a network before it that wants a sign-in", given.Message);
        Assert.Contains("run the same import again", given.Message);
        Assert.Empty(await house.Ledger());
    }

    private List<BatchLine> Lines() => [.. Enumerable.Range(0, 5).Select(i => new BatchLine(
        Guid.CreateVersion7(), "requests/receive", JsonSerializer.SerializeToElement(new ReceiveRequest(new(Guid.CreateVersion7()), branch, Channel.Phone, $"Pump {i} leaks"), Wire.Json)))];

    private HttpClient Line(string fault, int times)
    {
        var admin = house.Admin.Http;
        var http = new HttpClient(new Fault(fault, times, admin)) { BaseAddress = admin.BaseAddress };
        return http;
    }

    /// <summary>What the first requests meet with; the later ones get through.</summary>
    private sealed class Fault(string fault, int times, HttpClient real) : HttpMessageHandler
    {
        private int struck;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
        {
            var body = await request.Content!.ReadAsStringAsync(ct);
            Task<HttpResponseMessage> Bring() => real.PostAsync(request.RequestUri, new StringContent(body, Encoding.UTF8, "application/json"), ct);
            if (struck++ >= times) return await Bring();
            switch (fault)
            {
                case "twice":
                    using (var first = await Bring()) Assert.True(first.IsSuccessStatusCode);
                    return await Bring();
                case "stalls before it arrives": throw new TaskCanceledException("The request was cancelled due to the configured timeout.", new TimeoutException());
                case "stalls in the answer" or "answers do not arrive":
                    await Bring();
                    throw new TaskCanceledException("The request was cancelled due to the configured timeout.", new TimeoutException());
                case "reset after":
                    await Bring();
                    throw new HttpRequestException("Connection reset by peer");
                case "cut short":
                    var whole = await (await Bring()).Content.ReadAsStringAsync(ct);
                    return Answer("application/json", whole[..(whole.Length / 2)]);
                case "another answers": return Answer("text/html", "<!doctype html><title>Welcome to our Wi-Fi</title>");
                case "another answers in JSON": return Answer("application/json", """{"welcome":"to our Wi-Fi"}""");
                default: throw new HttpRequestException($"{fault}: reset before it was sent, no such host, or no trust");
            }
        }

        private static HttpResponseMessage Answer(string type, string text) => new(HttpStatusCode.OK) { Content = new StringContent(text, Encoding.UTF8, type) };
    }
}
