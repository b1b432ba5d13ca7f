using AIWendy.Plugins.Journal.Import.Formats;

namespace AIWendy.Plugins.Journal.Import.Inference;

/// <summary>What the values of a column look like.</summary>
internal sealed class ColumnProfile
{
    private static readonly NumberText Numbers = new('.');
    private static readonly NumberText CommaNumbers = new(',');

    public ColumnProfile(int index, string heading, IEnumerable<string> values)
    {
        Index = index;
        Heading = heading;
        HashSet<string> distinct = new(StringComparer.OrdinalIgnoreCase);
        foreach (string value in values.Where(value => value.Length > 0 && value is not ("-" or "--")))
        {
            Filled++;
            distinct.Add(value);
            Look(value);
        }

        Distinct = distinct.Count;
    }

    public int Index { get; }

    public string Heading { get; }

    public int Filled { get; private set; }

    public int Distinct { get; }

    public int Dates { get; private set; }

    public int Clocks { get; private set; }

    public int Sides { get; private set; }

    public int Numeric { get; private set; }

    public int Whole { get; private set; }

    public int Negative { get; private set; }

    public int Codes { get; private set; }

    public int SymbolLike { get; private set; }

    public int Known { get; private set; }

    /// <summary>Whether most values are numbers.</summary>
    public bool IsNumeric => Filled > 0 && Numeric >= Filled * 0.8 && Dates < Filled * 0.8;

    /// <summary>Whether most values are dates.</summary>
    public bool IsDate => Filled > 0 && Dates >= Filled * 0.7;

    /// <summary>Whether most values are times of day.</summary>
    public bool IsClock => Filled > 0 && Clocks >= Filled * 0.7;

    /// <summary>Whether sides stand in it, perhaps among other words.</summary>
    public bool IsSide => Filled > 0 && Sides > 0 && Sides >= Filled * 0.3 && Distinct <= 20;

    /// <summary>Whether instruments could stand in it.</summary>
    public bool IsSymbol => Filled > 0 && SymbolLike >= Filled * 0.6 && !IsDate && Sides < Filled * 0.5;

    /// <summary>Whether most values are currency codes.</summary>
    public bool IsCurrency => Filled > 0 && Codes >= Filled * 0.8 && Known > 0;

    private void Look(string value)
    {
        bool number = Numbers.TryParse(value, out decimal amount) || CommaNumbers.TryParse(value, out amount);
        bool digits = value.Any(char.IsAsciiDigit);
        bool plain = digits && value.Count(char.IsLetter) <= 5;
        bool clock = value.Contains(':') && value.Length <= 18 && char.IsAsciiDigit(value[0]) && TimeText.TryParseTime(value, out _, out _);
        bool date = digits && !clock && IsDateText(value);
        Dates += date ? 1 : 0;
        Clocks += clock ? 1 : 0;
        Sides += SideText.IsBuy(value) is not null ? 1 : 0;
        Numeric += number && plain && !clock && !(date && !IsPlainNumber(value)) ? 1 : 0;
        Whole += number && amount == decimal.Truncate(amount) ? 1 : 0;
        Negative += number && amount < 0 ? 1 : 0;
        Codes += value.Length is 3 or 4 && value.All(char.IsAsciiLetterUpper) ? 1 : 0;
        Known += value is "USD" or "EUR" or "GBP" or "CHF" or "JPY" or "CNY" or "HKD" or "CAD" or "AUD" or "INR" or "USDT" or "SGD" or "SEK" or "NOK" or "DKK" or "PLN" or "KRW" or "BRL" or "RUB" ? 1 : 0;
        SymbolLike += value.Length is >= 1 and <= 60 && !date && !clock && (value.Any(char.IsLetter) || value.Length is >= 4 and <= 6) ? 1 : 0;
    }

    // 20240131 is a date as well as a number; 1234567890 is hardly ever a moment.
    private static bool IsDateText(string value) =>
        (TimeText.TryParse(value, DateOrder.MonthFirst, out DateTime moment, out _) || TimeText.TryParse(value, DateOrder.DayFirst, out moment, out _)) && moment.Year is >= 1980 and <= 2100;

    private static bool IsPlainNumber(string value) => value.All(letter => char.IsAsciiDigit(letter) || letter is '.' or ',' or '-');
}
