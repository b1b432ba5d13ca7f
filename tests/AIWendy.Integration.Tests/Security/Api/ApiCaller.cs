using System.Net;
using System.Text.Json.Nodes;

namespace AIWendy.Integration.Tests.Security.Api;

/// <summary>Calls operations and says what came of it.</summary>
internal sealed class ApiCaller(ApiDocument document)
{
    /// <summary>Calls an operation with values that its description allows.</summary>
    /// <param name="client">Who calls.</param>
    /// <param name="operation">What.</param>
    /// <param name="known">Ids by the part of the path before them; others belong to nobody.</param>
    /// <param name="query">What follows the path, or null.</param>
    public async Task<ApiAnswer> CallAsync(
        HttpClient client, ApiOperation operation, IReadOnlyDictionary<string, string>? known = null, string? query = null)
    {
        // The same values for everybody, so that answers differ by who asks alone.
        ApiValues values = new(document, new Random(operation.Name.Length));
        string path = operation.Path;
        foreach (ApiParameter parameter in operation.Parameters.Where(parameter => parameter.In == "path"))
        {
            string value = known?.GetValueOrDefault(operation.Before(parameter.Name)) ?? Unknown(parameter.Name, document.Resolve(parameter.Schema));
            path = path.Replace("{" + parameter.Name + "}", Uri.EscapeDataString(value), StringComparison.Ordinal);
        }

        using HttpRequestMessage request = new(new HttpMethod(operation.Method), path + query) { Content = values.Body(operation) };
        return await SendAsync(client, request);
    }

    /// <summary>Sends a request and reads what came of it.</summary>
    public static async Task<ApiAnswer> SendAsync(HttpClient client, HttpRequestMessage request)
    {
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(20));
        using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
        bool isStream = response.Content.Headers.ContentType?.MediaType == "text/event-stream";
        string text = isStream ? string.Empty : await response.Content.ReadAsStringAsync(limit.Token);
        string? code = response.IsSuccessStatusCode || !text.StartsWith('{') ? null : (string?)JsonNode.Parse(text)!["code"];
        return new ApiAnswer(response.StatusCode, code, text);
    }

    private static string Unknown(string name, JsonObject schema) => (string?)schema["format"] switch
    {
        "uuid" => Guid.CreateVersion7().ToString("D"),
        _ when name == "date" => "2026-03-01",
        _ => ApiValues.Type(schema) == "integer" ? "1" : "nobody.has-this",
    };
}

/// <summary>What came of a call.</summary>
internal sealed record ApiAnswer(HttpStatusCode Status, string? Code, string Text)
{
    /// <summary>Whether the caller was let in, whatever came of it then.</summary>
    public string Access => Status switch
    {
        // A wrong password is answered so too.
        HttpStatusCode.Unauthorized when Code is "sign_in_required" or "token_invalid" => "401",
        HttpStatusCode.Forbidden when Code == "forbidden" => "403",
        _ => "yes",
    };
}
