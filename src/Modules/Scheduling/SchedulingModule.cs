namespace Callout.Scheduling;

/// <summary>Who could do what, when: the questions of the board.</summary>
public sealed class SchedulingModule : IModule
{
    public void Define(Module module)
    {
        module.Query<GetScheduleDay, ScheduleDay>("schedule/day", GetScheduleDay.Handle, May.Read);
        module.Query<CheckSchedule, ScheduleCheck>("schedule/check", CheckSchedule.Handle, May.Read);
        module.Query<FindCandidates, CandidateList>("schedule/candidates", FindCandidates.Handle, May.Read);
    }
}
