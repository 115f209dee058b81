namespace Callout.Messaging;

internal sealed class MessageMap : EntityMap<Message>
{
    protected override void Map(Mapping<Message> map)
    {
        map.SeenInBranch(m => m.Branch).NotPersonal(m => m.Language).Personal(m => m.Reference, m => m.Answers).Json(m => m.Ways, personal: true).Json(m => m.Refusals, personal: true);
        map.Entity.Ignore(m => m.Way);
        map.Entity.HasIndex(m => m.Key).IsUnique();
        map.Entity.HasIndex(m => m.WorkOrder);
        map.Entity.HasIndex(m => m.Request);
        map.Entity.HasIndex(m => new { m.Visit, m.State });
        map.Entity.HasIndex(m => m.Contact);
        map.Entity.HasIndex(m => new { m.Branch, m.State, m.Id });
        map.Entity.HasIndex(m => new { m.State, m.Id });
    }
}

internal sealed class DeliveryMap : EntityMap<Delivery>
{
    protected override void Map(Mapping<Delivery> map)
    {
        map.SeenByAll().Personal(d => d.Because).Entity.HasKey(d => d.Message);
        map.Entity.Property(d => d.Message).ValueGeneratedNever();
        map.Entity.HasIndex(d => d.NextAt);
    }
}

internal sealed class PushSubscriptionMap : EntityMap<PushSubscription>
{
    // An endpoint is a secret between a browser and its push service: who names it holds the device, whoever held it before.
    protected override void Map(Mapping<PushSubscription> map)
    {
        map.SeenByAll().NotPersonal(s => s.Language).Personal(s => s.Endpoint).Entity.HasKey(s => s.Id);
        map.Entity.Property(s => s.Id).ValueGeneratedNever();
        map.Entity.HasIndex(s => s.Person);
        map.Entity.HasIndex(s => s.Technician);
    }
}

internal sealed class TemplateMap : EntityMap<Template>
{
    protected override void Map(Mapping<Template> map)
    {
        map.SeenByAll().NotPersonal(t => t.Language, t => t.Subject, t => t.Text);
        map.Entity.HasIndex(t => new { t.Occasion, t.Channel, t.Language }).IsUnique();
    }
}

internal sealed class TrackingMap : EntityMap<Tracking>
{
    protected override void Map(Mapping<Tracking> map)
    {
        map.SeenInBranch(t => t.Branch).SeenByCustomer(t => t.Account).Personal(t => t.RatingWords);
        map.Entity.HasIndex(t => t.TokenHash).IsUnique();
        map.Entity.HasIndex(t => t.Visit);
        map.Entity.HasIndex(t => t.WorkOrder);
        map.Entity.Ignore(t => t.PromisedBefore).Ignore(t => t.Promised);
    }
}

internal sealed class RequestTrackingMap : EntityMap<RequestTracking>
{
    protected override void Map(Mapping<RequestTracking> map)
    {
        map.SeenInBranch(t => t.Branch).NotPersonal(t => t.Language);
        map.Entity.HasIndex(t => t.TokenHash).IsUnique();
        map.Entity.HasIndex(t => t.Request);
    }
}

internal sealed class IncomingMailMap : EntityMap<IncomingMail>
{
    protected override void Map(Mapping<IncomingMail> map) => map.SeenInBranch(m => m.Branch).Personal(m => m.MessageId, m => m.From).Entity.HasIndex(m => m.Contact);
}
