using System.Globalization;

namespace Callout.Optimize;

/// <summary>Numbers in lines of text.</summary>
internal static class Fields
{
    /// <summary>The numbers of a line, or none if anything else stands there.</summary>
    public static double[] Numbers(string line)
    {
        var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var numbers = new double[words.Length];
        for (var i = 0; i < words.Length; i++)
            if (!double.TryParse(words[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i])) return [];
        return numbers;
    }

    public static double[] Finite(double[] numbers, string what)
    {
        foreach (var number in numbers) Unreadable.If(!double.IsFinite(number), $"{what} holds {number.ToString(CultureInfo.InvariantCulture)}, which is too large or no number.");
        return numbers;
    }

    /// <summary>A number in smaller units, as a whole one.</summary>
    public static int Scaled(double number, double scale, Func<double, double> round, string what)
    {
        var scaled = round(number * scale);
        Unreadable.If(!(Math.Abs(scaled) <= Optimizer.Problem.Largest), $"{what} is {number.ToString(CultureInfo.InvariantCulture)}, which is too large or no number.");
        return (int)scaled;
    }

    public static int Whole(double number, string what)
    {
        Unreadable.If(number != Math.Floor(number), $"{what} is {number.ToString(CultureInfo.InvariantCulture)}; a whole number was expected.");
        return Scaled(number, 1, n => n, what);
    }
}
