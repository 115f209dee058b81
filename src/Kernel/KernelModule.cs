namespace Callout.Kernel;

/// <summary>What the kernel itself offers: forgetting a person, and the work list of reactions that failed, and public holidays.</summary>
internal sealed class KernelModule : IModule
{
    public void Define(Module module)
    {
        module.Command<RunTogether, RanTogether>("together", RunTogether.Handle, May.SignedIn);
        module.Command<ErasePerson, PersonErased>("people/erase", ErasePerson.Handle, May.SuperAdmin);
        module.Command<RetryReaction, ReactionRetried>("reactions/retry", RetryReaction.Handle, May.HeadOffice);
        module.Command<SkipReaction, ReactionSkipped>("reactions/skip", SkipReaction.Handle, May.HeadOffice);
        module.Command<DeclareHoliday, HolidayDeclared>("holidays/declare", DeclareHoliday.Handle, May.HeadOffice);
        module.Command<WithdrawHoliday, HolidayWithdrawn>("holidays/withdraw", WithdrawHoliday.Handle, May.HeadOffice);
        module.Query<FindParkedReactions, ParkedReactions>("reactions/parked", FindParkedReactions.Handle, May.HeadOffice);
        module.Query<FindLosses, IReadOnlyList<LossPage>>("losses", FindLosses.Handle, May.HeadOffice);
        module.Query<FindHolidays, Page<HolidayLine>>("holidays", FindHolidays.Handle, May.SignedIn);

        module.Endpoint(BlobDoor.Map);
    }
}
