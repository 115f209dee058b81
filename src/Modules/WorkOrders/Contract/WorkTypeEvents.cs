namespace Callout.WorkOrders;

[Event("work-type.defined")]
public sealed record WorkTypeDefined(WorkTypeId WorkType, [property: NotPersonal] string Code, WorkKind Kind) : IEvent;

/// <summary>Orders opened from now on follow the new revision; those before keep theirs.</summary>
[Event("work-type.revised")]
public sealed record WorkTypeRevised(WorkTypeId WorkType, int Revision) : IEvent;

[Event("work-type.retired")]
public sealed record WorkTypeRetired(WorkTypeId WorkType) : IEvent;

[Event("failure-code.defined")]
public sealed record FailureCodeDefined(FailureCodeId FailureCode, CodeKind Kind, [property: NotPersonal] string Code) : IEvent;

/// <summary>The work types and codes that an industry starts with.</summary>
[Event("work-types.preset-installed")]
public sealed record PresetInstalled([property: NotPersonal] string Industry, int WorkTypes, int Codes) : IEvent;
