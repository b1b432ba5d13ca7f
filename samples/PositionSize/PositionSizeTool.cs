using System.Text.Json;

namespace PositionSize;

/// <summary>The calculator, for coaches.</summary>
internal sealed class PositionSizeTool : ICoachTool
{
    private static readonly JsonElement Schema = JsonElement.Parse("""
        {
          "type": "object",
          "properties": {
            "account": { "type": "number", "description": "Size of the account" },
            "riskPercent": { "type": "number", "description": "Share of the account at risk, in percent" },
            "entry": { "type": "number" },
            "stop": { "type": "number" }
          },
          "required": ["account", "riskPercent", "entry", "stop"]
        }
        """);

    public string Name => "position_size";

    public Text Title => Text.Of("Computes a position size", zh: "计算仓位大小");

    public string Description => "Whole units that keep the loss at the stop within the given risk. Call it whenever a size is asked for.";

    public JsonElement Parameters => Schema;

    public DataScope Scope => DataScope.None;

    public Task<CoachToolResult> InvokeAsync(JsonElement arguments, CancellationToken cancellationToken)
    {
        Sizing sizing = Sizing.Of(Number(arguments, "account"), Number(arguments, "riskPercent"), Number(arguments, "entry"), Number(arguments, "stop"));
        return Task.FromResult(new CoachToolResult(JsonSerializer.Serialize(sizing, PositionSizeJson.Default.Sizing))
        {
            Figures =
            [
                new Figure("position_units", Text.Of("Position", zh: "仓位"), sizing.Units, "count", 0),
                new Figure("position_risk", Text.Of("At risk", zh: "风险金额"), sizing.Risk, "ratio", 0),
            ],
        });
    }

    private static decimal Number(JsonElement arguments, string name) =>
        arguments.ValueKind == JsonValueKind.Object && arguments.TryGetProperty(name, out JsonElement value)
        && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out decimal number)
            ? number
            : throw ProblemException.Invalid(name, $"{name} must be a number.");
}
