using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AIWendy.Sdk.Journal;

namespace AIWendy.Plugins.Journal.Import;

/// <summary>
/// Gives every fill of a file a key that it gets again in any other upload of the same account: from the broker's id
/// where there is one, else from what the fill is. Fills that look alike are numbered, because some files list one id or
/// one fill in several rows and each row counts.
/// </summary>
internal sealed class DedupeKeys
{
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    /// <summary>The key of the next fill.</summary>
    public string Next(ImportedExecution execution)
    {
        if (execution.DedupeKey is { } known)
        {
            return known;
        }

        string identity = execution.ExecutionId is { } id
            ? $"id\u001f{id}"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"fill\u001f{execution.Symbol}\u001f{execution.ExecutedAt.ToUnixTimeMilliseconds()}\u001f{(execution.IsBuy ? 'B' : 'S')}\u001f{execution.Quantity:G29}\u001f{execution.Price:G29}");
        string scoped = $"{execution.AccountName}\u001f{identity}";
        int ordinal = _seen.GetValueOrDefault(scoped);
        _seen[scoped] = ordinal + 1;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{identity}\u001f{ordinal.ToString(CultureInfo.InvariantCulture)}")));
    }
}
