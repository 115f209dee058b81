namespace Callout.App.Demo;

internal sealed record Area(string Name, string Street, double Latitude, double Longitude);

internal sealed record Trade(string Skill, string Certificate, IReadOnlyList<Fault> Faults);

internal sealed record Fault(string Asset, string Summary, string Symptom, string Found, string PartCode, string Part);

/// <summary>Real places of Nairobi; people and firms are invented.</summary>
internal static class Nairobi
{
    public static readonly IReadOnlyList<(string Code, string Name, IReadOnlyList<Area> Areas)> Branches =
    [
        ("NBW", "Nairobi West",
        [
            new("Westlands", "Waiyaki Way", -1.2676, 36.8070), new("Parklands", "Limuru Road", -1.2630, 36.8180), new("Kilimani", "Argwings Kodhek Road", -1.2921, 36.7856),
            new("Lavington", "James Gichuru Road", -1.2800, 36.7700), new("Kileleshwa", "Othaya Road", -1.2803, 36.7870), new("Kangemi", "Kangemi Road", -1.2647, 36.7480),
        ]),
        ("NBC", "Nairobi Central",
        [
            new("Upper Hill", "Hospital Road", -1.2995, 36.8130), new("City Centre", "Kenyatta Avenue", -1.2841, 36.8233), new("Ngara", "Murang'a Road", -1.2746, 36.8290),
            new("Pangani", "Thika Road", -1.2660, 36.8370), new("Muthaiga", "Muthaiga Road", -1.2500, 36.8350), new("Kasarani", "Mwiki Road", -1.2210, 36.8970),
        ]),
        ("NBS", "Mombasa Road",
        [
            new("Industrial Area", "Lusaka Road", -1.3080, 36.8500), new("South C", "Popo Road", -1.3200, 36.8280), new("Imara Daima", "Mombasa Road", -1.3270, 36.8800),
            new("Embakasi", "Airport South Road", -1.3300, 36.9000), new("Karen", "Karen Road", -1.3192, 36.7073), new("Syokimau", "Syokimau Road", -1.3630, 36.9280),
        ]),
    ];

    /// <summary>Those that have the same date each year, in the year of that day and the next.</summary>
    public static IEnumerable<(LocalDate Date, string Name)> Holidays(LocalDate day) =>
        from year in new[] { day.Year, day.Year + 1 }
        from holiday in new[]
        {
            (new LocalDate(year, 1, 1), "New Year's Day"), (new(year, 5, 1), "Labour Day"), (new(year, 6, 1), "Madaraka Day"), (new(year, 10, 10), "Mazingira Day"),
            (new(year, 10, 20), "Mashujaa Day"), (new(year, 12, 12), "Jamhuri Day"), (new(year, 12, 25), "Christmas Day"), (new(year, 12, 26), "Boxing Day"),
        }
        select holiday;

    public static readonly IReadOnlyList<string> FirstNames =
        ["Grace", "Brian", "Kevin", "Faith", "Samuel", "Aisha", "Dennis", "Mercy", "Ian", "Joseph", "Esther", "Peter", "Hassan", "Lucy", "Daniel", "Rehema", "Amina", "Collins", "Njeri", "Victor", "Wambui", "Felix", "Zainab", "Moses"];

    public static readonly IReadOnlyList<string> LastNames =
        ["Wanjiru", "Otieno", "Mwangi", "Njeri", "Kiptoo", "Noor", "Ochieng", "Achieng", "Mutua", "Kariuki", "Chebet", "Omondi", "Abdi", "Kamau", "Njoroge", "Yusuf", "Barasa", "Wafula", "Maina", "Cherono", "Kilonzo", "Odhiambo", "Were", "Gitau"];

    public static readonly IReadOnlyList<string> FirmBegins =
        ["Jikoni", "Savanna", "Baraka", "Tamu", "Malkia", "Kito", "Ziwa", "Mlima", "Nuru", "Pwani", "Acacia", "Twiga", "Simba", "Bahari", "Uhuru", "Safi", "Jua", "Asali", "Maziwa", "Kahawa"];

    public static readonly IReadOnlyList<string> FirmEnds =
        ["Bakery", "Supermarket", "Hotel", "Clinic", "Dairy", "Butchery", "Greengrocers", "Pharmacy", "Restaurant", "Towers", "Academy", "Logistics", "Coffee House", "Flower Farm", "Apartments"];

    public static readonly IReadOnlyList<Trade> Trades =
    [
        new("Refrigeration", "F-gas certificate",
            [
                new("Cold room", "Cold room at 11 °C, compressor starts then stops", "too-warm", "Leak at the filter drier flare; drier replaced, joints tested, recharged", "FD-038", "Filter drier 3/8\""),
                new("Walk-in freezer", "Freezer ices up behind the fan", "too-warm", "Door heater open circuit; heater replaced and coil defrosted", "DH-120", "Door heater 120 W"),
                new("Display fridge", "Display fridge loud since yesterday", "noise", "Evaporator fan bearing worn; fan replaced", "EF-016", "Evaporator fan 16 W"),
                new("Air conditioner", "Air conditioner drips on the counter", "leak", "Condensate drain blocked; flushed and trap refitted", "DT-020", "Drain trap"),
            ]),
        new("Fibre", "Work at height",
            [
                new("Fibre termination", "No light on the fibre since the storm", "no-signal", "Drop cable broken at the pole; re-spliced, -18 dBm at the socket", "DC-050", "Drop cable 50 m"),
                new("Office line", "Office line slow every afternoon", "slow", "Dirty connector; cleaned and patch cord replaced", "PC-002", "Patch cord SC/APC"),
                new("Office router", "Router restarts on its own", "other", "Power supply sagging; adapter replaced", "PA-012", "Power adapter 12 V"),
            ]),
        new("Electrical", "Electrical licence C1",
            [
                new("Standby generator", "Generator does not take over when mains fails", "no-power", "Transfer switch contact burnt; contactor replaced and tested under load", "CT-063", "Contactor 63 A"),
                new("UPS 10 kVA", "UPS beeps and shows battery fault", "no-power", "Two of eight blocks dead; battery string replaced", "BT-909", "Battery 12 V 9 Ah"),
                new("Solar inverter", "Inverter off, panel breaker trips", "no-power", "String connector wet; replaced, insulation 20 MΩ", "MC-004", "MC4 connector pair"),
            ]),
    ];
}
