using System.Globalization;
using AIWendy.Sdk.Journal;

namespace AIWendy.Plugins.Journal.Import.Inference;

/// <summary>Assigns the columns of one table to fields, each column once.</summary>
internal sealed class ColumnChoice(ColumnProfile[] columns)
{
    private readonly Dictionary<string, string> _chosen = new(StringComparer.Ordinal);
    private readonly HashSet<int> _taken = [];
    private int _score;

    /// <summary>The table as finished trades, or <see langword="null"/>.</summary>
    public InferredMapping? Trades(IReadOnlyList<ImportRow> rows)
    {
        Reset();
        bool complete = Named("date", "entryDate", column => column.IsDate || column.IsClock) && Named("exitDate", "exitDate", column => column.IsDate || column.IsClock)
            && Named("price", "entryPrice", column => column.IsNumeric) && Named("exitPrice", "exitPrice", column => column.IsNumeric)
            && Named("quantity", "quantity", column => column.IsNumeric) && Symbol();
        if (!complete)
        {
            return null;
        }

        bool side = Side();
        _ = Named("net", "net", column => column.IsNumeric);
        _ = Named("gross", "gross", column => column.IsNumeric);
        Optional();
        return side || Profile("quantity")?.Negative > 0 ? Finish(ColumnMapping.Trades, rows, hasSide: true) : null;
    }

    /// <summary>The table as executions, or <see langword="null"/>.</summary>
    public InferredMapping? Executions(IReadOnlyList<ImportRow> rows)
    {
        Reset();
        bool side = Side();
        if (!Date())
        {
            return null;
        }

        _ = Named("currency", "currency", column => column.IsCurrency);
        bool named = Symbol();
        bool quantity = Named("quantity", "quantity", column => column.IsNumeric);
        bool price = Named("price", "price", column => column.IsNumeric);
        bool amount = Named("amount", "amount", column => column.IsNumeric);
        if (!quantity || !price)
        {
            (quantity, price) = ByProduct(rows, quantity, price, amount);
        }

        if (!named || !(quantity || price) || !(quantity && price || amount))
        {
            return null;
        }

        Optional();
        bool signed = Profile("quantity")?.Negative > 0 || (Profile("amount") is { } money && money.Negative > 0 && money.Negative < money.Filled);
        return side || signed ? Finish(ColumnMapping.Executions, rows, hasSide: true) : null;
    }

    private void Reset()
    {
        _chosen.Clear();
        _taken.Clear();
        _score = 0;
    }

    private InferredMapping Finish(string kind, IReadOnlyList<ImportRow> rows, bool hasSide)
    {
        List<ColumnProfile> fees = [.. columns.Where(column => !_taken.Contains(column.Index) && (column.IsNumeric || column.Filled == 0) && FieldNames.Score("fee", column.Heading) >= 6 && column.Filled > 0)];
        int negative = fees.Sum(fee => fee.Negative);
        ColumnMapping mapping = new()
        {
            Kind = kind,
            Columns = new Dictionary<string, string>(_chosen, StringComparer.Ordinal),
            Fees = [.. fees.Select(Name)],
            FeesAreCash = negative > 0 && negative * 2 >= fees.Sum(fee => CountNonZero(fee, rows)) ? true : null,
        };
        return new InferredMapping(mapping, _score + (kind == ColumnMapping.Trades ? 5 : 0), hasSide);
    }

    private static int CountNonZero(ColumnProfile column, IReadOnlyList<ImportRow> rows) =>
        rows.Count(row => column.Index < row.Cells.Count && row.Cells[column.Index].AsSpan().IndexOfAnyInRange('1', '9') >= 0);

    private void Optional()
    {
        _ = Named("currency", "currency", column => column.IsCurrency) || ByValues("currency", column => column.IsCurrency);
        _ = Named("account", "account", column => column.Filled > 0);
        _ = Named("id", "id", column => column.Filled > 0 && column.Distinct == column.Filled && !column.IsDate, least: 6);
        _ = Named("status", "status", column => column.Filled > 0 && !column.IsNumeric && !column.IsDate, least: 6);
        _ = Named("multiplier", "multiplier", column => column.IsNumeric, least: 6);
        _ = Named("kind", "kind", column => column.Filled > 0, least: 10);
    }

    private bool Side() => Named("side", "side", column => column.IsSide) || ByValues("side", column => column.IsSide);

    private bool Date()
    {
        if (!Named("date", "date", column => column.IsDate) && !ByValues("date", column => column.IsDate) && !Named("date", "entryDate", column => column.IsDate))
        {
            return false;
        }

        // A day alone may have its time of day beside it.
        _ = Named("time", "time", column => column.IsClock) || ByValues("time", column => column.IsClock);
        return true;
    }

    // A code beats a name: "AAPL" rather than "Apple Inc.".
    private bool Symbol() => Named("symbol", "symbol", column => column.IsSymbol && !column.IsCurrency)
        || Named("symbol", "symbol", column => column.Filled > 0 && !column.IsDate && column.Distinct > 0 && (column.IsSymbol || column.Whole == column.Filled), least: 10)
        || ByValues("symbol", column => column.IsSymbol && !column.IsCurrency && !column.IsSide && !column.IsNumeric && column.Distinct > 1)
        || ByValues("symbol", column => column.IsSymbol && !column.IsCurrency && !column.IsSide && !column.IsNumeric);

    private bool Named(string field, string names, Func<ColumnProfile, bool> fits, int least = 4)
    {
        ColumnProfile? best = null;
        int score = least - 1;
        foreach (ColumnProfile column in columns)
        {
            int named = _taken.Contains(column.Index) || !fits(column) || (names == "price" && IsOrdered(column.Heading)) ? 0 : FieldNames.Score(names, column.Heading);
            named += named > 0 && names == "quantity" && Executed(column.Heading) ? 3 : 0;
            named += named > 0 && names == "price" && Executed(column.Heading) ? 3 : 0;
            if (named > score)
            {
                (best, score) = (column, named);
            }
        }

        return best is not null && Take(field, best, score);
    }

    // What was executed beats what was ordered, where a table has both.
    private static bool Executed(string heading)
    {
        string name = Headings.Normalise(heading);
        return name.Contains("fill", StringComparison.Ordinal) || name.Contains("exec", StringComparison.Ordinal) || name.Contains("成交", StringComparison.Ordinal) || name.Contains("約定", StringComparison.Ordinal)
            || name.Contains("ausf", StringComparison.Ordinal) || name.Contains("체결", StringComparison.Ordinal) || name.StartsWith("avg", StringComparison.Ordinal);
    }

    // What was ordered at which limit says nothing about the fill.
    private static bool IsOrdered(string heading)
    {
        string name = Headings.Normalise(heading);
        return name.Contains("limit", StringComparison.Ordinal) || name.Contains("stop", StringComparison.Ordinal) || name.Contains("trigger", StringComparison.Ordinal) || name.Contains("orderprice", StringComparison.Ordinal)
            || name.Contains("委托价", StringComparison.Ordinal) || name.Contains("strike", StringComparison.Ordinal);
    }

    private bool ByValues(string field, Func<ColumnProfile, bool> fits) =>
        columns.FirstOrDefault(column => !_taken.Contains(column.Index) && fits(column)) is { } found && Take(field, found, 2);

    // Quantity times price is the amount: whatever three columns of numbers do that are those three.
    private (bool Quantity, bool Price) ByProduct(IReadOnlyList<ImportRow> rows, bool quantity, bool price, bool amount)
    {
        ColumnProfile[] numbers = [.. columns.Where(column => column.IsNumeric && column.Filled >= rows.Count / 2 && (!_taken.Contains(column.Index) || column == Profile("quantity") || column == Profile("price") || column == Profile("amount")))];
        foreach (ColumnProfile product in numbers)
        {
            foreach (ColumnProfile first in numbers)
            {
                foreach (ColumnProfile second in numbers)
                {
                    if (first.Index == product.Index || second.Index == product.Index || first.Index >= second.Index || !IsProduct(rows, first, second, product))
                    {
                        continue;
                    }

                    (ColumnProfile many, ColumnProfile each) = IsQuantity(first, second) ? (first, second) : (second, first);
                    Forget();
                    Take("quantity", many, 3);
                    Take("price", each, 3);
                    Take("amount", product, 3);
                    return (true, true);
                }
            }
        }

        return (quantity, price);
    }

    private void Forget()
    {
        foreach (string field in new[] { "quantity", "price", "amount" })
        {
            if (Profile(field) is { } column)
            {
                _taken.Remove(column.Index);
                _chosen.Remove(field);
            }
        }
    }

    private static bool IsQuantity(ColumnProfile first, ColumnProfile second) =>
        first.Negative != second.Negative ? first.Negative > second.Negative : first.Whole != second.Whole ? first.Whole > second.Whole : first.Index < second.Index;

    private static bool IsProduct(IReadOnlyList<ImportRow> rows, ColumnProfile first, ColumnProfile second, ColumnProfile product)
    {
        NumberText numbers = NumberText.For(rows.SelectMany(row => new[] { Cell(row, first), Cell(row, second), Cell(row, product) }), ',');
        int tried = 0;
        int right = 0;
        foreach (ImportRow row in rows)
        {
            if (numbers.TryParse(Cell(row, first), out decimal a) && numbers.TryParse(Cell(row, second), out decimal b) && numbers.TryParse(Cell(row, product), out decimal c) && a != 0 && b != 0 && c != 0
                && Math.Abs(a) < NumberText.Largest && Math.Abs(b) < NumberText.Largest)
            {
                tried++;
                decimal expected = Math.Abs(a * b);
                right += Math.Abs(expected - Math.Abs(c)) <= Math.Max(0.02m, expected * 0.01m) && Math.Abs(a) != 1 && Math.Abs(b) != 1 ? 1 : 0;
            }
        }

        return right >= 1 && right * 10 >= tried * 6;
    }

    private static string Cell(ImportRow row, ColumnProfile column) => column.Index < row.Cells.Count ? row.Cells[column.Index] : string.Empty;

    private ColumnProfile? Profile(string field) => _chosen.TryGetValue(field, out string? name) ? columns.First(column => Name(column) == name) : null;

    private bool Take(string field, ColumnProfile column, int score)
    {
        _chosen[field] = Name(column);
        _taken.Add(column.Index);
        _score += score;
        return true;
    }

    // A heading that is empty or comes twice is named by its place.
    private string Name(ColumnProfile column)
    {
        string name = Headings.Normalise(column.Heading);
        bool unique = name.Length > 0 && !column.Heading.StartsWith('#') && columns.Count(other => Headings.Normalise(other.Heading) == name) == 1;
        return unique ? column.Heading : "#" + (column.Index + 1).ToString(CultureInfo.InvariantCulture);
    }
}
