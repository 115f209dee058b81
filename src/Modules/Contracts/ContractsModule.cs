namespace Callout.Contracts;

/// <summary>What was agreed: how soon work is done, what it costs, and who pays.</summary>
public sealed class ContractsModule : IModule
{
    public void Define(Module module)
    {
        module.Command<AddCalendar, CalendarAdded>("calendars/add", AddCalendar.Handle, May.HeadOffice);
        module.Command<ChangeCalendar, CalendarChanged>("calendars/change", ChangeCalendar.Handle, May.HeadOffice);
        module.Command<AddSlaPolicy, SlaPolicyAdded>("sla-policies/add", AddSlaPolicy.Handle, May.HeadOffice);
        module.Command<ChangeSlaPolicy, SlaPolicyChanged>("sla-policies/change", ChangeSlaPolicy.Handle, May.HeadOffice);
        module.Command<RetireSlaPolicy, SlaPolicyRetired>("sla-policies/retire", RetireSlaPolicy.Handle, May.HeadOffice);
        module.Command<AddPriceList, PriceListAdded>("price-lists/add", AddPriceList.Handle, May.HeadOffice | May.Accountant);
        module.Command<ChangePriceList, PriceListChanged>("price-lists/change", ChangePriceList.Handle, May.HeadOffice | May.Accountant);
        module.Command<DraftContract, ContractDrafted>("contracts/draft", DraftContract.Handle, May.Manager);
        module.Command<ChangeContract, ContractChanged>("contracts/change", ChangeContract.Handle, May.Manager);
        module.Command<QuoteContract, ContractQuoted>("contracts/quote", QuoteContract.Handle, May.Manager);
        module.Command<ActivateContract, ContractActivated>("contracts/activate", ActivateContract.Handle, May.Manager);
        module.Command<SuspendContract, ContractSuspended>("contracts/suspend", SuspendContract.Handle, May.Manager | May.Accountant);
        module.Command<ResumeContract, ContractResumed>("contracts/resume", ResumeContract.Handle, May.Manager | May.Accountant);
        module.Command<TerminateContract, ContractTerminated>("contracts/terminate", TerminateContract.Handle, May.Manager);
        module.Command<RenewContract, ContractRenewed>("contracts/renew", RenewContract.Handle, May.Manager);
        module.Command<ExpireContract, Expiry>("contracts/expire", ExpireContract.Handle, May.System);
        module.Command<UseEntitlement, EntitlementLeft>("contracts/use", UseEntitlement.Handle, May.Manager);

        module.Query<FindCalendars, Page<CalendarLine>>("calendars", FindCalendars.Handle, May.Read);
        module.Query<FindSlaPolicies, Page<SlaPolicyLine>>("sla-policies", FindSlaPolicies.Handle, May.Read);
        module.Query<GetSlaDue, SlaForecast>("sla-policies/{id}/due", GetSlaDue.Handle, May.Read);
        module.Query<FindPriceLists, Page<PriceListLine>>("price-lists", FindPriceLists.Handle, May.Read);
        module.Query<GetPriceList, PriceListPage>("price-lists/{id}", GetPriceList.Handle, May.Read);
        module.Query<FindContracts, Page<ContractLine>>("contracts", FindContracts.Handle, May.Read);
        module.Query<GetContract, ContractPage>("contracts/{id}", GetContract.Handle, May.Read);
        module.Query<GetCover, CoverDecision>("cover", GetCover.Handle, May.Read);

        module.Document<SlaPolicy>("sla-policy", SlaPolicyDocument.Audiences, SlaPolicyDocument.Shapes);
        module.Document<ServiceContract>("contract", ContractDocument.Audiences, ContractDocument.Shapes);
    }
}
