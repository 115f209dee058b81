using Callout.Customers;
using Callout.Modules.Tests.Customers;
using Callout.WorkOrders;

namespace Callout.Modules.Tests.WorkOrders;

public sealed class SearchTests : IAsyncLifetime
{
    private TestHouse house = null!;
    private BranchId branch;
    private Caller office = null!;

    public async Task InitializeAsync()
    {
        house = await TestHouse.Start();
        branch = house.New<BranchId>();
        office = house.Dispatcher(branch);
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task An_order_is_found_by_number_words_customer_site_and_serial()
    {
        var account = await house.Account(branch, "Café Ndovu");
        var site = await house.Site(branch, account, "Karen cold store");
        var order = await Order("Cold room drips", account, site, await house.Asset(branch, site, "SN-20-48813"));
        await Order("Lights flicker");

        foreach (var words in new[] { "1", "WO-1", "%231", "drip", "COLD room", "cafe ndo", "karen", "ngong", "SN-20", "sn2048813", "ndovu compressor drips", "amina" }) Assert.Equal([order], await Found(words));
        foreach (var words in new[] { "ndovu flicker", "rips", "!", "3" }) Assert.Empty(await Found(words));
        Assert.Equal(2, (await Found(" ")).Count);
    }

    [Fact]
    public async Task Accents_capitals_of_any_tongue_and_signs_do_not_hide_it()
    {
        var order = await Order("İSTANBUL ışık Straße Łódź crème ❄️ 🔥");
        foreach (var words in new[] { "istanbul", "ISIK", "ışık", "strasse", "lodz", "CREME", "crème", "❄", "🔥", "ıstanbul" }) Assert.Equal([order], await Found(words));
        Assert.Empty(await Found("💧"));
    }

    [Fact]
    public async Task What_is_said_anew_is_found_anew()
    {
        var order = await Order("Cold room drips");
        await office.Post(new DescribeWorkOrder(order, Summary: "Compressor hums"));
        Assert.Empty(await Found("drips"));
        Assert.Equal([order], await Found("hum"));
    }

    [Fact]
    public async Task Requests_are_found_alike()
    {
        var request = house.New<ServiceRequestId>();
        await office.Post(new ReceiveRequest(request, branch, Channel.Phone, "Pump stands", CallerPhone: "+254 722 000 111", ExternalRef: "CRM-7-11"));
        foreach (var words in new[] { "pump", "254722000111", "CRM-7-11", "crm711", "1" })
            Assert.Equal([request], (await office.Get<Page<RequestLine>>($"requests?search={Uri.EscapeDataString(words)}")).Items.Select(r => r.Id));
    }

    private async Task<WorkOrderId> Order(string summary, AccountId? account = null, SiteId? site = null, AssetId? asset = null)
    {
        var (request, order) = (house.New<ServiceRequestId>(), house.New<WorkOrderId>());
        await office.Post(new ReceiveRequest(request, branch, Channel.Phone, summary, account, Site: site, Asset: asset, CallerName: account is null ? null : "Amina Yusuf"));
        await office.Post(new OpenWorkOrder(order, request));
        return order;
    }

    private async Task<IReadOnlyList<WorkOrderId>> Found(string words) =>
        [.. (await office.Get<Page<WorkOrderLine>>($"work-orders?search={(words.StartsWith('%') ? words : Uri.EscapeDataString(words))}")).Items.Select(o => o.Id)];
}
