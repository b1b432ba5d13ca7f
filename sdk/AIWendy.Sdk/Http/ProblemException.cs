using AIWendy.Sdk.Localization;

namespace AIWendy.Sdk;

/// <summary>
/// An expected refusal. The host answers with RFC 9457 problem details; the message is shown to the user, so it says
/// what is wrong and what to do, and never holds a secret.
/// </summary>
public sealed class ProblemException : Exception
{
    /// <summary>Creates a refusal.</summary>
    /// <param name="status">HTTP status, 400 to 599.</param>
    /// <param name="code">Stable snake_case name that programs may rely on.</param>
    /// <param name="message">One or two plain sentences for the user.</param>
    public ProblemException(int status, string code, string message)
        : base(message)
    {
        Status = status;
        Code = code;
    }

    /// <summary>Creates a refusal that is told in the caller's language.</summary>
    /// <param name="status">HTTP status, 400 to 599.</param>
    /// <param name="code">Stable snake_case name that programs may rely on.</param>
    /// <param name="message">One or two plain sentences for the user.</param>
    public ProblemException(int status, string code, Text message)
        : this(status, code, (message ?? throw new ArgumentNullException(nameof(message))).En) =>
        Localized = message;

    /// <summary>The message in the languages of the product, or <see langword="null"/> when it was given in one alone.</summary>
    public Text? Localized { get; }

    /// <summary>HTTP status.</summary>
    public int Status { get; }

    /// <summary>Stable snake_case name.</summary>
    public string Code { get; }

    /// <summary>What is wrong with each field, by its JSON path; empty when the problem concerns no field.</summary>
    public IReadOnlyDictionary<string, string[]> Errors { get; init; } = new Dictionary<string, string[]>();

    /// <summary>The same in the languages of the product, for the fields that have it; goes before <see cref="Errors"/>.</summary>
    public IReadOnlyDictionary<string, Text[]> FieldTexts { get; init; } = new Dictionary<string, Text[]>();

    /// <summary>How long to wait before trying again; sent as <c>Retry-After</c>.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>404 <c>not_found</c>: the thing does not exist or is not the caller's.</summary>
    public static ProblemException NotFound(string what) => new(404, "not_found", Text.Of($"{what} was not found.", "找不到它。它可能已被删除，或不属于你。"));

    /// <summary>400 <c>validation_failed</c> for one field.</summary>
    public static ProblemException Invalid(string field, string message) =>
        new(400, "validation_failed", message) { Errors = new Dictionary<string, string[]> { [field] = [message] } };

    /// <summary>400 <c>validation_failed</c> for one field, told in the caller's language.</summary>
    public static ProblemException Invalid(string field, Text message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new ProblemException(400, "validation_failed", message)
        {
            Errors = new Dictionary<string, string[]> { [field] = [message.En] },
            FieldTexts = new Dictionary<string, Text[]> { [field] = [message] },
        };
    }
}
