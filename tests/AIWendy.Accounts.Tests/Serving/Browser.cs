using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AIWendy.Accounts.Tests.Serving;

/// <summary>A client with cookies of its own.</summary>
internal sealed class Browser : IDisposable
{
    private readonly SocketsHttpHandler handler = new() { AllowAutoRedirect = false, UseCookies = true };
    private readonly HttpClient client;

    /// <param name="address">The host.</param>
    /// <param name="from">Address that the requests come from, or null for any.</param>
    public Browser(Uri address, IPAddress? from = null)
    {
        client = new HttpClient(handler) { BaseAddress = address };
        if (from is not null)
        {
            handler.ConnectCallback = async (context, cancellationToken) =>
            {
                Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Bind(new IPEndPoint(from, 0));
                await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            };
        }
    }

    public Cookie? SessionCookie => handler.CookieContainer.GetAllCookies().SingleOrDefault(cookie => cookie.Name == SessionName);

    /// <summary>Plants a cookie, as somebody would who copied it.</summary>
    public void UseSession(string token) =>
        handler.CookieContainer.Add(client.BaseAddress!, new Cookie(SessionName, token, "/"));

    private string SessionName => $"aiwendy_session_{client.BaseAddress!.Port}";

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<Answer> PostAsync(string path, object? body = null) => SendAsync(HttpMethod.Post, path, body);

    public Task<Answer> PatchAsync(string path, object body) => SendAsync(HttpMethod.Patch, path, body);

    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, null);

    /// <summary>Uploads a file with further form fields.</summary>
    public async Task<Answer> UploadAsync(string path, byte[] content, string name, params (string Name, string Value)[] fields)
    {
        using MultipartFormDataContent form = new() { { new ByteArrayContent(content), "file", name } };
        foreach ((string field, string value) in fields)
        {
            form.Add(new StringContent(value), field);
        }

        using HttpResponseMessage response = await client.PostAsync(path, form);
        string text = await response.Content.ReadAsStringAsync();
        return new Answer(response.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text) : null, response.Headers.RetryAfter?.Delta, text);
    }

    /// <summary>Sends a body as it is.</summary>
    public async Task<Answer> PutBytesAsync(HttpMethod method, string path, byte[] content, string mediaType)
    {
        using HttpRequestMessage request = new(method, path) { Content = new ByteArrayContent(content) };
        request.Content.Headers.ContentType = new(mediaType);
        request.Headers.Add("Accept-Language", "en");
        using HttpResponseMessage response = await client.SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();
        return new Answer(response.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text) : null, response.Headers.RetryAfter?.Delta, text);
    }

    /// <summary>A file that the server sends.</summary>
    public async Task<byte[]> PostForBytesAsync(string path)
    {
        using HttpResponseMessage response = await client.PostAsync(path, null);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        return await response.Content.ReadAsByteArrayAsync();
    }

    public Task<Answer> RegisterAsync(string email, string password = "violet kettle 9", string? displayName = null) =>
        PostAsync("/api/accounts/register", new { email, password, displayName });

    public Task<Answer> SignInAsync(string email, string password = "violet kettle 9") =>
        PostAsync("/api/accounts/sign-in", new { email, password });

    public async Task<Answer> SendAsync(HttpMethod method, string path, object? body, string? language = null)
    {
        using HttpRequestMessage request = new(method, path);
        if (body is not null)
        {
            request.Content = new StringContent(JsonSerializer.Serialize(body, JsonSerializerOptions.Web), Encoding.UTF8, "application/json");
        }

        request.Headers.Add("Accept-Language", language ?? "en");
        using HttpResponseMessage response = await client.SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();
        return new Answer(response.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text) : null, response.Headers.RetryAfter?.Delta, text);
    }

    /// <summary>Sends a request as it is, for answers that are no JSON or headers that matter.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => client.SendAsync(request);

    public void Dispose()
    {
        client.Dispose();
        handler.Dispose();
    }
}

internal sealed record Answer(HttpStatusCode Status, JsonNode? Body, TimeSpan? RetryAfter, string Text)
{
    public string? Code => (string?)Body?["code"];

    public JsonNode this[string name] => Body?[name] ?? throw new KeyNotFoundException($"The answer has no {name}: {Text}");
}
