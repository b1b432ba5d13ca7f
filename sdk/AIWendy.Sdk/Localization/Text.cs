namespace AIWendy.Sdk.Localization;

/// <summary>A short text in the languages of the product.</summary>
/// <param name="En">English; never empty.</param>
/// <param name="Zh">Simplified Chinese; <see langword="null"/> falls back to English.</param>
public sealed record Text(string En, string? Zh = null)
{
    /// <summary>Creates a text, named so that translations read well at the call site.</summary>
    public static Text Of(string en, string? zh = null) => new(en, zh);

    /// <summary>An English text without a translation.</summary>
    public static implicit operator Text(string en) => new(en);

    /// <summary>The text for a language tag such as <c>en</c>, <c>zh-CN</c>; English for any other.</summary>
    public string For(string? language) =>
        Zh is not null && language is not null && language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Zh : En;

    /// <summary>The English text.</summary>
    public override string ToString() => En;
}
