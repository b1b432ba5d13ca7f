using AIWendy.Plugins.Journal.Engine.Behaviour;

namespace AIWendy.Plugins.Journal.Behaviour;

/// <summary>A number of a finding as everybody sees it: rounded once, so that sentence, page and coach say the same.</summary>
/// <param name="Id">Stable snake_case id within the finding.</param>
/// <param name="Value">Rounded.</param>
/// <param name="Unit">One of <see cref="FindingUnits"/>.</param>
internal sealed record FindingFigure(string Id, decimal Value, string Unit);

/// <summary>Takes the numbers out of findings.</summary>
internal static class FindingFigures
{
    private const double LeastChance = 0.0001;

    /// <summary>Every number that a finding states.</summary>
    public static IReadOnlyList<FindingFigure> Of(Finding finding)
    {
        List<FindingFigure> figures = [new("observations", finding.N, FindingUnits.Count)];
        Add(figures, "score", finding.Score, FindingUnits.Count, 0);
        Add(figures, "effect", finding.Effect, finding.EffectUnit);
        Add(figures, "p_value", Chance(finding.PValue), FindingUnits.Ratio, 4);
        Add(figures, "corrected", Chance(finding.Corrected), FindingUnits.Ratio, 4);
        if (finding.Cost is { } cost)
        {
            figures.Add(new("cost", decimal.Round(cost, 2, MidpointRounding.AwayFromZero), FindingUnits.Money));
        }

        foreach (FindingPart part in finding.Parts)
        {
            Add(figures, part.Id, part.Value, part.Unit);
        }

        return figures;
    }

    /// <summary>Rounds a number for its unit, half away from zero.</summary>
    public static decimal Round(double value, string unit) => Round(value, unit switch
    {
        FindingUnits.Percent or FindingUnits.Minutes => 1,
        _ => 2,
    });

    // Chances below are not told apart: nobody acts differently on them.
    private static double? Chance(double? value) => value is { } chance ? Math.Max(LeastChance, chance) : null;

    private static void Add(List<FindingFigure> figures, string id, double? value, string unit)
    {
        if (value is { } number && double.IsFinite(number))
        {
            figures.Add(new(id, Round(number, unit), unit));
        }
    }

    private static void Add(List<FindingFigure> figures, string id, double? value, string unit, int digits)
    {
        if (value is { } number && double.IsFinite(number))
        {
            figures.Add(new(id, Round(number, digits), unit));
        }
    }

    private static decimal Round(double value, int digits) => decimal.Round((decimal)Math.Clamp(value, -1e15, 1e15), digits, MidpointRounding.AwayFromZero);
}
