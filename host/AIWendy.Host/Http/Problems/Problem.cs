using AIWendy.Sdk.Localization;

namespace AIWendy.Host.Http.Problems;

/// <summary>What a refused or failed request is answered with.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Stable snake_case name.</param>
internal sealed record Problem(int Status, string Code)
{
    /// <summary>Sentences for the user; null takes the host's own text for the code.</summary>
    public string? Detail { get; init; }

    /// <summary>The same in the languages of the product; goes before <see cref="Detail"/>.</summary>
    public Text? Localized { get; init; }

    /// <summary>What is wrong with each field, by JSON path or parameter name.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>The same in the languages of the product, for the fields that have it; goes before <see cref="Errors"/>.</summary>
    public IReadOnlyDictionary<string, Text[]>? FieldTexts { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the host is to blame, so that the exception belongs into the log.</summary>
    public bool IsFault { get; init; }
}
