using System.Globalization;

namespace AIWendy.Bench;

/// <summary>Prints each figure beside what is wanted of it, and remembers whether all were met.</summary>
internal sealed class Report
{
    public bool AllMet { get; private set; } = true;

    public void Ratio(string name, double value, double? atMost = null, double? atLeast = null)
    {
        bool met = (atMost is null || value <= atMost) && (atLeast is null || value >= atLeast);
        string wanted = atMost is not null ? $"<= {atMost:0.##}" : $">= {atLeast:0.##}";
        Write(name, value.ToString("0.000", CultureInfo.InvariantCulture), wanted, met);
    }

    public void Figure(string name, double value, string unit, bool met, string wanted = "0") =>
        Write(name, value.ToString("0.#", CultureInfo.InvariantCulture) + (unit.Length > 0 ? " " + unit : string.Empty), wanted, met);

    /// <summary>The value in the middle; the upper one of two.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    public void Note(string text) => Console.WriteLine($"      {text}");

    private void Write(string name, string value, string wanted, bool met)
    {
        AllMet &= met;
        Console.WriteLine($"{(met ? "ok  " : "MISS")}  {name}: {value}  (wanted {wanted})");
    }
}
