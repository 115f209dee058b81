namespace Callout.Workforce;

internal sealed class PositionPingMap : EntityMap<PositionPing>
{
    protected override void Map(Mapping<PositionPing> map)
    {
        map.SeenInBranch(p => p.Branch).SeenByTechnician(p => p.Technician).PersonalValue(p => p.Latitude).PersonalValue(p => p.Longitude);
        map.Entity.HasKey(p => new { p.Technician, p.At });
    }
}

internal sealed class LastPositionMap : EntityMap<LastPosition>
{
    protected override void Map(Mapping<LastPosition> map)
    {
        map.SeenInBranch(p => p.Branch).SeenByTechnician(p => p.Technician).PersonalValue(p => p.Latitude).PersonalValue(p => p.Longitude);
        map.Entity.HasKey(p => p.Technician);
        map.Entity.Property(p => p.Technician).ValueGeneratedNever();
        map.Entity.HasIndex(p => p.Branch);
    }
}
