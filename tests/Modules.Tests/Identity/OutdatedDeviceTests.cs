using Callout.Identity;
using Callout.Modules.Tests.Identity;
using Microsoft.Extensions.DependencyInjection;
using Given = Callout.Modules.Tests.Identity.Given;

namespace Callout.Modules.Tests;

/// <summary>Which devices must be brought up to date before they can send again.</summary>
public sealed class OutdatedDeviceTests : IAsyncLifetime
{
    private TestHouse house = null!;

    public async Task InitializeAsync() => house = await TestHouse.Start(new LaterServer());

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task The_office_sees_which_devices_need_an_update_where_they_have_said_what_they_are()
    {
        var branch = await house.Branch("WEST");
        await house.Person("ana@baridi.example", Given.In(branch, Role.Dispatcher));
        await house.Person("ruth@baridi.example", Given.In(branch, Role.BranchManager));
        var (phone, office) = (await house.SignedIn("ana@baridi.example"), await house.SignedIn("ruth@baridi.example"));
        Dictionary<string, DeviceId> devices = new[] { "FckmsR6a", "1.FckmsR6a", "", "2.Bd8ye2q1", "4.Cv0SdTWB", "5.DJrhP3ab" }.ToDictionary(v => v, _ => house.New<DeviceId>());
        // Even one that gets no other answer says how it stands.
        foreach (var (version, device) in devices) Assert.True((await phone.Post("device", new DeviceSays(device, "Chrome on Android", version, Unsent: 2))).IsSuccessStatusCode);

        var all = (await office.Get<Page<DeviceLine>>("devices")).Items.ToDictionary(d => d.Id, d => d.NeedsUpdate);
        Assert.Equal([true, true, false, false, false, false], devices.Values.Select(d => all[d]));
        var outdated = (await office.Get<Page<DeviceLine>>("devices?only=outdated")).Items;
        Assert.Equal(["1.FckmsR6a", "FckmsR6a"], outdated.Select(d => d.Version).Order(StringComparer.Ordinal));
    }

    /// <summary>Three generations on.</summary>
    private sealed class LaterServer : IModule
    {
        public void Define(Module module) => module.Services.AddSingleton(new Protocol(4));
    }
}
