using System.Text.Json;
using System.Text.RegularExpressions;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;
using AIWendy.Sdk.Models;
using Npgsql;

namespace AIWendy.Host.Http.Problems;

/// <summary>Says what an exception means to the caller. Nothing of an unexpected exception reaches him.</summary>
internal static partial class ProblemTranslation
{
    public static Problem Of(Exception exception) => exception switch
    {
        ProblemException expected => new Problem(expected.Status, expected.Code)
        {
            Detail = expected.Message,
            Localized = expected.Localized,
            Errors = expected.Errors,
            FieldTexts = expected.FieldTexts,
            RetryAfter = expected.RetryAfter,
        },
        ModelException model => new Problem(model.Code == "model_rate_limited" ? 429 : 502, model.Code)
        {
            Detail = model.Message,
            RetryAfter = model.RetryAfter,
        },
        BadHttpRequestException { InnerException: JsonException json } => OfJson(json),
        BadHttpRequestException bad => OfBadRequest(bad),
        InvalidDataException => new Problem(400, "invalid_request"),

        // What the framework throws for a JSON body in an encoding that does not exist.
        InvalidOperationException { InnerException: ArgumentException { ParamName: "name" } or NotSupportedException } unreadable
            when unreadable.Message.Contains("charset", StringComparison.Ordinal) => new Problem(415, "unsupported_media_type"),
        _ => OfUnexpected(exception),
    };

    private static Problem OfUnexpected(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                // A NUL character is valid JSON and no valid text for PostgreSQL.
                case PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter }:
                    return new Problem(400, "invalid_text");
                case PostgresException { SqlState: "57P01" or "57P02" or "57P03" or "53300" }:
                case NpgsqlException { InnerException: System.Net.Sockets.SocketException or IOException }:
                    return new Problem(503, "database_unavailable") { RetryAfter = TimeSpan.FromSeconds(2), IsFault = true };
                default:
                    break;
            }
        }

        return new Problem(500, "internal_error") { IsFault = true };
    }

    private static Problem OfJson(JsonException exception)
    {
        string path = string.IsNullOrEmpty(exception.Path) ? "$" : exception.Path;
        bool isSyntax = exception.InnerException is JsonException || exception.Path is null
            || exception.InnerException?.GetType().Name == "JsonReaderException";
        if (isSyntax)
        {
            Text position = exception.LineNumber is { } line
                ? Text.Of(
                    FormattableString.Invariant($"Not valid JSON at line {line + 1}, position {exception.BytePositionInLine + 1}."),
                    FormattableString.Invariant($"第 {line + 1} 行第 {exception.BytePositionInLine + 1} 个字符处不是有效的 JSON。"))
                : Text.Of("Not valid JSON.", "不是有效的 JSON。");
            return Fields("invalid_json", One(path, position));
        }

        if (exception.Message.Contains("missing required properties", StringComparison.Ordinal))
        {
            Dictionary<string, Text[]> missing = new(StringComparer.Ordinal);
            foreach (Match match in QuotedName().Matches(exception.Message[exception.Message.IndexOf("including", StringComparison.Ordinal)..]))
            {
                missing[$"{path}.{match.Groups[1].Value}"] = [Text.Of("This field is required.", "此项必填。")];
            }

            return Fields("invalid_request", missing);
        }

        return Fields("invalid_request", One(path, Text.Of("The value does not have the expected form.", "值的格式不对。")));
    }

    private static Problem OfBadRequest(BadHttpRequestException exception)
    {
        if (exception.StatusCode != StatusCodes.Status400BadRequest)
        {
            return new Problem(exception.StatusCode, ProblemTexts.CodeOf(exception.StatusCode));
        }

        Match parameter = ParameterName().Match(exception.Message);
        return parameter.Success
            ? Fields("invalid_request", One(parameter.Groups[1].Value, Text.Of("The value is missing or does not have the expected form.", "缺少这个值，或格式不对。")))
            : new Problem(400, "invalid_request");
    }

    private static Dictionary<string, Text[]> One(string path, Text message) => new(StringComparer.Ordinal) { [path] = [message] };

    private static Problem Fields(string code, Dictionary<string, Text[]> texts) => new(400, code)
    {
        Errors = texts.ToDictionary(field => field.Key, field => field.Value.Select(text => text.En).ToArray(), StringComparer.Ordinal),
        FieldTexts = texts,
    };

    // The framework's messages: Failed to bind parameter "Guid id" from "x". / Required parameter "int n" was not provided ...
    [GeneratedRegex("""parameter "[^"]*?(\w+)" """)]
    private static partial Regex ParameterName();

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex QuotedName();
}
