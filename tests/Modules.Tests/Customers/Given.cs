using Callout.Customers;

namespace Callout.Modules.Tests.Customers;

/// <summary>Customers as a test finds them.</summary>
internal static class Given
{
    public static readonly DateTimeZone Nairobi = DateTimeZoneProviders.Tzdb["Africa/Nairobi"];

    public static async Task<AccountId> Account(this TestHouse house, BranchId branch, string name = "Savanna Fresh Ltd", AccountKind kind = AccountKind.Company, Address? address = null, string? number = null)
    {
        var account = house.New<AccountId>();
        await house.Dispatcher(branch).Post(new AddAccount(account, new(kind, name, branch, RegistrationNumber: number, BillingAddress: address ?? new("Enterprise Road 12", "Nairobi", Country: "KE"))));
        return account;
    }

    public static async Task<ContactId> Contact(this TestHouse house, BranchId branch, AccountId account, string name = "Wanjiru Kamau", params string[] phones)
    {
        var contact = house.New<ContactId>();
        await house.Dispatcher(branch).Post(new AddContact(contact, account, new(name, Phones: phones)));
        return contact;
    }

    public static async Task<SiteId> Site(this TestHouse house, BranchId branch, AccountId account, string name = "Karen cold store", Address? address = null)
    {
        var site = house.New<SiteId>();
        await house.Dispatcher(branch).Post(new AddSite(site, account, new(name, branch, Nairobi, address ?? new("Ngong Road 401", "Nairobi"), new(-1.3197, 36.7073, PositionQuality.Building), "Gate B")));
        return site;
    }

    public static async Task<AssetId> Asset(this TestHouse house, BranchId branch, SiteId site, string serial = "SN-20-48813", AssetId? parent = null)
    {
        var asset = house.New<AssetId>();
        await house.Dispatcher(branch).Post(new AddAsset(asset, site, new("Compressor", "Bitzer", "4FES-5Y", serial, parent, Warranty: new(new(2025, 3, 1), new(2026, 11, 23)))));
        return asset;
    }
}
