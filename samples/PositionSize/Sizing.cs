using System.Text.Json.Serialization;

namespace PositionSize;

/// <summary>How large a position may be.</summary>
/// <param name="Units">Whole units to trade.</param>
/// <param name="Risk">What is lost when the stop is hit, in the account's currency.</param>
/// <param name="RiskPerUnit">Distance from entry to stop.</param>
/// <param name="Notional">Units times entry price.</param>
internal sealed record Sizing(decimal Units, decimal Risk, decimal RiskPerUnit, decimal Notional)
{
    /// <summary>Fixed fractional sizing, rounded down so that the risk is never exceeded.</summary>
    /// <exception cref="ProblemException">A number that makes no sense, by its name.</exception>
    public static Sizing Of(decimal account, decimal riskPercent, decimal entry, decimal stop, decimal multiplier = 1)
    {
        Require(account > 0, "account", "The account must be larger than 0.");
        Require(riskPercent is > 0 and <= 100, "riskPercent", "The risk must lie between 0 and 100 percent.");
        Require(entry > 0, "entry", "The entry price must be larger than 0.");
        Require(stop > 0 && stop != entry, "stop", "The stop must be a price other than the entry.");
        Require(multiplier > 0, "multiplier", "The multiplier must be larger than 0.");
        decimal perUnit = Math.Abs(entry - stop) * multiplier;
        decimal units = Math.Floor(account * riskPercent / 100 / perUnit);
        return new Sizing(units, units * perUnit, perUnit, units * entry * multiplier);
    }

    private static void Require(bool holds, string field, string message)
    {
        if (!holds)
        {
            throw ProblemException.Invalid(field, message);
        }
    }
}

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Sizing))]
internal sealed partial class PositionSizeJson : JsonSerializerContext;
