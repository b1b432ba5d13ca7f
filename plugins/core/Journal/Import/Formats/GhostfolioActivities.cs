using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>Ghostfolio's activities, as JSON or CSV.</summary>
internal sealed class GhostfolioActivities : ExecutionFormat
{
    public override string Id => "ghostfolio";

    public override Text Name => new("Ghostfolio activities", "Ghostfolio 活动记录");

    protected override string[] Signature => ["currency", "dataSource", "date", "fee", "quantity", "symbol", "type", "unitPrice"];

    protected override ExecutionNames Names { get; } = new()
    {
        Date = ["date"],
        Symbol = ["symbol"],
        Quantity = ["quantity"],
        Price = ["unitPrice"],
        Side = ["type"],
        Fees = ["fee"],
        Currency = ["currency"],
        ExecutionId = ["id"],
    };
}
