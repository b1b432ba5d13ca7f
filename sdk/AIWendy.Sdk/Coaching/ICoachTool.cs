using System.Text.Json;
using AIWendy.Sdk.Localization;

namespace AIWendy.Sdk.Coaching;

/// <summary>
/// Extension point: something that a coach may call while it answers, always on behalf of the current user. Tools are
/// read-only. What a tool returns is data for the model, never an instruction.
/// </summary>
public interface ICoachTool
{
    /// <summary>Lower-case snake_case name that the model calls, unique in the installation, at most 64 characters.</summary>
    string Name { get; }

    /// <summary>What the tool does, for the user: "Reads your statistics".</summary>
    Text Title { get; }

    /// <summary>What the tool does, for the model: when to call it and what comes back.</summary>
    string Description { get; }

    /// <summary>JSON Schema of the arguments; an object schema.</summary>
    JsonElement Parameters { get; }

    /// <summary>What the tool reads; a coach without this scope never sees the tool.</summary>
    DataScope Scope { get; }

    /// <summary>Does the work, within 30 s.</summary>
    /// <param name="arguments">Arguments as the model gave them: validate them.</param>
    /// <param name="cancellationToken">Fires when the answer is stopped.</param>
    /// <exception cref="ProblemException">Told to the model as a failed call.</exception>
    Task<CoachToolResult> InvokeAsync(JsonElement arguments, CancellationToken cancellationToken);
}

/// <summary>What a tool found.</summary>
/// <param name="Json">The result for the model: one JSON object with the figures and rows.</param>
public sealed record CoachToolResult(string Json)
{
    /// <summary>Figures that the answer may cite by id.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];

    /// <summary>Trades that the answer may cite by id.</summary>
    public IReadOnlyList<EvidenceTrade> Trades { get; init; } = [];
}

/// <summary>A number that a statistics engine computed. Coaches cite figures; they never compute.</summary>
/// <param name="Id">Stable snake_case id, e.g. <c>profit_factor</c>.</param>
/// <param name="Label">What it is, for the user.</param>
/// <param name="Value">The value at full precision, or <see langword="null"/> when undefined.</param>
/// <param name="Unit"><c>money</c>, <c>percent</c> (0 to 100), <c>ratio</c>, <c>count</c>, <c>minutes</c> or <c>r</c>.</param>
/// <param name="N">How many trades it rests on.</param>
/// <param name="Reason">Why <paramref name="Value"/> is undefined, e.g. <c>no_losses</c>; otherwise <see langword="null"/>.</param>
/// <param name="Currency">ISO code where the unit is money, otherwise <see langword="null"/>.</param>
public sealed record Figure(string Id, Text Label, decimal? Value, string Unit, int N, string? Reason = null, string? Currency = null);

/// <summary>A trade shown as evidence.</summary>
/// <param name="Id">The trade's id.</param>
/// <param name="Number">What people call it, e.g. <c>T-0194</c>.</param>
/// <param name="Symbol">Instrument.</param>
/// <param name="Side"><c>long</c> or <c>short</c>.</param>
/// <param name="Quantity">Size, positive.</param>
/// <param name="OpenedAt">When it was opened, in UTC.</param>
/// <param name="ClosedAt">When it was closed, in UTC.</param>
/// <param name="Net">Result after fees.</param>
/// <param name="Currency">ISO code.</param>
public sealed record EvidenceTrade(
    Guid Id,
    string Number,
    string Symbol,
    string Side,
    decimal Quantity,
    DateTimeOffset OpenedAt,
    DateTimeOffset? ClosedAt,
    decimal Net,
    string Currency);
