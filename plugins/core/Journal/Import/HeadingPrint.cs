using System.Security.Cryptography;
using System.Text;
using AIWendy.Sdk.Journal;

namespace AIWendy.Plugins.Journal.Import;

/// <summary>Names a set of headings, so that what was said about one file is found for the next one.</summary>
internal static class HeadingPrint
{
    private const int Bytes = 16;

    /// <summary>The fingerprint of a row of headings, equal for equal headings whatever their case and punctuation.</summary>
    public static string Of(IReadOnlyList<string> headings) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', headings.Select(Headings.Normalise)))))[..(2 * Bytes)];

    /// <summary>The fingerprints of all rows at the beginning of a file that could be headings.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<ImportRow> head) =>
        [.. head.Where(row => row.Cells.Count(cell => cell.Length > 0) > 2).Select(row => Of(row.Cells)).Distinct()];
}
