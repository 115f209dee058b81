using Microsoft.Extensions.DependencyInjection;

namespace Callout.Workforce;

/// <summary>Who is sent to work: technicians, what they can do, when they work, what they drive and where.</summary>
public sealed class WorkforceModule : IModule
{
    public void Define(Module module)
    {
        module.Command<AddTechnician, TechnicianAdded>("technicians/add", AddTechnician.Handle, May.Manager);
        module.Command<ChangeTechnician, TechnicianChanged>("technicians/change", ChangeTechnician.Handle, May.Manager);
        module.Command<MoveTechnician, TechnicianMoved>("technicians/move", MoveTechnician.Handle, May.HeadOffice);
        module.Command<DeactivateTechnician, TechnicianDeactivated>("technicians/deactivate", DeactivateTechnician.Handle, May.Manager);
        module.Command<ActivateTechnician, TechnicianActivated>("technicians/activate", ActivateTechnician.Handle, May.Manager);
        module.Command<GiveSkill, SkillGiven>("technicians/give-skill", GiveSkill.Handle, May.Manager);
        module.Command<TakeSkill, SkillTaken>("technicians/take-skill", TakeSkill.Handle, May.Manager);
        module.Command<AssignShiftPattern, PatternAssigned>("technicians/assign-pattern", AssignShiftPattern.Handle, May.Manager);
        module.Command<RenewCalendar, CalendarRenewed>("technicians/renew-calendar", RenewCalendar.Handle, May.Technician.Own | May.Manager);
        module.Command<AddSkill, SkillAdded>("skills/add", AddSkill.Handle, May.HeadOffice);
        module.Command<RenameSkill, SkillRenamed>("skills/rename", RenameSkill.Handle, May.HeadOffice);
        module.Command<RetireSkill, SkillRetired>("skills/retire", RetireSkill.Handle, May.HeadOffice);
        module.Command<RecordCertificate, CertificateRecorded>("certificates/record", RecordCertificate.Handle, May.Manager);
        module.Command<WithdrawCertificate, CertificateWithdrawn>("certificates/withdraw", WithdrawCertificate.Handle, May.Manager);
        module.Command<AddShiftPattern, ShiftPatternAdded>("shift-patterns/add", AddShiftPattern.Handle, May.Manager);
        module.Command<ChangeShiftPattern, ShiftPatternChanged>("shift-patterns/change", ChangeShiftPattern.Handle, May.HeadOffice);
        module.Command<ChangeShift, ShiftChanged>("shifts/change", ChangeShift.Handle, May.Dispatcher);
        module.Command<RestoreShift, ShiftRestored>("shifts/restore", RestoreShift.Handle, May.Dispatcher);
        module.Command<PlanOnCall, OnCallPlanned>("on-call/plan", PlanOnCall.Handle, May.Dispatcher);
        module.Command<RequestAbsence, AbsenceRequested>("absences/request", RequestAbsence.Handle, May.Technician.Own | May.Dispatcher);
        module.Command<ApproveAbsence, AbsenceApproved>("absences/approve", ApproveAbsence.Handle, May.Manager);
        module.Command<RefuseAbsence, AbsenceRefused>("absences/refuse", RefuseAbsence.Handle, May.Manager);
        module.Command<WithdrawAbsence, AbsenceWithdrawn>("absences/withdraw", WithdrawAbsence.Handle, May.Technician.Own | May.Dispatcher);
        module.Command<KeepPositions, PositionsKept>("positions", KeepPositions.Handle, May.Technician.Own);
        module.Query<FindPositions, IReadOnlyList<PositionLine>>("positions", FindPositions.Handle, May.Read);
        module.Command<AddVehicle, VehicleAdded>("vehicles/add", AddVehicle.Handle, May.Manager);
        module.Command<HandVehicle, VehicleHanded>("vehicles/hand", HandVehicle.Handle, May.Dispatcher);
        module.Command<RetireVehicle, VehicleRetired>("vehicles/retire", RetireVehicle.Handle, May.Manager);
        module.Command<AddTerritory, TerritoryAdded>("territories/add", AddTerritory.Handle, May.Manager);
        module.Command<RedrawTerritory, TerritoryRedrawn>("territories/redraw", RedrawTerritory.Handle, May.Manager);

        module.Query<FindTechnicians, Page<TechnicianLine>>("technicians", FindTechnicians.Handle, May.Read);
        module.Query<GetTechnician, TechnicianPage>("technicians/{id}", GetTechnician.Handle, May.Read | May.Technician.Own);
        module.Query<GetFitness, FitnessAnswer>("technicians/{id}/fitness", GetFitness.Handle, May.Read);
        module.Query<GetCalendarLink, CalendarLink>("technicians/{id}/calendar", GetCalendarLink.Handle, May.Manager | May.Technician.Own);
        module.Query<FindSkills, Page<SkillLine>>("skills", FindSkills.Handle, May.Read | May.Technician.Own);
        module.Query<FindCertificates, Page<CertificateLine>>("certificates", FindCertificates.Handle, May.Read | May.Technician.Own);
        module.Query<FindShiftPatterns, Page<ShiftPatternLine>>("shift-patterns", FindShiftPatterns.Handle, May.Read | May.Technician.Own);
        module.Query<FindShifts, Shifts>("shifts", FindShifts.Handle, May.Read | May.Technician.Own);
        module.Query<FindOnCall, OnCallTurns>("on-call", FindOnCall.Handle, May.Read);
        module.Query<FindAbsences, Page<AbsenceLine>>("absences", FindAbsences.Handle, May.Read | May.Technician.Own);
        module.Query<FindVehicles, Page<VehicleLine>>("vehicles", FindVehicles.Handle, May.Read | May.Technician.Own);
        module.Query<FindTerritories, Page<TerritoryLine>>("territories", FindTerritories.Handle, May.Read);

        module.Document<Technician>("technician", TechnicianDocument.Audiences, TechnicianDocument.Shapes);
        module.Document<Skill>("skill", SkillDocument.Audiences, SkillDocument.Shapes);
        module.Document<Certificate>("certificate", CertificateDocument.Audiences, CertificateDocument.Shapes);
        module.Document<Absence>("absence", AbsenceDocument.Audiences, AbsenceDocument.Shapes);
        module.Document<Vehicle>("vehicle", VehicleDocument.Audiences, VehicleDocument.Shapes);
        module.Document<Territory>("territory", TerritoryDocument.Audiences, TerritoryDocument.Shapes);

        module.Endpoint(CalendarFile.Map);
        module.Services.AddSingleton<CalendarEntries>(ShiftEntries.Of);
        module.Erase(ForgetTechnician.Handle);
    }
}
