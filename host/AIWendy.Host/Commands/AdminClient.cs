using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AIWendy.Host.Configuration;
using AIWendy.Host.Http.Security;

namespace AIWendy.Host.Commands;

/// <summary>Speaks with the running host of this configuration in the name of whoever may read its data folder.</summary>
internal sealed class AdminClient : IDisposable
{
    private readonly HostSettings settings;
    private readonly HttpClient client;

    private AdminClient(HostSettings settings)
    {
        this.settings = settings;
        client = new HttpClient(RunningHost.Handler(settings)) { BaseAddress = RunningHost.Address(settings), Timeout = TimeSpan.FromMinutes(10) };
        string path = AdminToken.PathIn(settings);
        if (File.Exists(path))
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", File.ReadAllText(path).Trim());
        }
    }

    /// <summary>The host's address.</summary>
    public Uri Address => client.BaseAddress!;

    public static AdminClient Open() => new(HostConfiguration.Load().Settings);

    public Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken) => SendAsync(HttpMethod.Get, path, null, cancellationToken);

    public Task<JsonElement> PostAsync(string path, JsonObject? body, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, path, body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"), cancellationToken);

    public Task<JsonElement> DeleteAsync(string path, CancellationToken cancellationToken) => SendAsync(HttpMethod.Delete, path, null, cancellationToken);

    /// <summary>Sends a file as a form.</summary>
    public async Task<JsonElement> UploadAsync(string path, string file, CancellationToken cancellationToken)
    {
        await using FileStream content = File.OpenRead(file);
        using MultipartFormDataContent form = new() { { new StreamContent(content), "file", Path.GetFileName(file) } };
        return await SendAsync(HttpMethod.Post, path, form, cancellationToken);
    }

    /// <summary>Saves what the host answers.</summary>
    public async Task DownloadAsync(string path, string file, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await AskAsync(new HttpRequestMessage(HttpMethod.Get, path), cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw Refused(response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken));
        }

        await using FileStream target = new(file, FileMode.CreateNew, FileAccess.Write);
        await response.Content.CopyToAsync(target, cancellationToken);
    }

    public void Dispose() => client.Dispose();

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(method, path) { Content = content };
        using HttpResponseMessage response = await AskAsync(request, cancellationToken);
        string text = await response.Content.ReadAsStringAsync(cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw Refused(response.StatusCode, text);
        }

        if (text.Length == 0)
        {
            return JsonElement.Parse("{}");
        }

        return JsonElement.Parse(text);
    }

    private async Task<HttpResponseMessage> AskAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (HttpRequestException)
        {
            throw new AdminException("not_running", $"No host answers on {Address}. Start it with: ./aiwendy up");
        }
    }

    private AdminException Refused(HttpStatusCode status, string body)
    {
        if (status == HttpStatusCode.Unauthorized)
        {
            return new AdminException("sign_in_required", $"The host on {Address} does not take the token of {settings.DataFolder}. Run the command as the user and with the {HostSettingCatalogue.DataFolder.Key} of that host.");
        }

        try
        {
            JsonElement problem = JsonElement.Parse(body);
            return new AdminException(Words.Of(problem, "code"), Words.Of(problem, "detail"));
        }
        catch (JsonException)
        {
            return new AdminException("unexpected_answer", $"The host answered {(int)status}.");
        }
    }
}

/// <summary>The host refused something; the message is for the person at the keyboard.</summary>
internal sealed class AdminException(string code, string message) : Exception(message)
{
    public string Code => code;
}
