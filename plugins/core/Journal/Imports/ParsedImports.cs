using AIWendy.Plugins.Journal.Import;

namespace AIWendy.Plugins.Journal.Imports;

/// <summary>
/// Keeps what was read of a few files for a short while, because people page through the rows of a preview and then
/// commit it. The oldest go first, and a file too large for the room is read again each time.
/// </summary>
internal sealed class ParsedImports(TimeProvider time)
{
    private const int MostRows = 150_000;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(2);

    private readonly Lock _lock = new();
    private readonly List<Entry> _entries = [];

    /// <summary>Keeps a file; the key says whose batch it is and how it was read.</summary>
    public void Add(string key, ParsedImport parsed)
    {
        lock (_lock)
        {
            _entries.RemoveAll(entry => entry.Key == key || entry.Until < time.GetUtcNow());
            if (parsed.Rows > MostRows)
            {
                return;
            }

            while (_entries.Count > 0 && _entries.Sum(entry => entry.Parsed.Rows) + parsed.Rows > MostRows)
            {
                _entries.RemoveAt(0);
            }

            _entries.Add(new Entry(key, parsed, time.GetUtcNow() + Kept));
        }
    }

    /// <summary>A kept file, or <see langword="null"/>.</summary>
    public ParsedImport? Find(string key)
    {
        lock (_lock)
        {
            _entries.RemoveAll(entry => entry.Until < time.GetUtcNow());
            return _entries.Find(entry => entry.Key == key)?.Parsed;
        }
    }

    /// <summary>Forgets a file.</summary>
    public void Remove(string key)
    {
        lock (_lock)
        {
            _entries.RemoveAll(entry => entry.Key == key);
        }
    }

    private sealed record Entry(string Key, ParsedImport Parsed, DateTimeOffset Until);
}
