using System.Text;

namespace AIWendy.Plugins.Coaching.Safety;

/// <summary>
/// Recognises words about suicide and self-harm in a user's message before any model reads it. Deterministic and
/// offline: traders' own slang for losses is taken out first, then the phrases of <see cref="CrisisLexicon"/> decide.
/// </summary>
internal static class CrisisCheck
{
    /// <summary>Whether the answer must be the fixed text with help lines.</summary>
    public static bool Matches(string text)
    {
        string normalized = Normalize(text);
        string withoutSlang = CrisisLexicon.Slang().Replace(normalized, " ~ ");
        return CrisisLexicon.English().IsMatch(withoutSlang) || CrisisLexicon.Chinese().IsMatch(withoutSlang);
    }

    /// <summary>Lower case, half-width letters, straight apostrophes, single spaces, nothing invisible.</summary>
    private static string Normalize(string text)
    {
        StringBuilder result = new(text.Length);
        foreach (char current in text.Normalize(NormalizationForm.FormKC))
        {
            if (current is '\u2019' or '\u2018' or '\u02BC' or '`' or '\u00B4')
            {
                result.Append('\'');
            }
            else if (char.IsWhiteSpace(current))
            {
                if (result.Length > 0 && result[^1] != ' ')
                {
                    result.Append(' ');
                }
            }
            else if (!char.IsControl(current) && char.GetUnicodeCategory(current) != System.Globalization.UnicodeCategory.Format)
            {
                result.Append(char.ToLowerInvariant(current));
            }
        }

        return result.ToString();
    }
}
