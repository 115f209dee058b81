namespace Callout.Contracts;

[Event("price-list.added")]
public sealed record PriceListAdded(PriceListId PriceList, [property: NotPersonal] string Currency, LocalDate From) : IEvent;

[Event("price-list.changed")]
public sealed record PriceListChanged(PriceListId PriceList) : IEvent;
