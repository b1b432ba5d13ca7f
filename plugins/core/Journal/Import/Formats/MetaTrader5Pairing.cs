using AIWendy.Plugins.Journal.Engine;
using AIWendy.Sdk.Journal;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>
/// Pairs deals that go out with deals that went in. An account may hold many positions of one instrument at once, and a
/// report of deals does not say which one a deal closes; the stated result does, because it must come from the prices.
/// </summary>
internal static class MetaTrader5Pairing
{
    private const int Candidates = 50;

    /// <summary>The trades, and what remains open.</summary>
    public static IEnumerable<ImportItem> Pair(IReadOnlyList<MetaTrader5Deal> deals, string? currency)
    {
        List<ImportItem> items = [];
        foreach (IGrouping<string, MetaTrader5Deal> instrument in deals.GroupBy(deal => deal.Symbol, StringComparer.Ordinal))
        {
            MetaTrader5Deal[] ordered = [.. instrument.OrderBy(deal => deal.At).ThenBy(deal => deal.Row)];
            PairInstrument(ordered, PointValue(ordered), currency, items);
        }

        return items;
    }

    private static void PairInstrument(MetaTrader5Deal[] deals, decimal pointValue, string? currency, List<ImportItem> items)
    {
        LinkedList<Open> open = [];
        foreach (MetaTrader5Deal deal in deals)
        {
            decimal rest = deal.Volume;
            decimal costs = deal.Costs;
            if (deal.Direction != "in")
            {
                List<(Open Lot, decimal Volume)> parts = Take(open, deal, pointValue);
                decimal closed = parts.Sum(part => part.Volume);
                decimal share = closed == 0 ? 0 : deal.Costs * closed / deal.Volume;
                Close(deal, parts, share, pointValue, currency, items);
                RemoveFlat(open, parts);
                rest -= closed;
                costs -= share;
            }

            if (rest > 0)
            {
                open.AddLast(new Open(deal, rest, costs));
            }
        }

        foreach (Open lot in open)
        {
            Trade(lot, lot.Left, lot.Deal, lot.Costs, 0, currency, $"{lot.Deal.Id}-open").AddOpeningTo(items, lot.Deal.Row);
        }
    }

    private static void RemoveFlat(LinkedList<Open> open, List<(Open Lot, decimal Volume)> parts)
    {
        foreach ((Open lot, _) in parts.Where(part => part.Lot.Left == 0))
        {
            open.Remove(lot);
        }
    }

    // The lot whose price explains the result best; several of them where none is large enough alone.
    private static List<(Open Lot, decimal Volume)> Take(LinkedList<Open> open, MetaTrader5Deal deal, decimal pointValue)
    {
        List<(Open, decimal)> parts = [];
        Open[] opposite = [.. open.Where(lot => lot.Deal.IsBuy != deal.IsBuy).Take(Candidates)];
        Open? best = opposite.Where(lot => lot.Left >= deal.Volume).MinBy(lot => Math.Abs((Points(lot.Deal, deal) * deal.Volume * pointValue) - deal.Profit));
        decimal left = deal.Volume;
        foreach (Open lot in best is null ? opposite : [best])
        {
            decimal volume = Math.Min(lot.Left, left);
            if (volume == 0)
            {
                break;
            }

            parts.Add((lot, volume));
            left -= volume;
        }

        return parts;
    }

    private static void Close(MetaTrader5Deal exit, List<(Open Lot, decimal Volume)> parts, decimal costs, decimal pointValue, string? currency, List<ImportItem> items)
    {
        decimal closed = parts.Sum(part => part.Volume);
        decimal points = parts.Sum(part => Points(part.Lot.Deal, exit) * part.Volume);
        decimal value = points != 0 && exit.Profit / points is > 0 and { } own ? own : pointValue;
        decimal profitLeft = exit.Profit;
        for (int i = 0; i < parts.Count; i++)
        {
            (Open lot, decimal volume) = parts[i];
            decimal profit = i == parts.Count - 1 ? profitLeft : Points(lot.Deal, exit) * volume * value;
            decimal entryCosts = lot.Costs * volume / lot.Left;
            profitLeft -= profit;
            Trade(lot, volume, exit, entryCosts + (costs * volume / closed), profit, currency, $"{lot.Deal.Id}-{exit.Id}").AddTo(items, exit.Row);
            lot.Reduce(volume, entryCosts);
        }
    }

    private static ClosedTradeRow Trade(Open lot, decimal volume, MetaTrader5Deal exit, decimal costs, decimal profit, string? currency, string id) =>
        new(id, exit.Symbol, lot.Deal.IsBuy, volume, lot.Deal.Price, exit.Price, lot.Deal.At, exit.At) { Fee = costs, Gross = profit, Currency = currency };

    // Money per point, as most results of the instrument have it.
    private static decimal PointValue(MetaTrader5Deal[] deals)
    {
        Dictionary<decimal, int> votes = [];
        List<MetaTrader5Deal> entries = [];
        foreach (MetaTrader5Deal deal in deals)
        {
            if (deal.Direction == "in")
            {
                entries.Add(deal);
                continue;
            }

            foreach (MetaTrader5Deal entry in entries.Where(entry => entry.IsBuy != deal.IsBuy).TakeLast(Candidates))
            {
                decimal points = Points(entry, deal) * deal.Volume;
                if (points != 0 && deal.Profit / points is > 0 and { } value)
                {
                    decimal rounded = Round(value);
                    votes[rounded] = votes.GetValueOrDefault(rounded) + 1;
                }
            }
        }

        return votes.Count == 0 ? ContractSizes.Of(deals[0].Symbol, InstrumentKind.Unknown).Multiplier : votes.MaxBy(vote => vote.Value).Key;
    }

    private static decimal Round(decimal value) => value >= 1 ? Math.Round(value, 0) : Math.Round(value, 4);

    private static decimal Points(MetaTrader5Deal entry, MetaTrader5Deal exit) => entry.IsBuy ? exit.Price - entry.Price : entry.Price - exit.Price;

    private sealed class Open(MetaTrader5Deal deal, decimal volume, decimal costs)
    {
        public MetaTrader5Deal Deal => deal;

        public decimal Left { get; private set; } = volume;

        public decimal Costs { get; private set; } = costs;

        public void Reduce(decimal closed, decimal entryCosts)
        {
            Left -= closed;
            Costs -= entryCosts;
        }
    }
}
