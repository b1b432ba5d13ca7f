namespace AIWendy.Plugins.Journal.Endpoints;

internal sealed record CoverageBody(int Used, int Total);

internal sealed record ExclusionBody(string Reason, int Count);

internal sealed record BreakdownCellBody(
    string Key,
    string Label,
    int N,
    decimal Net,
    decimal Mean,
    decimal? WinRate,
    decimal? ProfitFactor,
    IntervalBody? Interval,
    double? PValue,
    double? Adjusted,
    bool Significant,
    string Shown);

internal sealed record BreakdownBody(
    string Dimension, string? Currency, string Unit, string By, string Corrected, double Q, int Trades, IReadOnlyList<BreakdownCellBody> Cells);

internal sealed record QuantilesBody(decimal P5, decimal P50, decimal P95);

internal sealed record DrawdownQuantilesBody(decimal P50, decimal P95, decimal P99);

internal sealed record BandBody(int Trade, decimal P5, decimal P50, decimal P95);

internal sealed record MonteCarloBody(
    string? Currency,
    string Unit,
    long Seed,
    string Mode,
    int Paths,
    int Trades,
    decimal Start,
    decimal MeanEnd,
    QuantilesBody EndEquity,
    DrawdownQuantilesBody MaxDrawdown,
    double? Ruin,
    decimal? RuinAt,
    IReadOnlyList<BandBody> Bands);

internal sealed record ComparedFigureBody(string Id, string Label, string Unit, decimal? Value, decimal? Other, decimal? Difference);

internal sealed record ComparisonBody(
    string? Currency,
    IReadOnlyDictionary<string, FigureBody> Figures,
    IReadOnlyDictionary<string, FigureBody> OtherFigures,
    IReadOnlyList<ComparedFigureBody> Differences);

internal sealed record FigureDefinitionBody(string Id, string Label, string Unit, string Formula, string Reference, IReadOnlyList<string> Reasons);

internal sealed record FigureDefinitionList(IReadOnlyList<FigureDefinitionBody> Items);
