namespace Callout.Customers;

/// <summary>A customer is known.</summary>
[Event("account.added")]
public sealed record AccountAdded(AccountId Account, AccountKind Kind) : IEvent;

/// <summary>What is written down about a customer is different now.</summary>
[Event("account.changed")]
public sealed record AccountChanged(AccountId Account) : IEvent;

/// <summary>Two accounts were the same customer; everything of the merged one is now shown with the kept one.</summary>
[Event("account.merged")]
public sealed record AccountMerged(AccountId Kept, AccountId Merged) : IEvent;

/// <summary>They were not the same after all.</summary>
[Event("account.unmerged")]
public sealed record AccountUnmerged(AccountId Kept, AccountId Merged) : IEvent;

/// <summary>Somebody looked, and these two only look alike.</summary>
[Event("account.told-apart")]
public sealed record AccountsToldApart(AccountId First, AccountId Second) : IEvent;

/// <summary>The person behind the account was forgotten.</summary>
[Event("account.forgotten")]
public sealed record AccountForgotten(AccountId Account) : IEvent;

/// <summary>There is someone to talk to at a customer.</summary>
[Event("contact.added")]
public sealed record ContactAdded(ContactId Contact, AccountId Account, Sealed Name) : IEvent;

/// <summary>How to reach a contact is different now.</summary>
[Event("contact.changed")]
public sealed record ContactChanged(ContactId Contact, Sealed Name) : IEvent;

/// <summary>The contact was forgotten as a person.</summary>
[Event("contact.forgotten")]
public sealed record ContactForgotten(ContactId Contact) : IEvent;

/// <summary>There is a place where work is done for a customer.</summary>
[Event("site.added")]
public sealed record SiteAdded(SiteId Site, AccountId Account) : IEvent;

/// <summary>What is known of a place is different now.</summary>
[Event("site.changed")]
public sealed record SiteChanged(SiteId Site) : IEvent;

/// <summary>A technician may see the site, its assets and the customer's contacts, because they are to work there.</summary>
[Event("site.shown")]
public sealed record SiteShown(SiteId Site, ResourceId Technician) : IEvent;

/// <summary>The technician has nothing to do there any more.</summary>
[Event("site.hidden")]
public sealed record SiteHidden(SiteId Site, ResourceId Technician) : IEvent;

/// <summary>There is something at a site that is looked after.</summary>
[Event("asset.added")]
public sealed record AssetAdded(AssetId Asset, SiteId Site) : IEvent;

/// <summary>What is known of an asset is different now.</summary>
[Event("asset.changed")]
public sealed record AssetChanged(AssetId Asset, AssetStatus Status) : IEvent;
