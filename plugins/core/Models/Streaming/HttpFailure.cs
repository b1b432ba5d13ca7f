using AIWendy.Sdk.Models;

namespace AIWendy.Plugins.Models.Streaming;

/// <summary>Turns a server's refusal into an error for the user.</summary>
internal static class HttpFailure
{
    /// <summary>Maps a status and what the body says.</summary>
    /// <param name="status">HTTP status, or <see langword="null"/> for an error inside a stream.</param>
    /// <param name="error">What the body says.</param>
    /// <param name="retryAfter">How long the server asks to wait.</param>
    public static ModelException From(int? status, ProviderError error, TimeSpan? retryAfter = null)
    {
        int meaning = status ?? StatusOf(error);
        if (IsQuota(meaning, error))
        {
            return Refused("model_quota_exceeded", "The account of this connection has no credit or quota left. Top it up at the provider, or choose another connection.", status);
        }

        return meaning switch
        {
            400 or 405 or 411 or 413 or 415 or 422 => BadRequest(status, error),
            401 or 403 => Refused("model_unauthorized", "The model server refused the key. Check the key of the connection and what it may use.", status),
            404 or 410 => Refused("model_not_found", "The model server does not know this model or address. Check the model name and the base URL of the connection.", status),
            408 or 504 or 524 => Later("model_timeout", "The model did not answer in time. Your message is kept. Try again.", status, retryAfter),
            429 => Later("model_rate_limited", RateLimited(retryAfter), status, retryAfter),
            529 => Later("model_overloaded", "The model server is overloaded. Try again in a moment.", status, retryAfter),
            >= 500 => error.Is("overloaded_error")
                ? Later("model_overloaded", "The model server is overloaded. Try again in a moment.", status, retryAfter)
                : Later("model_unavailable", FormattableString.Invariant($"The model server has a problem (status {meaning}). Try again in a moment."), status, retryAfter),
            >= 300 and < 400 => Refused("model_bad_response", "The model server answered with a redirect. Use its final address as the base URL of the connection.", status),
            _ => Refused("model_bad_request", FormattableString.Invariant($"The model server refused the request (status {meaning})."), status),
        };
    }

    private static bool IsQuota(int status, ProviderError error) =>
        status == 402
        || error.Is("insufficient_quota", "billing_error", "billing_hard_limit_reached", "insufficient_balance", "exceeded_current_quota_error")
        || error.Says("credit balance is too low");

    private static ModelException BadRequest(int? status, ProviderError error)
    {
        if (error.Is("context_length_exceeded") || error.Says("context length") || error.Says("prompt is too long"))
        {
            return Refused("model_bad_request", "The conversation is too long for this model. Start a new conversation, or choose a model with a larger context.", status);
        }

        if (error.Says("does not support tools") || error.Says("tool use is not supported"))
        {
            return Refused("model_bad_request", "This model can not use tools, so it can not read your journal. Choose a model that supports tools.", status);
        }

        return error.Is("model_not_found")
            ? Refused("model_not_found", "The model server does not know this model. Check the model name of the connection.", status)
            : Refused("model_bad_request", "The model server refused the request. Check the model name and what the model supports.", status);
    }

    /// <summary>The status that an error inside a stream stands for.</summary>
    private static int StatusOf(ProviderError error)
    {
        if (int.TryParse(error.Code, out int number) && number is >= 400 and < 600)
        {
            return number;
        }

        return error switch
        {
            _ when error.Is("rate_limit_exceeded", "rate_limit_error", "resource_exhausted", "too_many_requests") => 429,
            _ when error.Is("invalid_api_key", "authentication_error", "permission_error", "unauthenticated") => 401,
            _ when error.Is("overloaded_error", "overloaded") => 529,
            _ when error.Is("not_found_error", "model_not_found") => 404,
            _ when error.Is("timeout_error", "timeout") => 504,
            _ when error.Is("invalid_request_error", "invalid_argument", "context_length_exceeded") => 400,
            _ => 500,
        };
    }

    private static string RateLimited(TimeSpan? retryAfter) => retryAfter is { } wait && wait > TimeSpan.Zero
        ? FormattableString.Invariant($"The model server asks to wait {Math.Ceiling(wait.TotalSeconds):0} s before the next request. Your message is kept.")
        : "The model server asks to slow down. Wait a moment and try again. Your message is kept.";

    private static ModelException Refused(string code, string message, int? status) => new(code, message) { Status = status };

    private static ModelException Later(string code, string message, int? status, TimeSpan? retryAfter) =>
        new(code, message) { Status = status, IsRetryable = true, RetryAfter = retryAfter };
}
