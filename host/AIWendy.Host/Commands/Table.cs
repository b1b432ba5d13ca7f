using System.Text;

namespace AIWendy.Host.Commands;

/// <summary>Writes rows in columns as wide as their longest text; the last column is not padded.</summary>
internal static class Table
{
    public static string Of(params IReadOnlyList<string>[] rows)
    {
        int columns = rows.Max(row => row.Count);
        int[] widths = [.. Enumerable.Range(0, columns).Select(column => rows.Max(row => column < row.Count ? row[column].Length : 0))];
        StringBuilder text = new();
        foreach (IReadOnlyList<string> row in rows)
        {
            IEnumerable<string> cells = row.Select((cell, column) => column == row.Count - 1 ? cell : cell.PadRight(widths[column]));
            text.AppendLine(string.Join("  ", cells).TrimEnd());
        }

        return text.ToString().TrimEnd();
    }
}
