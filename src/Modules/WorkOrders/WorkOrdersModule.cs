using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Callout.WorkOrders;

/// <summary>What customers ask for, the orders it becomes, and the visits that carry them out.</summary>
public sealed class WorkOrdersModule : IModule
{
    public void Define(Module module)
    {
        Requests(module);
        Orders(module);
        Planning(module);
        FromTheField(module);
        TypesAndCodes(module);
        Questions(module);

        module.Document<ServiceRequest>("request", RequestDocument.Audiences, RequestDocument.Shapes);
        module.Document<WorkOrder>("work-order", WorkOrderDocument.Audiences, WorkOrderDocument.Shapes);
        module.Document<Visit>("visit", VisitDocument.Audiences, VisitDocument.Shapes);
        module.Document<WorkType>("work-type", WorkTypeDocument.Audiences, WorkTypeDocument.Shapes);

        module.Document<Note>("note", NoteDocument.Audiences, NoteDocument.Shapes);
        module.Document<Attachment>("attachment", AttachmentDocument.Audiences, AttachmentDocument.Shapes);
        module.Document<FailureCode>("failure-code", FailureCodeDocument.Audiences, FailureCodeDocument.Shapes);
        module.Audiences(CarriedOrders.Of);

        module.React<RequestReceived>(OpenOrderOnRequestReceived.Handle, OpenOrderOnRequestReceived.Concerned);
        module.Erase(ForgetPerson.Handle);
        module.Endpoint(AttachmentDoor.Map);
        module.Files(NameFiles.Named);
        module.Services.AddSingleton<Workforce.IsTravelling>(Visits.IsTravelling);
        module.Endpoint(SignatureDoor.Map);
        module.Endpoint(ReportDoor.Map);
        module.Services.TryAddSingleton<Paper.Press>();

        Constraints(module);
    }

    private static void Requests(Module module)
    {
        module.Command<ReceiveRequest, RequestReceived>("requests/receive", ReceiveRequest.Handle, May.Support | May.Customer.Own);
        module.Command<DescribeRequest, RequestDescribed>("requests/describe", DescribeRequest.Handle, May.Support);
        module.Command<AddWords, RequestDescribed>("requests/add-words", AddWords.Handle, May.Support | May.Customer.Own);
        module.Command<AskAboutRequest, RequestAsked>("requests/ask", AskAboutRequest.Handle, May.Support);
        module.Command<AnswerRequest, RequestAnswered>("requests/answer", AnswerRequest.Handle, May.Support | May.Customer.Own);
        module.Command<MergeRequest, RequestMerged>("requests/merge", MergeRequest.Handle, May.Support);
        module.Command<DeclineRequest, RequestDeclined>("requests/decline", DeclineRequest.Handle, May.Support);
        module.Command<AttachToRequest, AttachmentAdded>("requests/attach", AttachToRequest.Handle, May.Support | May.Customer.Own);
    }

    private static void Orders(Module module)
    {
        module.Command<OpenWorkOrder, WorkOrderOpened>("work-orders/open", OpenWorkOrder.Handle, May.Support);
        module.Command<TriageWorkOrder, WorkOrderTriaged>("work-orders/triage", TriageWorkOrder.Handle, May.Support);
        module.Command<DescribeWorkOrder, WorkOrderDescribed>("work-orders/describe", DescribeWorkOrder.Handle, May.Support);
        module.Command<PrioritiseWorkOrder, WorkOrderPrioritised>("work-orders/prioritise", PrioritiseWorkOrder.Handle, May.Dispatcher);
        module.Command<ApproveWorkOrder, WorkOrderApproved>("work-orders/approve", ApproveWorkOrder.Handle, May.Manager);
        module.Command<RejectWorkOrder, WorkOrderRejected>("work-orders/reject", RejectWorkOrder.Handle, May.Manager);
        module.Command<HoldWorkOrder, WorkOrderHeld>("work-orders/hold", HoldWorkOrder.Handle, May.Dispatcher);
        module.Command<ReleaseWorkOrder, WorkOrderReleased>("work-orders/release", ReleaseWorkOrder.Handle, May.Dispatcher);
        module.Command<CodeWorkOrder, WorkOrderCoded>("work-orders/code", CodeWorkOrder.Handle, May.Technician.Own | May.Support);
        module.Command<AddNote, NoteAdded>("work-orders/note", AddNote.Handle, May.Technician.Own | May.Support);
        module.Command<AttachToWorkOrder, AttachmentAdded>("work-orders/attach", AttachToWorkOrder.Handle, May.Technician.Own | May.Support);
        module.Command<CloseWorkOrder, WorkOrderClosed>("work-orders/close", CloseWorkOrder.Handle, May.Dispatcher);
        module.Command<SendBackWorkOrder, WorkOrderSentBack>("work-orders/send-back", SendBackWorkOrder.Handle, May.Dispatcher);
        module.Command<GiveUpWorkOrder, WorkOrderGivenUp>("work-orders/give-up", GiveUpWorkOrder.Handle, May.Manager);
        module.Command<CancelWorkOrder, WorkOrderCancelled>("work-orders/cancel", CancelWorkOrder.Handle, May.Dispatcher);
        module.Command<BreachClock, ClockChecked>("work-orders/breach-clock", BreachClock.Handle, May.System);
    }

    private static void Planning(Module module)
    {
        module.Command<PlanVisit, VisitPlanned>("visits/plan", PlanVisit.Handle, May.Dispatcher);
        module.Command<RescheduleVisit, VisitRescheduled>("visits/reschedule", RescheduleVisit.Handle, May.Dispatcher);
        module.Command<ReassignVisit, VisitReassigned>("visits/reassign", ReassignVisit.Handle, May.Dispatcher);
        module.Command<UnscheduleVisit, VisitUnscheduled>("visits/unschedule", UnscheduleVisit.Handle, May.Dispatcher);
        module.Command<DispatchVisit, VisitDispatched>("visits/dispatch", DispatchVisit.Handle, May.Dispatcher);
        module.Command<MissAnswer, AnswerMissed>("visits/miss-answer", MissAnswer.Handle, May.System);
        module.Command<CancelVisit, VisitCancelled>("visits/cancel", CancelVisit.Handle, May.Dispatcher);
        module.Command<LeaveSite, SiteLeft>("visits/leave-site", LeaveSite.Handle, May.System);
    }

    private static void FromTheField(Module module)
    {
        module.Command<AcceptVisit, VisitAccepted>("visits/accept", AcceptVisit.Handle, May.Technician.Own | May.Dispatcher);
        module.Command<DeclineVisit, VisitDeclined>("visits/decline", DeclineVisit.Handle, May.Technician.Own | May.Dispatcher);
        module.Command<StartTravel, VisitTravelling>("visits/travel", StartTravel.Handle, May.Technician.Own | May.Dispatcher);
        module.Command<Arrive, VisitArrived>("visits/arrive", Arrive.Handle, May.Technician.Own | May.Dispatcher);
        module.Command<StartWork, VisitWorkStarted>("visits/work", StartWork.Handle, May.Technician.Own | May.Dispatcher);
        module.Command<PauseWork, VisitPaused>("visits/pause", PauseWork.Handle, May.Technician.Own | May.Dispatcher);
        module.Command<CompleteVisit, VisitCompleted>("visits/complete", CompleteVisit.Handle, May.Technician.Own | May.Dispatcher);
        module.Command<ReportIncomplete, VisitIncomplete>("visits/incomplete", ReportIncomplete.Handle, May.Technician.Own | May.Dispatcher);
        module.Command<ReportNoAccess, VisitHadNoAccess>("visits/no-access", ReportNoAccess.Handle, May.Technician.Own | May.Dispatcher);
        module.Command<CorrectVisit, VisitCorrected>("visits/correct", CorrectVisit.Handle, May.Technician.Own | May.Dispatcher);
        module.Command<AnswerChecklist, ChecklistAnswered>("visits/answer", AnswerChecklist.Handle, May.Technician.Own | May.Dispatcher);
        module.Command<UsePart, VisitPartUsed>("visits/use-part", UsePart.Handle, May.Technician.Own | May.Dispatcher);
        module.Command<ApproveExtra, VisitExtraApproved>("visits/approve-extra", ApproveExtra.Handle, May.Technician.Own | May.Dispatcher);
        module.Command<SignVisit, VisitSigned>("visits/sign", SignVisit.Handle, May.Technician.Own | May.Dispatcher);
        module.Command<SettleDeviation, DeviationSettled>("deviations/settle", SettleDeviation.Handle, May.Dispatcher);
    }

    private static void TypesAndCodes(Module module)
    {
        module.Command<DefineWorkType, WorkTypeDefined>("work-types/define", DefineWorkType.Handle, May.Manager);
        module.Command<ReviseWorkType, WorkTypeRevised>("work-types/revise", ReviseWorkType.Handle, May.Manager);
        module.Command<RetireWorkType, WorkTypeRetired>("work-types/retire", RetireWorkType.Handle, May.Manager);
        module.Command<InstallPreset, PresetInstalled>("work-types/install", InstallPreset.Handle, May.HeadOffice);
        module.Command<DefineFailureCode, FailureCodeDefined>("failure-codes/define", DefineFailureCode.Handle, May.Manager);
    }

    private static void Questions(Module module)
    {
        module.Query<FindRequests, Page<RequestLine>>("requests", FindRequests.Handle, May.Read);
        module.Query<GetRequest, RequestPage>("requests/{id}", GetRequest.Handle, May.Read);
        module.Query<FindAlike, AlikePage>("requests/alike", FindAlike.Handle, May.Support);
        module.Query<FindWorkOrders, Page<WorkOrderLine>>("work-orders", FindWorkOrders.Handle, May.Read);
        module.Query<CountWorkOrders, IReadOnlyList<BucketCount>>("work-orders/buckets", CountWorkOrders.Handle, May.Read);
        module.Query<CompareBranches, BranchComparison>("work-orders/branches", CompareBranches.Handle, May.Read);
        module.Query<GetWorkOrderMoves, WorkOrderMovesPage>("work-orders/moves", GetWorkOrderMoves.Handle, May.SignedIn);
        module.Query<GetWorkOrder, WorkOrderPage>("work-orders/{id}", GetWorkOrder.Handle, May.Read);
        module.Query<GetHistory, HistoryPage>("history", GetHistory.Handle, May.Read | May.Technician.Own);
        module.Query<FindDeviations, Page<OpenDeviation>>("deviations", FindDeviations.Handle, May.Read);
        module.Query<FindWorkTypes, IReadOnlyList<WorkTypeLine>>("work-types", FindWorkTypes.Handle, May.Read | May.Technician.Own);
        module.Query<GetWorkType, WorkTypePage>("work-types/{id}", GetWorkType.Handle, May.Read | May.Technician.Own);
        module.Query<FindPresets, IReadOnlyList<IndustryLine>>("work-types/presets", FindPresets.Handle, May.Read);
        module.Query<FindFailureCodes, IReadOnlyList<FailureCodeLine>>("failure-codes", FindFailureCodes.Handle, May.Read | May.Technician.Own);
    }

    // Each rule by the names that the databases give it.
    private static void Constraints(Module module)
    {
        module.Constraint("visit_assignment_overlaps", "visit.overlaps", "Somebody of this crew is already planned elsewhere at that time.");
        foreach (var name in new[] { "ix_service_request_branch_external_ref", "service_request.branch, service_request.external_ref" })
            module.Constraint(name, "request.known", "There is already a request with this number from outside.");
        foreach (var name in new[] { "ix_work_type_code", "work_type.code" }) module.Constraint(name, "work-type.code-taken", "There is already a work type with this code.");
        foreach (var name in new[] { "ix_failure_code_kind_code", "failure_code.kind, failure_code.code" }) module.Constraint(name, "failure-code.taken", "There is already a code like this.");
    }
}
