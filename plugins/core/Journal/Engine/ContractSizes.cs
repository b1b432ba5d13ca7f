using System.Collections.Frozen;
using System.Globalization;
using AIWendy.Sdk.Journal;

namespace AIWendy.Plugins.Journal.Engine;

/// <summary>
/// Money per point of price for one contract, as the exchanges specify it, for files that do not say. Prices quoted in
/// cents (grains, livestock) count a cent as a point.
/// </summary>
public static class ContractSizes
{
    private const decimal OptionSize = 100;

    private const string Table = """
        ES 50, MES 5, NQ 20, MNQ 2, YM 5, MYM 0.5, RTY 50, M2K 5, EMD 100, NKD 5,
        CL 1000, QM 500, MCL 100, NG 10000, QG 2500, MNG 1000, RB 42000, HO 42000, BZ 1000,
        GC 100, MGC 10, QO 50, SI 5000, SIL 1000, QI 2500, HG 25000, MHG 2500, PL 50, PA 100,
        6E 125000, 6B 62500, 6A 100000, 6C 100000, 6S 125000, 6N 100000, 6M 500000, 6J 12500000,
        M6E 12500, M6B 6250, M6A 10000, MCD 10000, MSF 12500, E7 62500,
        ZB 1000, UB 1000, ZN 1000, TN 1000, ZF 1000, ZT 2000, SR3 2500, GE 2500,
        ZC 50, ZS 50, ZW 50, KE 50, ZO 50, XC 10, XK 10, XW 10, ZM 100, ZL 600, ZR 2000,
        LE 400, HE 400, GF 500, CC 10, KC 375, SB 1120, CT 500, OJ 150,
        BTC 5, MBT 0.1, ETH 50, MET 0.1, BFF 0.02, VX 1000, VXM 100, DX 1000,
        FDAX 25, FDXM 5, FDXS 1, FESX 10, FSXE 1, FGBL 1000, FGBM 1000, FGBS 1000, FGBX 1000
        """;

    private static readonly FrozenDictionary<string, decimal> PointValues = Table
        .Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(entry => entry.Split(' '))
        .ToFrozenDictionary(entry => entry[0], entry => decimal.Parse(entry[1], CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds the size of a contract.</summary>
    /// <param name="symbol">Symbol in any common notation: <c>MESH5</c>, <c>/ES</c>, <c>MNQ DEC25</c>, <c>CL 03-25</c>, an OCC option symbol.</param>
    /// <param name="kind">What the file says the instrument is.</param>
    /// <returns>The size, and whether it is known; an unknown future counts as 1.</returns>
    public static (decimal Multiplier, bool IsKnown) Of(string symbol, InstrumentKind kind)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        switch (kind)
        {
            case InstrumentKind.Option:
                return (OptionSize, true);
            case InstrumentKind.Stock or InstrumentKind.Forex or InstrumentKind.Crypto or InstrumentKind.Other:
                return (1, true);
        }

        if (FutureSymbol.Root(symbol, isFuture: kind == InstrumentKind.Future) is { } root)
        {
            return PointValues.TryGetValue(root, out decimal value) ? (value, true) : (1, !FutureSymbol.IsExplicit(symbol) && kind != InstrumentKind.Future);
        }

        return kind == InstrumentKind.Future ? (1, false) : (OptionSymbol.IsOption(symbol) ? OptionSize : 1, true);
    }
}
