namespace Callout.WorkOrders;

public enum VisitState
{
    /// <summary>Wanted or offered: it takes nobody's time yet.</summary>
    Tentative,
    Scheduled,
    Dispatched,
    Accepted,
    EnRoute,
    OnSite,
    Working,
    Paused,
    Completed,
    Incomplete,
    NoAccess,
    Cancelled,
    Expired,
}

public enum VisitMove
{
    Plan,
    Unschedule,
    Dispatch,
    Accept,
    Decline,
    Travel,
    Arrive,
    Work,
    Pause,
    Complete,
    ReportIncomplete,
    ReportNoAccess,
    Cancel,
    Expire,
}

public enum VisitOutcome
{
    Fixed,
    FollowUpNeeded,
}

public enum PauseReason
{
    Break,
    Parts,
    Customer,
    Other,
}

public enum IncompleteReason
{
    PartMissing,
    WrongPart,
    NoPower,
    Unsafe,
    SkillMissing,
    CustomerStopped,
    MoreWorkThanPlanned,
    Other,
}

public enum NoAccessReason
{
    CustomerAbsent,
    SiteClosed,
    Refused,
    AddressNotFound,
}

/// <summary>What happened in the field differs from what the office had planned meanwhile; someone in the office settles it.</summary>
public enum Deviation
{
    DoneByAnother,
    NotPlanned,
    OrderNotOpen,
    SafetyNotAcknowledged,
}

public enum CrewRole
{
    Lead,
    Helper,
    Equipment,
}
