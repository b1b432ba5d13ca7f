using System.Text;

namespace AIWendy.Plugins.Journal.Import.Reading;

/// <summary>Finds what separates the cells of a text: what occurs most steadily, at most lines, outside quotes.</summary>
internal static class Delimiters
{
    private const int Lines = 60;
    private static readonly char[] Candidates = [',', ';', '\t', '|'];

    /// <summary>The delimiter.</summary>
    /// <param name="stream">Seekable.</param>
    /// <param name="encoding">Its encoding.</param>
    public static char Detect(Stream stream, Encoding encoding)
    {
        stream.Position = 0;
        using StreamReader text = new(stream, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 16 * 1024, leaveOpen: true);
        char[] buffer = new char[64 * 1024];
        int length = text.ReadBlock(buffer, 0, buffer.Length);
        string[] lines = [.. new string(buffer, 0, length).Split('\n', StringSplitOptions.RemoveEmptyEntries).Take(Lines)];
        char best = ',';
        double bestScore = 0;
        foreach (char delimiter in Candidates)
        {
            int[] counts = [.. lines.Select(line => CountOutsideQuotes(line, delimiter)).Where(count => count > 0)];
            if (counts.Length == 0)
            {
                continue;
            }

            // A semicolon or tab is rarely anything but a delimiter; a comma often stands within numbers.
            int common = counts.GroupBy(count => count).Max(group => group.Count());
            double score = common + (counts.Average() / 100) + (delimiter == ',' ? 0 : 0.5);
            if (score > bestScore)
            {
                (best, bestScore) = (delimiter, score);
            }
        }

        return best;
    }

    private static int CountOutsideQuotes(string line, char delimiter)
    {
        int count = 0;
        bool quoted = false;
        foreach (char current in line)
        {
            if (current == '"')
            {
                quoted = !quoted;
            }
            else if (current == delimiter && !quoted)
            {
                count++;
            }
        }

        return count;
    }
}
