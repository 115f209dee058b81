using Callout.WorkOrders;

namespace Callout.App.Demo;

/// <summary>Two weeks of work that was done, today as far as it has come, and a week that is planned.</summary>
internal sealed class Work(Sender sender, Chance chance, People people, IReadOnlyList<DemoSite> sites, WorkKinds kinds, Evidence evidence, Instant now)
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Africa/Nairobi"];

    private static readonly LocalTime[] Starts = [new(8, 15), new(10, 30), new(13, 30), new(15, 30)];

    private static readonly Channel[] Channels = [Channel.Phone, Channel.Phone, Channel.WhatsApp, Channel.Email, Channel.Website, Channel.Portal];

    private static readonly Duration Way = Duration.FromMinutes(20);

    public async Task Fill(Action<Instant> standAt)
    {
        var today = now.InZone(Zone).Date;
        for (var day = today.PlusDays(-14); day <= today.PlusDays(7); day = day.PlusDays(1))
        {
            if (day.DayOfWeek == IsoDayOfWeek.Sunday) continue;
            standAt(Instant.Min(now, At(day, new(7, 0))));
            // Numbers are given branch by branch in one order, so that they are the same every time.
            List<Job> jobs = [.. from technician in people.Technicians from turn in Enumerable.Range(0, Starts.Length) where !chance.Once(day > today ? 3 : 6) select Planned(technician, day, turn)];
            await Task.WhenAll(jobs.GroupBy(j => j.By.BranchNo).Select(async mine => { foreach (var job in mine) await Booked(job, day <= today.PlusDays(1)); }));
            if (day > today) continue;
            standAt(Instant.Min(now, At(day, new(18, 30))));
            await Task.WhenAll(jobs.GroupBy(j => j.By).Select(async mine => { foreach (var job in mine) await Lived(job); }));
        }

        await Waiting();
    }

    private sealed record Job(DemoTechnician By, DemoSite Site, Instant Asked, IReadOnlyList<object> Parts, WorkOrderId Order, VisitId Visit, Instant Start, Instant End, Fault Fault, IReadOnlyList<ChecklistItem> Checklist, int Luck);

    private Job Planned(DemoTechnician technician, LocalDate day, int turn)
    {
        var site = chance.Of(sites.Where(s => s.BranchNo == technician.BranchNo && s.Trade == technician.Trade).ToList());
        var (fault, start) = (chance.Of(site.Faults), At(day, Starts[turn]) + Duration.FromMinutes(5 * chance.Between(-2, 2)));
        var end = start + Duration.FromMinutes(chance.Of<int>(turn == 3 ? [60, 75, 90] : [45, 50, 60]));
        var asked = Instant.Min(now, start) - Duration.FromHours(chance.Between(3, 40));
        var (request, order, visit) = (chance.New<ServiceRequestId>(asked), chance.New<WorkOrderId>(asked), chance.New<VisitId>(asked));
        var urgency = chance.Once(8) ? Urgency.High : Urgency.Normal;
        var kind = turn == 3 ? kinds.Maintenance(site.Trade) : kinds.Repair(site.Trade);
        object[] parts = [Ask(request, site, fault, urgency), new OpenWorkOrder(order, request, kind.WorkType.Id), new PlanVisit(visit, order, technician.Id, start, end, Zone, (int)Way.TotalMinutes)];
        return new(technician, site, asked, parts, order, visit, start, end, fault, kind.Template.Checklist, chance.Below(100));
    }

    private async Task Booked(Job job, bool sent)
    {
        await sender.Together(Desk(job.Site), job.Asked, job.Parts);
        if (sent) await sender.Send(Desk(job.Site), job.Asked + Duration.FromMinutes(5), new DispatchVisit(job.Visit));
    }

    private async Task Lived(Job job)
    {
        // What happens at the same time elsewhere must not change what chance does here.
        var (by, own) = (job.By, new Chance(job.Order.Value.GetHashCode()));
        var (way, work) = (job.Start - Way + Duration.FromMinutes(job.Luck % 9), job.Start + Duration.FromMinutes(job.Luck % 17));
        var end = job.End + Duration.FromMinutes(job.Luck % 23 - 6);
        async Task<bool> Step(Instant at, object command)
        {
            if (at > now) return false;
            await sender.Send(by.Principal, at, command);
            return true;
        }

        await Step(job.Start - Duration.FromHours(1), new AcceptVisit(job.Visit));
        if (!await Step(way, new StartTravel(job.Visit)) || !await Step(work - Duration.FromMinutes(4), new Arrive(job.Visit))) return;
        if (job.Luck < 4)
        {
            await Step(work, new ReportNoAccess(job.Visit, NoAccessReason.CustomerAbsent, "Gate locked, nobody answers the phone"));
            return;
        }

        if (!await Step(work, new StartWork(job.Visit, true))) return;
        await evidence.Before(own, sender, by, job.Order, job.Visit, work);
        if (job.Luck is > 60 and < 72 && await Step(work + Duration.FromMinutes(20), new PauseWork(job.Visit, PauseReason.Parts)) && !await Step(work + Duration.FromMinutes(32), new StartWork(job.Visit, true))) return;
        if (end > now) return;
        if (job.Luck is 4 or 5)
        {
            await Step(end, new ReportIncomplete(job.Visit, IncompleteReason.PartMissing, $"{job.Fault.Part} not on the van"));
            return;
        }

        await evidence.After(own, sender, by, job.Order, job.Visit, job.Fault, job.Checklist, end, job.Luck % 3 == 0);
        await Step(end, new CompleteVisit(job.Visit, VisitOutcome.Fixed));
        if (end < now - Duration.FromDays(2) && job.Luck > 20) await sender.Send(Sender.Head, Instant.Min(now, end + Duration.FromHours(2)), new CloseWorkOrder(job.Order));
    }

    /// <summary>Orders without a time, some on hold, and requests that nobody has looked at.</summary>
    private async Task Waiting()
    {
        for (var i = 0; i < 34; i++)
        {
            var site = chance.Of(sites);
            var (fault, asked) = (chance.Of(site.Faults), now - Duration.FromMinutes(i < 20 ? chance.Between(60, 2200) : chance.Between(2, 170)));
            var (request, order) = (chance.New<ServiceRequestId>(asked), chance.New<WorkOrderId>(asked));
            var urgency = i % 9 == 0 ? Urgency.Emergency : i % 4 == 0 ? Urgency.High : Urgency.Normal;
            await sender.Send(Desk(site), asked, Ask(request, site, fault, urgency));
            if (i >= 20) continue;
            await sender.Send(Desk(site), asked + Duration.FromMinutes(1), new OpenWorkOrder(order, request, (i % 9 == 0 ? kinds.Emergency(site.Trade) : kinds.Repair(site.Trade)).WorkType.Id));
            if (i % 6 == 5) await sender.Send(Desk(site), asked + Duration.FromMinutes(30), new HoldWorkOrder(order, i % 12 == 5 ? HoldReason.WaitingParts : HoldReason.Customer, $"{fault.Part} ordered"));
        }
    }

    private ReceiveRequest Ask(ServiceRequestId request, DemoSite site, Fault fault, Urgency urgency) => new(
        request, site.Branch, chance.Of(Channels), fault.Summary, site.Account, urgency, Site: site.Site, Asset: site.Asset, Contact: site.Contact, CallerPhone: site.Phone, Symptom: fault.Symptom);

    private static Principal Desk(DemoSite site) => new($"person:demo", [Role.Dispatcher], new Sight(Branches: [site.Branch]));

    private static Instant At(LocalDate day, LocalTime time) => (day + time).InZoneLeniently(Zone).ToInstant();
}
