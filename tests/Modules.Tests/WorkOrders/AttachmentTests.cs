using System.Net.Http.Headers;
using System.Net.Http.Json;
using Callout.WorkOrders;

namespace Callout.Modules.Tests.WorkOrders;

public sealed class AttachmentTests : IAsyncLifetime
{
    private TestHouse house = null!;
    private BranchId branch;
    private ResourceId ana, ben;
    private Caller office = null!;

    public async Task InitializeAsync()
    {
        house = await TestHouse.Start();
        (branch, ana, ben) = (house.New<BranchId>(), house.New<ResourceId>(), house.New<ResourceId>());
        office = house.Dispatcher(branch);
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    private async Task<WorkOrderPage> Page(WorkOrderId order)
    {
        await house.Settled();
        return await office.Get<WorkOrderPage>($"work-orders/{order}");
    }

    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Fact]
    public async Task A_picture_is_kept_by_its_content_and_shown_to_who_sees_the_order()
    {
        var order = await house.Order(branch);
        var kept = await Kept(await Upload(Png, "image/png"));
        Assert.Equal((Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Png)), 11L), (kept.Hash, kept.Size));
        Assert.Equal(kept, await Kept(await Upload(Png, "image/png")));

        var attachment = house.New<AttachmentId>();
        await office.Post(new AttachToWorkOrder(attachment, order, kept.Hash, "before.png", kept.MediaType, AttachmentTag.Before));

        Assert.True((await Page(order)).Attachments.Single().Here);
        Assert.Equal(Png, await office.Http.GetByteArrayAsync($"/api/attachments/{attachment}"));
        Assert.Equal(404, (int)(await house.Dispatcher(house.New<BranchId>()).Http.GetAsync($"/api/attachments/{attachment}")).StatusCode);
    }

    [Fact]
    public async Task The_picture_of_a_signature_is_shown_to_who_sees_the_visit()
    {
        var order = await house.Order(branch);
        var visit = await house.Visit(order, branch, ana);
        Assert.Equal(404, (int)(await office.Http.GetAsync($"/api/visits/{visit}/signature")).StatusCode);

        var kept = await Kept(await Upload(Png, "image/png"));
        await office.Post(new SignVisit(visit, "Amina Yusuf", "Owner", kept.Hash, new('b', 64)));

        Assert.Equal(Png, await office.Http.GetByteArrayAsync($"/api/visits/{visit}/signature"));
        Assert.Equal(404, (int)(await house.Dispatcher(house.New<BranchId>()).Http.GetAsync($"/api/visits/{visit}/signature")).StatusCode);
    }

    [Fact]
    public async Task Twenty_megabytes_are_taken_and_more_than_may_be_kept_is_refused()
    {
        var document = new byte[20 << 20];
        "%PDF-1.7"u8.CopyTo(document);
        Assert.Equal(20 << 20, (await Kept(await Upload(document, "application/pdf"))).Size);

        Array.Resize(ref document, (25 << 20) + 1);
        Assert.Contains("blob.too-large", await (await Upload(document, "application/pdf")).Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("image/jpeg", "blob.not-what-it-says")]
    [InlineData("text/html", "blob.media-type")]
    public async Task A_file_is_what_its_first_bytes_say(string mediaType, string code)
    {
        var answer = await Upload(Png, mediaType);
        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Contains(code, await answer.Content.ReadAsStringAsync());
    }

    private Task<HttpResponseMessage> Upload(byte[] content, string mediaType)
    {
        var body = new ByteArrayContent(content);
        body.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        return office.Http.PostAsync("/api/blobs", body);
    }

    private static async Task<Blob> Kept(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<Blob>(Wire.Json))!;
}
