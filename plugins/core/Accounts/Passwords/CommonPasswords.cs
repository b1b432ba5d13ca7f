using System.Collections.Frozen;
using System.Reflection;

namespace AIWendy.Plugins.Accounts.Passwords;

/// <summary>
/// Recognises what guessing programs try first: well-known words with digits, signs or look-alike letters around them,
/// runs on the keyboard, and repetitions. A list of whole passwords would hold hardly anything of ten characters.
/// </summary>
internal static class CommonPasswords
{
    private const int ShortestRun = 3;

    private static readonly FrozenSet<string> Roots = Load();

    private static readonly string[] Rows = WithReverse(
    [
        "12345678901234567890",
        "qwertyuiop",
        "qwertzuiop",
        "azertyuiop",
        "asdfghjkl",
        "zxcvbnm",
        "!@#$%^&*()",
        "abcdefghijklmnopqrstuvwxyz",
        "1q2w3e4r5t6y7u8i9o0p",
        "q1w2e3r4t5y6u7i8o9p0",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
        "qazwsxedcrfvtgbyhnujmikolp",
    ]);

    public static int Count => Roots.Count;

    /// <summary>Whether the password is one of those.</summary>
    public static bool Contains(string password)
    {
        string lower = password.ToLowerInvariant();
        string unit = Unit(lower);
        return unit.Length <= 2
            || IsKnown(lower)
            || IsKnown(unit)
            || IsKnown(Unit(Core(lower)))
            || IsRuns(lower);
    }

    /// <summary>What remains of a password without the digits and signs around it and with look-alikes read as letters.</summary>
    public static string Core(string password)
    {
        string lower = password.ToLowerInvariant();
        int start = 0;
        int end = lower.Length;
        while (start < end && !char.IsLetter(lower[start]) && lower[start] is not '@' and not '$')
        {
            start++;
        }

        while (end > start && !char.IsLetter(lower[end - 1]))
        {
            end--;
        }

        return string.Create(end - start, lower[start..end], static (target, source) =>
        {
            for (int i = 0; i < source.Length; i++)
            {
                target[i] = Letter(source[i]);
            }
        });
    }

    private static bool IsKnown(string text) => Roots.Contains(text);

    private static char Letter(char character) => character switch
    {
        '0' => 'o',
        '1' or '!' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        _ => character,
    };

    /// <summary>The shortest piece that the text repeats; the text itself when it repeats none.</summary>
    private static string Unit(string text)
    {
        for (int length = 1; length <= text.Length / 2; length++)
        {
            if (text.Length % length == 0 && text.AsSpan(length).SequenceEqual(text.AsSpan(0, text.Length - length)))
            {
                return text[..length];
            }
        }

        return text;
    }

    /// <summary>Whether the whole text is made of runs such as <c>qwerty</c>, <c>4321</c> or <c>aaa</c>.</summary>
    private static bool IsRuns(string text)
    {
        int position = 0;
        while (position < text.Length)
        {
            int length = LongestRun(text.AsSpan(position));
            if (length < ShortestRun)
            {
                return false;
            }

            position += length;
        }

        return true;
    }

    private static int LongestRun(ReadOnlySpan<char> text)
    {
        int same = text.IndexOfAnyExcept(text[0]);
        int longest = same < 0 ? text.Length : same;
        foreach (string row in Rows)
        {
            int start = row.IndexOf(text[0], StringComparison.Ordinal);
            while (start >= 0)
            {
                longest = Math.Max(longest, row.AsSpan(start).CommonPrefixLength(text));
                start = row.IndexOf(text[0], start + 1);
            }
        }

        return longest;
    }

    private static string[] WithReverse(string[] rows) =>
        [.. rows, .. rows.Select(row => new string([.. row.Reverse()]))];

    private static FrozenSet<string> Load()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("CommonPasswords.txt")
            ?? throw new InvalidOperationException("The list of common passwords is missing from the assembly.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd()
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .ToFrozenSet(StringComparer.Ordinal);
    }
}
