using Callout.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Callout.Messaging;

/// <summary>What is said to customers, over the ways they prefer, and what they see and say without signing in.</summary>
public sealed class MessagingModule : IModule
{
    public void Define(Module module)
    {
        module.Command<SendMessage, MessageQueued>("messages/send", SendMessage.Handle, May.Support);
        module.Command<SettleMessage, MessageSettled>("messages/settle", SettleMessage.Handle, May.System);
        module.Command<TakeReceipt, MessageSettled>("messages/receipt", TakeReceipt.Handle, May.System);
        module.Endpoint(ReceiptDoor.Map);
        module.Command<WatchArrival, ArrivalWatched>("tracking/watch-arrival", WatchArrival.Handle, May.System);
        module.Query<FindMessages, Page<MessageLine>>("messages", FindMessages.Handle, May.Read);
        module.Command<WriteTemplate, TemplateWritten>("message-templates/write", WriteTemplate.Handle, May.Manager);
        module.Query<FindTemplates, IReadOnlyList<TemplateLine>>("message-templates", FindTemplates.Handle, May.Read);

        module.Command<ShareTracking, TrackingShared>("tracking/share", ShareTracking.Handle, May.Support);
        module.Command<RevokeTracking, TrackingRevoked>("tracking/revoke", RevokeTracking.Handle, May.Support);

        module.Command<CancelByCustomer, VisitCancelled>("tracking/cancel", CancelByCustomer.Handle, May.System);
        module.Command<AskAnotherTime, VisitUnscheduled>("tracking/another-time", AskAnotherTime.Handle, May.System);
        module.Command<LeaveNote, NoteAdded>("tracking/note", LeaveNote.Handle, May.System);
        module.Command<AnswerByCustomer, RequestAnswered>("tracking/answer", AnswerByCustomer.Handle, May.System);
        module.Command<ConfirmByCustomer, CompletionConfirmed>("tracking/confirm", ConfirmByCustomer.Handle, May.System);
        module.Command<MoveByCustomer, VisitRescheduled>("tracking/move", MoveByCustomer.Handle, May.System);
        module.Command<RateVisit, VisitRated>("tracking/rate", RateVisit.Handle, May.System);
        module.Endpoint(TrackingDoor.Map);

        module.Command<ReportFault, RequestReceived>("portal/report", ReportFault.Handle, May.System);
        module.Endpoint(ReportDoor.Map);
        module.Command<TakeMail, MailTaken>("mail/take", TakeMail.Handle, May.System);
        module.Endpoint(MailDoor.Map);

        module.Query<GetPushKey, PushKey>("push-key", GetPushKey.Handle, May.Technician.Own);
        module.Command<SubscribePush, PushDevices>("push/subscribe", SubscribePush.Handle, May.Technician.Own);
        module.Command<UnsubscribePush, PushDevices>("push/unsubscribe", UnsubscribePush.Handle, May.Technician.Own);

        module.React<VisitDispatched>(AlertCrewOnVisitDispatched.Handle);
        module.React<VisitRescheduled>(AlertCrewOnVisitRescheduled.Handle);
        module.React<VisitReassigned>(AlertCrewOnVisitReassigned.Handle);
        module.React<VisitUnscheduled>(AlertCrewOnVisitUnscheduled.Handle);
        module.React<VisitCancelled>(AlertCrewOnVisitCancelled.Handle);
        module.React<VisitDeclined>(AlertCrewOnVisitDeclined.Handle);
        module.React<PersonDisabled>(SilenceOnPersonDisabled.Handle);
        module.React<RightsChanged>(SilenceOnRightsChanged.Handle);
        module.React<PasswordSet>(SilenceOnPasswordSet.Handle);

        module.React<VisitPlanned>(PromiseOnVisitPlanned.Handle);
        module.React<VisitRescheduled>(PromiseOnVisitRescheduled.Handle);
        module.React<VisitUnscheduled>(WithdrawOnVisitUnscheduled.Handle);
        module.React<VisitCancelled>(TellOnVisitCancelled.Handle);
        module.React<VisitTravelling>(TellOnVisitTravelling.Handle);
        module.React<VisitCompleted>(TellOnVisitCompleted.Handle);
        module.Erase(ForgetPerson.Handle);

        Sending(module.Services);
    }

    private static void Sending(IServiceCollection services)
    {
        services.AddSingleton(s => MessagingSettings.Of(s.GetRequiredService<IConfiguration>()));
        services.AddSingleton<Patience>().AddSingleton<PhotoTray>().AddSingleton<TrackingWatch>().AddSingleton<ReportDoor>().AddSingleton<MailRoom>().AddSingleton<SignedHooks>().AddSingleton<Worker, Mailbox>();
        services.AddSingleton<OutsideHttp>().AddSingleton<Worker, Postman>().AddSingleton<Carrier, MailCarrier>().AddSingleton<Carrier, PushCarrier>();
        services.AddSingleton<Carrier>(s => TextCarrierFor(MessageChannel.Sms, s.GetRequiredService<MessagingSettings>().Sms, s));
        services.AddSingleton<Carrier>(s => TextCarrierFor(MessageChannel.WhatsApp, s.GetRequiredService<MessagingSettings>().WhatsApp, s));
    }

    private static TextCarrier TextCarrierFor(MessageChannel channel, Provider? provider, IServiceProvider services) =>
        new(channel, provider, services.GetRequiredService<OutsideHttp>(), services.GetRequiredService<IClock>());
}
