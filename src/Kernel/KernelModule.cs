namespace Callout.Kernel;

/// <summary>What the kernel itself offers: forgetting a person, the work lists of what people and reactions could not finish, and public holidays.</summary>
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
        module.Command<SettleConflict, ConflictAnswer>("conflicts/settle", SettleConflict.Handle, May.Support | May.Technician.Own);
        module.Document<Conflict>("conflict", ConflictDocument.Audiences, ConflictDocument.Shapes);
        module.Query<FindConflicts, Page<ConflictLine>>("conflicts", FindConflicts.Handle, May.Read);
        module.Command<SettleStorageLoss, StorageLossSettled>("storage-losses/settle", SettleStorageLoss.Handle, May.Support | May.Technician.Own);
        module.Document<StorageLoss>("storage-loss", StorageLossDocument.Audiences, StorageLossDocument.Shapes);
        module.Query<FindStorageLosses, Page<StorageLossLine>>("storage-losses", FindStorageLosses.Handle, May.Read);
        module.Command<SetAside, CommandSetAside>("held-commands/set-aside", SetAside.Handle, May.Dispatcher);
        module.Document<HeldCommand>("held-command", HeldCommandDocument.Audiences, HeldCommandDocument.Shapes);
        module.Query<FindHeldCommands, Page<HeldLine>>("held-commands", FindHeldCommands.Handle, May.Read);
        module.Query<FindParkedReactions, ParkedReactions>("reactions/parked", FindParkedReactions.Handle, May.HeadOffice);
        module.Query<FindLosses, IReadOnlyList<LossPage>>("losses", FindLosses.Handle, May.HeadOffice);
        module.Query<FindHolidays, Page<HolidayLine>>("holidays", FindHolidays.Handle, May.SignedIn);

        module.Endpoint(BlobDoor.Map);
    }
}
