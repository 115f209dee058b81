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

        module.Query<FindCalendars, Page<CalendarLine>>("calendars", FindCalendars.Handle, May.Read);
        module.Query<FindSlaPolicies, Page<SlaPolicyLine>>("sla-policies", FindSlaPolicies.Handle, May.Read);
        module.Query<GetSlaDue, SlaForecast>("sla-policies/{id}/due", GetSlaDue.Handle, May.Read);
        module.Query<FindPriceLists, Page<PriceListLine>>("price-lists", FindPriceLists.Handle, May.Read);
        module.Query<GetPriceList, PriceListPage>("price-lists/{id}", GetPriceList.Handle, May.Read);

        module.Document<SlaPolicy>("sla-policy", SlaPolicyDocument.Audiences, SlaPolicyDocument.Shapes);
    }
}
