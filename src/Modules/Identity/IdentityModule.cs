using Microsoft.Extensions.DependencyInjection;

namespace Callout.Identity;

/// <summary>The organisation with its branches and zones, and the people: who they are, how they sign in, what they may.</summary>
public sealed class IdentityModule : IModule
{
    public void Define(Module module)
    {
        module.Command<BeginOrganisation, OrganisationBegun>("organisation/begin", BeginOrganisation.Handle, May.SuperAdmin);
        module.Command<ChangeOrganisation, OrganisationChanged>("organisation/change", ChangeOrganisation.Handle, May.HeadOffice);
        module.Command<ChooseReportBranch, ReportBranchChosen>("organisation/choose-report-branch", ChooseReportBranch.Handle, May.HeadOffice);
        module.Command<RequireSecondStep, SecondStepRequired>("organisation/require-second-step", RequireSecondStep.Handle, May.SuperAdmin);
        module.Query<GetOrganisation, OrganisationPage>("organisation", GetOrganisation.Handle, May.Read);
        module.Endpoint(LogoDoor.Map);
        module.Files(LogoDoor.Named);

        module.Command<OpenBranch, BranchOpened>("branches/open", OpenBranch.Handle, May.HeadOffice);
        module.Command<ChangeBranch, BranchChanged>("branches/change", ChangeBranch.Handle, May.HeadOffice);
        module.Command<SetBranchLetterhead, BranchChanged>("branches/letterhead", SetBranchLetterhead.Handle, May.HeadOffice);
        module.Query<FindBranches, Page<BranchLine>>("branches", FindBranches.Handle, May.Read);
        module.Command<AddZone, ZoneAdded>("zones/add", AddZone.Handle, May.HeadOffice);
        module.Query<FindZones, Page<ZoneLine>>("zones", FindZones.Handle, May.Read);

        module.Command<InvitePerson, Invitation>("people/invite", InvitePerson.Handle, May.Manager);
        module.Command<MakeLink, Invitation>("people/link", MakeLink.Handle, May.Manager);
        module.Command<ChangePerson, PersonChanged>("people/change", ChangePerson.Handle, May.Manager);
        module.Command<ChangeRights, RightsChanged>("people/change-roles", ChangeRights.Handle, May.Manager);
        module.Command<DisablePerson, PersonDisabled>("people/disable", DisablePerson.Handle, May.Manager);
        module.Command<EnablePerson, PersonEnabled>("people/enable", EnablePerson.Handle, May.Manager);
        module.Command<ResetSecondStep, SecondStepRemoved>("people/reset-second-step", ResetSecondStep.Handle, May.SuperAdmin);
        module.Query<FindPeople, Page<PersonLine>>("people", FindPeople.Handle, May.Manager | May.Auditor);
        module.Query<GetPerson, PersonPage>("people/{id}", GetPerson.Handle, May.Manager | May.Auditor);
        module.Erase(ForgetPerson.Handle);
        module.Actors(NameActors.Names);

        module.Command<LockDevice, DeviceLocked>("devices/lock", LockDevice.Handle, May.Manager);
        module.Command<ReleaseDevice, DeviceReleased>("devices/release", ReleaseDevice.Handle, May.Manager);
        module.Command<WipeDevice, DeviceToWipe>("devices/wipe", WipeDevice.Handle, May.Manager);
        module.Query<FindDevices, Page<DeviceLine>>("devices", FindDevices.Handle, May.Dispatcher | May.Auditor);
        module.Endpoint(DeviceDoor.Map);
        module.Endpoint(HeldDoor.Map);

        module.Query<WhoAmI, SessionPage>("session", WhoAmI.Handle, May.Enrolling);
        module.Endpoint(SignInDoor.Map);
        module.Endpoint(SignOutDoor.Map);
        module.Endpoint(OutboxDoor.Map);
        module.Endpoint(PasswordDoor.Map);
        module.Command<OfferSecondStep, SecondStepOffer>("second-step/offer", OfferSecondStep.Handle, May.Enrolling);
        module.Command<SetUpSecondStep, RecoveryCodes>("second-step/set-up", SetUpSecondStep.Handle, May.Enrolling);
        module.Command<RemoveSecondStep, SecondStepRemoved>("second-step/remove", RemoveSecondStep.Handle, May.SignedIn);

        module.Command<CreateApiKey, NewApiKey>("api-keys/create", CreateApiKey.Handle, May.SuperAdmin);
        module.Command<RevokeApiKey, ApiKeyRevoked>("api-keys/revoke", RevokeApiKey.Handle, May.SuperAdmin);
        module.Query<FindApiKeys, Page<ApiKeyLine>>("api-keys", FindApiKeys.Handle, May.SuperAdmin);

        module.Constraint("ix_person_email_key", "person.email-taken", "Somebody with this e-mail address is already there.");
        module.Constraint("person.email_key", "person.email-taken", "Somebody with this e-mail address is already there.");
        module.Constraint("ix_branch_code", "branch.code-taken", "Another branch has this code.");
        module.Constraint("branch.code", "branch.code-taken", "Another branch has this code.");

        module.Services.AddSingleton<Passwords>().AddSingleton<Passes>().AddSingleton<Throttle>().AddSingleton<FirstStart>();
        module.Services.AddSingleton<SignInDoor>().AddSingleton<SignOutDoor>().AddSingleton<PasswordDoor>().AddSingleton<OutboxDoor>().AddSingleton<DeviceDoor>().AddSingleton<HeldDoor>().AddSingleton<Entrance>();
        module.Services.AddSingleton<Authenticate>(s => s.GetRequiredService<Entrance>().ByCookie);
        module.Services.AddSingleton<Authenticate>(s => s.GetRequiredService<Entrance>().ByKey);
    }
}
