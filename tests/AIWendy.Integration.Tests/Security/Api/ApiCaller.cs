using System.Net;
using System.Text.Json.Nodes;

namespace AIWendy.Integration.Tests.Security.Api;

/// <summary>Calls operations and says what came of it.</summary>
internal sealed class ApiCaller(ApiDocument document)
{
    /// <summary>Calls an operation with values that its description allows.</summary>
    /// <param name="client">Who calls.</param>
    /// <param name="operation">What.</param>
    /// <param name="id">Value of the first parameter of the path, or null for one that belongs to nobody.</param>
    public async Task<ApiAnswer> CallAsync(HttpClient client, ApiOperation operation, string? id = null)
    {
        // The same values for everybody, so that answers differ by who asks alone.
        ApiValues values = new(document, new Random(operation.Name.Length));
        string path = operation.Path;
        foreach (ApiParameter parameter in operation.Parameters.Where(parameter => parameter.In == "path"))
        {
            string value = id ?? Unknown(document.Resolve(parameter.Schema));
            id = null;
            path = path.Replace("{" + parameter.Name + "}", Uri.EscapeDataString(value), StringComparison.Ordinal);
        }

        using HttpRequestMessage request = new(new HttpMethod(operation.Method), path) { Content = values.Body(operation) };
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(20));
        using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
        bool isStream = response.Content.Headers.ContentType?.MediaType == "text/event-stream";
        string text = isStream ? string.Empty : await response.Content.ReadAsStringAsync(limit.Token);
        string? code = response.IsSuccessStatusCode || !text.StartsWith('{') ? null : (string?)JsonNode.Parse(text)!["code"];
        return new ApiAnswer(response.StatusCode, code, text);
    }

    private static string Unknown(JsonObject schema) => (string?)schema["format"] switch
    {
        "uuid" => Guid.CreateVersion7().ToString("D"),
        "date" => "2026-03-01",
        _ => ApiValues.Type(schema) == "integer" ? "1" : "nobody.has-this",
    };
}

/// <summary>What came of a call.</summary>
internal sealed record ApiAnswer(HttpStatusCode Status, string? Code, string Text)
{
    /// <summary>Whether the caller was let in, whatever came of it then.</summary>
    public string Access => Status switch
    {
        HttpStatusCode.Unauthorized => "401",
        HttpStatusCode.Forbidden => "403",
        _ => "yes",
    };
}
