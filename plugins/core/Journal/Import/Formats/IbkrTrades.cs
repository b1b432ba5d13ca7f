using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>
/// Interactive Brokers: Flex queries of trades or trade confirmations as CSV or XML, activity statements, and the transaction
/// history of the client portal.
/// </summary>
internal sealed class IbkrTrades : ITradeImporter
{
    private static readonly ITradeImporter[] Parts = [new IbkrFlexXml(), new IbkrFlexTable(), new IbkrStatement()];

    public string Id => "ibkr_trades";

    public Text Name => new("Interactive Brokers trades", "盈透证券（IBKR）成交");

    public ImportRecognition? Recognise(IImportSource source) => Surest(source)?.Recognition;

    public IEnumerable<ImportItem> Read(IImportSource source, ImportOptions options, CancellationToken cancellationToken) =>
        (Surest(source)?.Part ?? throw new InvalidOperationException("No part recognises the file.")).Read(source, options, cancellationToken);

    private static (ITradeImporter Part, ImportRecognition Recognition)? Surest(IImportSource source)
    {
        foreach (ITradeImporter part in Parts)
        {
            if (part.Recognise(source) is { } recognition)
            {
                return (part, recognition);
            }
        }

        return null;
    }
}
