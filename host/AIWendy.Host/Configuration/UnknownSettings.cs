namespace AIWendy.Host.Configuration;

/// <summary>Finds variables that look like ours and are not, because a misspelt name is otherwise silently ignored.</summary>
internal static class UnknownSettings
{
    private static readonly string[] Prefixes = ["AIWENDY_", "FEATURE_", "RATE_LIMIT_"];

    /// <summary>One sentence for each unknown name.</summary>
    public static IEnumerable<string> Describe(IEnumerable<string> set, IReadOnlyCollection<string> known)
    {
        foreach (string name in set.Order(StringComparer.Ordinal))
        {
            if (!known.Contains(name) && Prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
            {
                string? nearest = known.MinBy(candidate => (Distance(name.ToUpperInvariant(), candidate), candidate));
                bool alike = nearest is not null && Distance(name.ToUpperInvariant(), nearest) <= Math.Max(3, name.Length / 3);
                yield return alike ? $"{name} is not a known setting; did you mean {nearest}?" : $"{name} is not a known setting.";
            }
        }
    }

    /// <summary>Levenshtein distance: the least number of inserted, deleted and replaced characters.</summary>
    public static int Distance(string first, string second)
    {
        int[] previous = [.. Enumerable.Range(0, second.Length + 1)];
        int[] current = new int[second.Length + 1];
        for (int i = 1; i <= first.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= second.Length; j++)
            {
                int replaced = previous[j - 1] + (first[i - 1] == second[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
            }

            (previous, current) = (current, previous);
        }

        return previous[second.Length];
    }
}
