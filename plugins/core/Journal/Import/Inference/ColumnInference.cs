using System.Globalization;
using AIWendy.Sdk.Journal;

namespace AIWendy.Plugins.Journal.Import.Inference;

/// <summary>
/// Guesses which column of an unknown table is what: by the names of the headings in several languages, checked against
/// the values, and where names say nothing by the values alone.
/// </summary>
internal static class ColumnInference
{
    private const int LeastFilled = 3;
    private const int LeastColumns = 4;

    /// <summary>The mapping that fits the beginning of a file best, or <see langword="null"/>.</summary>
    public static InferredMapping? Infer(IReadOnlyList<ImportRow> head)
    {
        InferredMapping? best = null;
        for (int i = 0; i < head.Count; i++)
        {
            if (head[i].Cells.Count(cell => cell.Length > 0) < LeastColumns || !LooksLikeHeadings(head[i]))
            {
                continue;
            }

            InferredMapping? found = InferTable(head[i], [.. head.Skip(i + 1)]);
            if (found is not null && found.Score > (best?.Score ?? 0))
            {
                best = found;
            }
        }

        return best ?? InferHeaderless(head);
    }

    // Headings are words; a row with numbers or dates is data.
    private static bool LooksLikeHeadings(ImportRow row)
    {
        int values = row.Cells.Count(cell => cell.Length > 0 && (char.IsAsciiDigit(cell[0]) || (cell.Length > 1 && cell[0] is '-' or '+' && char.IsAsciiDigit(cell[1]))));
        return values == 0;
    }

    private static InferredMapping? InferHeaderless(IReadOnlyList<ImportRow> head)
    {
        if (head.Count == 0)
        {
            return null;
        }

        string[] numbers = [.. Enumerable.Range(1, head.Max(row => row.Cells.Count)).Select(number => "#" + number.ToString(CultureInfo.InvariantCulture))];
        InferredMapping? found = InferTable(new ImportRow(0, numbers), head);
        return found is { HasSide: true } ? found with { Mapping = found.Mapping with { HasHeader = false } } : null;
    }

    private static InferredMapping? InferTable(ImportRow header, IReadOnlyList<ImportRow> rows)
    {
        List<ImportRow> data = [.. rows.Where(row => row.Cells.Count(cell => cell.Length > 0) >= LeastFilled)];
        if (data.Count == 0)
        {
            return null;
        }

        ColumnProfile[] columns = [.. header.Cells.Select((heading, index) => new ColumnProfile(index, heading, data.Select(row => index < row.Cells.Count ? row.Cells[index] : string.Empty)))];
        ColumnChoice choice = new(columns);
        return choice.Trades(data) ?? choice.Executions(data);
    }
}

/// <summary>A guessed mapping.</summary>
/// <param name="Mapping">The mapping.</param>
/// <param name="Score">How well headings and values agree; only to compare.</param>
/// <param name="HasSide">Whether a column, or the sign of the quantity, tells purchases from sales.</param>
internal sealed record InferredMapping(ColumnMapping Mapping, int Score, bool HasSide);
