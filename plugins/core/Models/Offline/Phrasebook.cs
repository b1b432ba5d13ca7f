using System.Reflection;

namespace AIWendy.Plugins.Models.Offline;

/// <summary>The sentences of the offline coach, by key, style and language; read from the text files beside this class.</summary>
internal sealed class Phrasebook
{
    private static readonly Lazy<Phrasebook> EnglishBook = new(static () => Load("en"));
    private static readonly Lazy<Phrasebook> ChineseBook = new(static () => Load("zh"));

    private readonly Dictionary<string, List<string>> sections = new(StringComparer.Ordinal);

    private Phrasebook()
    {
    }

    /// <summary>Every key with its style, e.g. <c>question.loss @empathetic</c>.</summary>
    public IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> Sections =>
        sections.Select(static section => KeyValuePair.Create(section.Key, (IReadOnlyList<string>)section.Value));

    /// <summary>The book of a language.</summary>
    public static Phrasebook For(string language) => language == Languages.Chinese ? ChineseBook.Value : EnglishBook.Value;

    /// <summary>The ways to say something: the style's own, else everybody's; empty for an unknown key.</summary>
    public IReadOnlyList<string> Find(string key, string style) =>
        sections.GetValueOrDefault($"{key} @{style}") ?? sections.GetValueOrDefault(key) ?? [];

    private static Phrasebook Load(string language)
    {
        Phrasebook book = new();
        foreach (string file in (ReadOnlySpan<string>)["shared", "styles"])
        {
            book.Read($"{file}.{language}.txt");
        }

        return book;
    }

    private void Read(string file)
    {
        Assembly assembly = typeof(Phrasebook).Assembly;
        using Stream stream = assembly.GetManifestResourceStream("Phrases." + file)
            ?? throw new InvalidOperationException($"The text {file} is missing from the plugin.");
        using StreamReader reader = new(stream);
        List<string> section = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                section = [];
                sections.Add(line[2..].Trim(), section);
            }
            else if (line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal))
            {
                section.Add(line.Trim());
            }
        }
    }
}
