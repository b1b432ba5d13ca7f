using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using AIWendy.Host.Calls;
using AIWendy.Host.Http.Security;
using AIWendy.Sdk.Localization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace AIWendy.Host.Http.Problems;

/// <summary>Writes RFC 9457 problem details; the only place that does.</summary>
internal sealed class ProblemWriter
{
    public const string ContentType = "application/problem+json";

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Answers a status that nobody gave a body.</summary>
    public Task WriteStatusAsync(HttpContext context, int status) =>
        WriteAsync(context, new Problem(status, ProblemTexts.CodeOf(status)));

    public async Task WriteAsync(HttpContext context, Problem problem)
    {
        CallFlow flow = CallFlow.Of(context);
        HttpResponse response = context.Response;
        response.StatusCode = problem.Status;
        response.ContentType = ContentType;
        response.ContentLength = null;
        response.Headers.Remove(HeaderNames.ETag);
        response.Headers.Remove(HeaderNames.LastModified);
        response.Headers.Remove(HeaderNames.ContentEncoding);
        response.Headers.CacheControl = "no-store";
        if (problem.RetryAfter is { } wait)
        {
            response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        ArrayBufferWriter<byte> body = new(512);

        // Where no endpoint fits there is no call whose language has been settled.
        string language = flow.Call?.Language ?? RequestLanguage.Of(null, context.Request.Headers.AcceptLanguage);
        Write(body, problem, flow, language);
        await response.BodyWriter.WriteAsync(body.WrittenMemory, context.RequestAborted);
    }

    private static void Write(ArrayBufferWriter<byte> body, Problem problem, CallFlow flow, string language)
    {
        using Utf8JsonWriter json = new(body, Json);
        json.WriteStartObject();
        json.WriteString("type", $"urn:aiwendy:problem:{problem.Code}");
        json.WriteString("title", ReasonPhrases.GetReasonPhrase(problem.Status));
        json.WriteNumber("status", problem.Status);
        if ((problem.Localized?.For(language) ?? problem.Detail ?? ProblemTexts.Detail(problem.Code, language)) is { } detail)
        {
            json.WriteString("detail", detail);
        }

        json.WriteString("code", problem.Code);
        json.WriteString("requestId", flow.RequestId);
        if (problem.Errors is { Count: > 0 } errors)
        {
            WriteErrors(json, errors, problem.FieldTexts, language);
        }

        json.WriteEndObject();
    }

    private static void WriteErrors(
        Utf8JsonWriter json, IReadOnlyDictionary<string, string[]> errors, IReadOnlyDictionary<string, Text[]>? texts, string language)
    {
        json.WriteStartObject("errors");
        foreach ((string path, string[] messages) in errors)
        {
            json.WriteStartArray(path);
            IEnumerable<string> told = texts?.GetValueOrDefault(path) is { } known ? known.Select(text => text.For(language)) : messages;
            foreach (string message in told)
            {
                json.WriteStringValue(message);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
