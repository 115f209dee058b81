using System.Text.Json;

namespace Callout.House.Bench;

/// <summary>Figures with their units, as lines or as JSON.</summary>
internal sealed class Report(bool json)
{
    private readonly Dictionary<string, double> figures = [];

    public void Add(string name, double value)
    {
        figures[name] = Math.Round(value, 2);
        if (!json) Console.WriteLine($"{name,-60} {value,14:#,0.##}");
    }

    public void Write()
    {
        if (json) Console.WriteLine(JsonSerializer.Serialize(figures, new JsonSerializerOptions { WriteIndented = true }));
    }
}
