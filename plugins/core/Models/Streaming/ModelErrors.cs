using AIWendy.Sdk.Models;

namespace AIWendy.Plugins.Models.Streaming;

/// <summary>What went wrong, in words for the user. Nothing that the other side sent is repeated.</summary>
internal static class ModelErrors
{
    public static ModelException Cut(Exception? cause = null) => new(
        "model_stream_cut",
        "The connection to the model broke before the answer was complete. What arrived is kept. Try again.",
        cause)
    { IsRetryable = true };

    public static ModelException Silent(TimeSpan limit) => new(
        "model_timeout",
        FormattableString.Invariant($"The model sent nothing for {limit.TotalSeconds:0} s. What arrived is kept. Try again."))
    { IsRetryable = true };

    public static ModelException NoFirstByte(TimeSpan limit) => new(
        "model_timeout",
        FormattableString.Invariant($"The model did not answer within {limit.TotalSeconds:0} s. Your message is kept. Try again."))
    { IsRetryable = true };

    public static ModelException BadResponse(string message, Exception? cause = null) =>
        new("model_bad_response", message, cause) { IsRetryable = true };

    public static ModelException Malformed(Exception? cause = null) =>
        BadResponse("The model server sent something that can not be read. What arrived before is kept. Try again.", cause);

    public static ModelException TooLong() =>
        BadResponse("The model server sent more than an answer may hold. What arrived before is kept.");

    public static ModelException WebPage(int status) => new(
        "model_bad_response",
        "This address answered with a web page instead of a model. Check the base URL of the connection; many servers need /v1 at the end.")
    { IsRetryable = false, Status = status };

    public static ModelException Unreachable(Uri address, HttpRequestException cause) => cause.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => new ModelException(
            "model_unavailable", $"The name {address.Host} can not be found. Check the base URL of the connection.", cause),
        HttpRequestError.SecureConnectionError => new ModelException(
            "model_unavailable", $"A secure connection to {address.Authority} can not be made. Check https and the server's certificate.", cause),
        _ => new ModelException(
            "model_unavailable", $"Nothing answers at {address.Authority}. Check that the model server runs and that the base URL is right.", cause)
        { IsRetryable = true },
    };
}
