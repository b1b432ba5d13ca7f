using Microsoft.Extensions.AI;

namespace AIWendy.Sdk.Models;

/// <summary>
/// Contract: chat models of the current user. Consumers take it from <c>IExtensions&lt;IModels&gt;</c> and hold the lease
/// for as long as they use a client.
/// </summary>
public interface IModels
{
    /// <summary>
    /// A ready client. The caller disposes it.
    /// </summary>
    /// <param name="connectionId">
    /// A connection of the user, or <see langword="null"/> for the default: the user's own, else one from the
    /// environment, else the built-in offline coach.
    /// </param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <exception cref="ProblemException">Code <c>connection_not_found</c>.</exception>
    Task<ChatModel> GetChatModelAsync(Guid? connectionId, CancellationToken cancellationToken = default);
}

/// <summary>A chat client and what it talks to.</summary>
/// <param name="Client">
/// The client. It throws <see cref="ModelException"/> for everything that the other side does wrong.
/// </param>
/// <param name="Model">Name of the model, e.g. <c>qwen3:14b</c>.</param>
/// <param name="ConnectionName">What the user calls the connection.</param>
/// <param name="Kind"><c>openai</c>, <c>anthropic</c>, <c>ollama</c> or <c>offline</c>.</param>
/// <param name="IsLocal">Whether everything stays on this machine or in its private network.</param>
public sealed record ChatModel(IChatClient Client, string Model, string ConnectionName, string Kind, bool IsLocal);

/// <summary>Extension point: a kind of model connection.</summary>
public interface IChatModelProvider
{
    /// <summary>Kind that connections name, e.g. <c>ollama</c>.</summary>
    string Kind { get; }

    /// <summary>Creates a client for a connection. Touches no network.</summary>
    IChatClient Create(ModelConnection connection);

    /// <summary>Makes the smallest possible call that proves address, key and model.</summary>
    /// <exception cref="ModelException">What is wrong.</exception>
    Task<ModelProbe> ProbeAsync(ModelConnection connection, CancellationToken cancellationToken);
}

/// <summary>Everything that a provider needs.</summary>
/// <param name="BaseUrl">Address as the user gave it, or <see langword="null"/> for the provider's own.</param>
/// <param name="ApiKey">Key in clear, or <see langword="null"/>. Never log it.</param>
/// <param name="Model">Name of the model.</param>
public sealed record ModelConnection(Uri? BaseUrl, string? ApiKey, string Model);

/// <summary>Result of a probe.</summary>
/// <param name="LatencyMs">Time to the first answer, in milliseconds.</param>
/// <param name="Models">Models that the server offers, when it says so.</param>
public sealed record ModelProbe(long LatencyMs, IReadOnlyList<string> Models);

/// <summary>A model call failed. The message is for the user and holds nothing that the other side sent as a body.</summary>
public sealed class ModelException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="code">
    /// <c>model_unauthorized</c>, <c>model_rate_limited</c>, <c>model_quota_exceeded</c>, <c>model_not_found</c>,
    /// <c>model_bad_request</c>, <c>model_unavailable</c>, <c>model_timeout</c>, <c>model_stream_cut</c>,
    /// <c>model_bad_response</c> or <c>model_overloaded</c>.
    /// </param>
    /// <param name="message">Plain sentences: what happened and what to do.</param>
    /// <param name="innerException">The cause, for the log.</param>
    public ModelException(string code, string message, Exception? innerException = null)
        : base(message, innerException) =>
        Code = code;

    /// <summary>Stable snake_case name.</summary>
    public string Code { get; }

    /// <summary>Whether the same call may succeed later.</summary>
    public bool IsRetryable { get; init; }

    /// <summary>How long the other side asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>HTTP status of the other side, when there was one.</summary>
    public int? Status { get; init; }
}
