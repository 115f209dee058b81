namespace Callout.Workforce;

internal sealed class SkillMap : EntityMap<Skill>
{
    protected override void Map(Mapping<Skill> map) => map.SeenByAll().NotPersonal(s => s.Name);
}
