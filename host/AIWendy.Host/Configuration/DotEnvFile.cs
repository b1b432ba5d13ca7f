using System.Text;

namespace AIWendy.Host.Configuration;

/// <summary>
/// Reads a <c>.env</c> file: <c>KEY=value</c> lines, an optional <c>export</c> before the key, comments from <c>#</c>,
/// single quotes taken literally, double quotes with <c>\n</c>, <c>\t</c>, <c>\"</c>, <c>\\</c> and <c>\$</c>.
/// There is no expansion of variables.
/// </summary>
internal static class DotEnvFile
{
    /// <summary>Reads a text.</summary>
    /// <param name="text">Content of the file.</param>
    /// <param name="problems">Receives one sentence for every line that is no setting.</param>
    /// <returns>The settings; the last of several lines for one key counts.</returns>
    public static Dictionary<string, string> Parse(string text, ICollection<string> problems)
    {
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        string[] lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].Trim();
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (line.StartsWith("export ", StringComparison.Ordinal))
            {
                line = line["export ".Length..].TrimStart();
            }

            int equals = line.IndexOf('=', StringComparison.Ordinal);
            string key = equals < 0 ? string.Empty : line[..equals].TrimEnd();
            if (!IsKey(key))
            {
                problems.Add($"Line {i + 1} of .env is not of the form KEY=value.");
            }
            else if (Value(line[(equals + 1)..].TrimStart()) is { } value)
            {
                values[key] = value;
            }
            else
            {
                problems.Add($"Line {i + 1} of .env opens a quote for {key} and does not close it, or has text behind it.");
            }
        }

        return values;
    }

    private static bool IsKey(string key) =>
        key.Length > 0 && !char.IsAsciiDigit(key[0]) && key.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');

    private static string? Value(string raw)
    {
        if (raw.Length > 0 && raw[0] is '"' or '\'')
        {
            return Quoted(raw);
        }

        // A comment needs white space before it, so that a password may hold a '#'.
        for (int i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '#' && (i == 0 || char.IsWhiteSpace(raw[i - 1])))
            {
                return raw[..i].TrimEnd();
            }
        }

        return raw.TrimEnd();
    }

    private static string? Quoted(string raw)
    {
        char quote = raw[0];
        StringBuilder value = new(raw.Length);
        for (int i = 1; i < raw.Length; i++)
        {
            if (raw[i] == quote)
            {
                string rest = raw[(i + 1)..].Trim();
                return rest.Length == 0 || rest[0] == '#' ? value.ToString() : null;
            }

            if (quote == '"' && raw[i] == '\\' && i + 1 < raw.Length && Unescape(raw[i + 1]) is { } character)
            {
                value.Append(character);
                i++;
            }
            else
            {
                value.Append(raw[i]);
            }
        }

        return null;
    }

    private static char? Unescape(char escaped) => escaped switch
    {
        'n' => '\n',
        't' => '\t',
        '"' or '\\' or '$' => escaped,
        _ => null,
    };
}
