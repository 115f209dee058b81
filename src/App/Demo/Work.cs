using Callout.WorkOrders;

namespace Callout.App.Demo;

/// <param name="Waiting">Requests and orders that have no time yet.</param>
internal sealed record DemoSize(int PastDays, int ComingDays, int Customers, int Waiting)
{
    public static readonly DemoSize Whole = new(14, 7, 300, 34);
}

/// <summary>Two weeks of work that was done, today as far as it has come, and a week that is planned.</summary>
internal sealed class Work(Timeline timeline, Chance chance, People people, IReadOnlyList<DemoSite> sites, WorkKinds kinds, Evidence evidence, DemoSize size, Instant now)
{
    private const int TogetherAtMost = 20;

    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Africa/Nairobi"];

    private static readonly LocalTime[] Starts = [new(8, 15), new(10, 30), new(13, 30), new(15, 30)];

    private static readonly Channel[] Channels = [Channel.Phone, Channel.Phone, Channel.WhatsApp, Channel.Email, Channel.Website, Channel.Portal];

    private static readonly Duration Way = Duration.FromMinutes(20);

    private readonly LocalDate today = now.InZone(Zone).Date;

    public void Plan()
    {
        var free = Nairobi.Holidays(today.PlusDays(-size.PastDays)).Select(h => h.Date).ToHashSet();
        for (var day = today.PlusDays(-size.PastDays); day <= today.PlusDays(size.ComingDays); day = day.PlusDays(1))
        {
            if (day.DayOfWeek == IsoDayOfWeek.Sunday || free.Contains(day)) continue;
            List<Job> jobs = [.. from technician in people.Technicians where technician.Away?.Contains(day) != true from turn in Enumerable.Range(0, Starts.Length) where chance.Below(100) < Busy(day) select Planned(technician, day, turn)];
            Dispatch(jobs, day);
            foreach (var job in jobs) Live(job);
            Review(jobs, day);
        }

        Waiting();
    }

    private sealed record Job(DemoTechnician By, DemoSite Site, Instant Asked, WorkOrderId Order, VisitId Visit, Instant Start, Instant End, Fault Fault, IReadOnlyList<ChecklistItem> Checklist, int Luck)
    {
        /// <summary>Something comes in between: nobody is there, or a part is missing.</summary>
        public bool Fails => Luck < 6;
    }

    /// <summary>How many of a hundred turns are taken: the business grows, and next week is not full yet.</summary>
    private int Busy(LocalDate day) => Period.DaysBetween(today, day) switch { < -7 => 30, < -1 => 45, <= 0 => 85, 1 => 60, _ => 40 };

    private Job Planned(DemoTechnician technician, LocalDate day, int turn)
    {
        var site = chance.Of(sites.Where(s => s.BranchNo == technician.BranchNo && s.Trade == technician.Trade).ToList());
        var (fault, start) = (chance.Of(site.Faults), At(day, Starts[turn]) + Duration.FromMinutes(5 * chance.Between(-2, 2)));
        var end = start + Duration.FromMinutes(chance.Of<int>(turn == 3 ? [60, 75, 90] : [45, 50, 60]));
        var asked = Instant.Min(AskedBefore(day, start), now - Duration.FromMinutes(chance.Between(5, 400)));
        var (request, order, visit) = (chance.New<ServiceRequestId>(asked), chance.New<WorkOrderId>(asked), chance.New<VisitId>(asked));
        var kind = turn == 3 ? kinds.Maintenance(site.Trade) : kinds.Repair(site.Trade);
        timeline.Plan(DeskLane(site), Desk(site), asked,
            Ask(request, site, fault, chance.Once(8) ? Urgency.High : Urgency.Normal), new OpenWorkOrder(order, request, kind.WorkType.Id), new PlanVisit(visit, order, technician.Id, start, end, Zone, (int)Way.TotalMinutes));
        return new(technician, site, asked, order, visit, start, end, fault, kind.Template.Checklist, chance.Below(100));
    }

    /// <summary>In office hours of that day or of the two before.</summary>
    private Instant AskedBefore(LocalDate day, Instant start)
    {
        var (back, time) = (chance.Below(3), new LocalTime(7, 30).PlusMinutes(chance.Below(550)));
        var asked = At(day.PlusDays(-back), time);
        return asked <= start - Duration.FromHours(2) ? asked : At(day.PlusDays(-1 - back % 2), time);
    }

    /// <summary>Each branch sends out the next day's visits in the evening; what comes after that goes out at once. Hardly anybody lets the office wait for an answer.</summary>
    private void Dispatch(List<Job> jobs, LocalDate day)
    {
        var evening = At(day.PlusDays(-1), new(17, 45));
        foreach (var branch in jobs.Where(j => j.Asked < evening).GroupBy(j => j.Site.BranchNo))
            foreach (var some in branch.Chunk(TogetherAtMost)) timeline.Plan(DeskLane(some[0].Site), Desk(some[0].Site), evening, [.. some.Select(j => new DispatchVisit(j.Visit))]);
        foreach (var late in jobs.Where(j => j.Asked >= evening)) timeline.Plan(DeskLane(late.Site), Desk(late.Site), late.Asked + Duration.FromMinutes(5), new DispatchVisit(late.Visit));
        foreach (var own in jobs.Where(j => j.Luck < 97).GroupBy(j => (j.By, Sent: Instant.Max(j.Asked + Duration.FromMinutes(5), evening))))
            timeline.Plan(own.Key.By.Name, own.Key.By.Principal, own.Key.Sent + Duration.FromMinutes(6 + own.First().Luck % 4), [.. own.Select(j => new AcceptVisit(j.Visit))]);
    }

    /// <summary>What the technician does; of today's, what lies ahead is left to whoever plays them.</summary>
    private void Live(Job job)
    {
        var (way, work) = (job.Start - Way + Duration.FromMinutes(job.Luck % 9), job.Start + Duration.FromMinutes(job.Luck % 17));
        var end = Instant.Max(work + Duration.FromMinutes(35), job.End + Duration.FromMinutes(job.Luck % 23 - 6));
        void Step(Instant at, params IReadOnlyList<object> commands) => timeline.Plan(job.By.Name, job.By.Principal, at, commands);

        Step(way, new StartTravel(job.Visit));
        Step(work - Duration.FromMinutes(4), new Arrive(job.Visit));
        if (job.Luck < 4)
        {
            Step(work, new ReportNoAccess(job.Visit, NoAccessReason.CustomerAbsent, "Gate locked, nobody answers the phone"));
            return;
        }

        Step(work, new StartWork(job.Visit, true), evidence.Before(chance, job.Order, job.Visit, work));
        if (job.Luck is > 60 and < 72)
        {
            Step(work + Duration.FromMinutes(20), new PauseWork(job.Visit, PauseReason.Parts));
            Step(work + Duration.FromMinutes(32), new StartWork(job.Visit, true));
        }

        if (job.Fails)
        {
            Step(end, new ReportIncomplete(job.Visit, IncompleteReason.PartMissing, $"{job.Fault.Part} not on the van"));
            return;
        }

        Step(end, [.. evidence.After(chance, job.Order, job.Visit, job.Fault, job.Checklist, end, job.Luck % 3 == 0)]);
        Step(end, new CompleteVisit(job.Visit, VisitOutcome.Fixed));
    }

    /// <summary>On the morning after the next day the office has looked at most of it.</summary>
    private void Review(List<Job> jobs, LocalDate day)
    {
        var morning = At(day.PlusDays(2), new(9, 0));
        foreach (var branch in jobs.Where(j => j is { Fails: false, Luck: > 20 }).GroupBy(j => j.Site.BranchNo))
            foreach (var some in branch.Chunk(TogetherAtMost)) timeline.Plan("review", Sender.Head, morning, [.. some.Select(j => new CloseWorkOrder(j.Order))]);
    }

    /// <summary>Orders without a time, some on hold, and requests that nobody has looked at.</summary>
    private void Waiting()
    {
        for (var i = 0; i < size.Waiting; i++)
        {
            var (site, emergency) = (chance.Of(sites), i % 9 == 0);
            var (fault, asked) = (chance.Of(site.Faults), now - Duration.FromMinutes(emergency ? chance.Between(6, 70) : i < 20 ? chance.Between(60, 1500) : chance.Between(5, 170)));
            var (request, order) = (chance.New<ServiceRequestId>(asked), chance.New<WorkOrderId>(asked));
            var asks = Ask(request, site, fault, emergency ? Urgency.Emergency : i % 4 == 0 ? Urgency.High : Urgency.Normal);
            if (i >= 20)
            {
                timeline.Plan(DeskLane(site), Desk(site), asked, asks);
                continue;
            }

            timeline.Plan(DeskLane(site), Desk(site), asked, asks, new OpenWorkOrder(order, request, (emergency ? kinds.Emergency(site.Trade) : kinds.Repair(site.Trade)).WorkType.Id));
            if (i % 6 == 5) timeline.Plan(DeskLane(site), Desk(site), asked + Duration.FromMinutes(30), new HoldWorkOrder(order, i % 12 == 5 ? HoldReason.WaitingParts : HoldReason.Customer, $"{fault.Part} ordered"));
        }
    }

    private ReceiveRequest Ask(ServiceRequestId request, DemoSite site, Fault fault, Urgency urgency) => new(
        request, site.Branch, chance.Of(Channels), fault.Summary, site.Account, urgency, Site: site.Site, Asset: site.Asset, Contact: site.Contact, CallerPhone: site.Phone, Symptom: fault.Symptom);

    // One after the other, so that the numbers of a branch are the same every time.
    private static string DeskLane(DemoSite site) => $"desk {site.BranchNo}";

    private static Principal Desk(DemoSite site) => new("person:demo", [Role.Dispatcher], new Sight(Branches: [site.Branch]));

    private static Instant At(LocalDate day, LocalTime time) => (day + time).InZoneLeniently(Zone).ToInstant();
}
