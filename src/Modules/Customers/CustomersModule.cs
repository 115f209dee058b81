namespace Callout.Customers;

/// <summary>Who is worked for, whom to ask for, where it is, and what stands there.</summary>
public sealed class CustomersModule : IModule
{
    public void Define(Module module)
    {
        module.Command<AddAccount, AccountAdded>("accounts/add", AddAccount.Handle, May.Support);
        module.Command<ChangeAccount, AccountChanged>("accounts/change", ChangeAccount.Handle, May.Support | May.Accountant);
        module.Command<MergeAccounts, AccountMerged>("accounts/merge", MergeAccounts.Handle, May.Support);
        module.Command<UnmergeAccount, AccountUnmerged>("accounts/unmerge", UnmergeAccount.Handle, May.Support);
        module.Command<TellAccountsApart, AccountsToldApart>("accounts/tell-apart", TellAccountsApart.Handle, May.Support);
        module.Command<AddContact, ContactAdded>("contacts/add", AddContact.Handle, May.Support | May.Technician.Own);
        module.Command<ChangeContact, ContactChanged>("contacts/change", ChangeContact.Handle, May.Support | May.Technician.Own);
        module.Command<AddSite, SiteAdded>("sites/add", AddSite.Handle, May.Support);
        module.Command<ChangeSite, SiteChanged>("sites/change", ChangeSite.Handle, May.Support | May.Technician.Own);
        module.Command<ShowSite, SiteShown>("sites/show", ShowSite.Handle, May.Dispatcher);
        module.Command<HideSite, SiteHidden>("sites/hide", HideSite.Handle, May.Dispatcher);
        module.Command<AddAsset, AssetAdded>("assets/add", AddAsset.Handle, May.Support | May.Technician.Own);
        module.Command<ChangeAsset, AssetChanged>("assets/change", ChangeAsset.Handle, May.Support | May.Technician.Own);

        module.Query<FindAccounts, Page<AccountLine>>("accounts", FindAccounts.Handle, May.Read);
        module.Query<FindDuplicates, Page<DuplicateLine>>("accounts/duplicates", FindDuplicates.Handle, May.Support);
        module.Query<GetAccount, AccountPage>("accounts/{id}", GetAccount.Handle, May.Read | May.Customer.Own);
        module.Query<FindContacts, Page<ContactLine>>("contacts", FindContacts.Handle, May.Read | May.Customer.Own);
        module.Query<FindSites, Page<SiteLine>>("sites", FindSites.Handle, May.Read | May.Customer.Own);
        module.Query<GetSite, SitePage>("sites/{id}", GetSite.Handle, May.Read | May.Technician.Own | May.Customer.Own);
        module.Query<FindAssets, Page<AssetLine>>("assets", FindAssets.Handle, May.Read | May.Customer.Own);
        module.Query<GetAsset, AssetPage>("assets/{id}", GetAsset.Handle, May.Read | May.Technician.Own | May.Customer.Own);

        module.Document<Account>("account", AccountDocument.Audiences, AccountDocument.Shapes);
        module.Document<Contact>("contact", ContactDocument.Audiences, ContactDocument.Shapes);
        module.Document<Site>("site", SiteDocument.Audiences, SiteDocument.Shapes);
        module.Document<Asset>("asset", AssetDocument.Audiences, AssetDocument.Shapes);
        module.Audiences(ShownSites.Of);

        module.Erase(ForgetPerson.Handle);
        module.Constraint("pk_external_number", "reference.taken", "Another record already has this number of the other system.");
        module.Constraint("external_number.kind, external_number.system, external_number.number", "reference.taken", "Another record already has this number of the other system.");
    }
}
