using System.Text;

namespace AIWendy.Plugins.Journal.Import;

/// <summary>The headings of a table, compared without case, spaces and punctuation.</summary>
internal sealed class Headings
{
    private readonly Dictionary<string, int> _positions = [];
    private readonly Dictionary<string, int> _found = new(StringComparer.Ordinal);

    public Headings(IReadOnlyList<string> cells)
    {
        Cells = cells;
        for (int i = 0; i < cells.Count; i++)
        {
            string name = Normalise(cells[i]);
            if (name.Length > 0)
            {
                _positions.TryAdd(name, i);
            }
        }
    }

    /// <summary>The headings as written.</summary>
    public IReadOnlyList<string> Cells { get; }

    /// <summary>The headings in the form in which they are compared.</summary>
    public IEnumerable<string> Names => _positions.Keys;

    /// <summary>Position of the first heading found among synonyms, or -1.</summary>
    public int Find(params ReadOnlySpan<string> synonyms)
    {
        foreach (string synonym in synonyms)
        {
            if (Position(synonym) is >= 0 and { } position)
            {
                return position;
            }
        }

        return -1;
    }

    /// <summary>Position of the first heading of that name after another one, or -1; some tables use a name twice.</summary>
    public int FindAfter(int position, string name)
    {
        string wanted = Normalise(name);
        for (int i = Math.Max(position + 1, 0); position >= 0 && i < Cells.Count; i++)
        {
            if (Normalise(Cells[i]) == wanted)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether every one of the names is there.</summary>
    public bool HasAll(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (Find(name) < 0)
            {
                return false;
            }
        }

        return true;
    }

    private int Position(string name)
    {
        if (!_found.TryGetValue(name, out int position))
        {
            _found[name] = position = _positions.TryGetValue(Normalise(name), out int known) ? known : -1;
        }

        return position;
    }

    /// <summary>Letters and digits in lower case.</summary>
    public static string Normalise(string heading)
    {
        StringBuilder name = new(heading.Length);
        foreach (char current in heading)
        {
            if (char.IsLetterOrDigit(current) || current is '#')
            {
                name.Append(char.ToLowerInvariant(current));
            }
        }

        return name.ToString();
    }
}
