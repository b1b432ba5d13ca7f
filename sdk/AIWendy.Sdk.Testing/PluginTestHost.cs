using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace AIWendy.Sdk.Testing;

/// <summary>
/// A whole host with the plugin under test: real PostgreSQL of its own, the product's own plugins, a scripted chat model,
/// and a client that is signed in as the owner. One line starts it:
/// <c>await using PluginTestHost host = await PluginTestHost.StartAsync();</c>
/// </summary>
public sealed class PluginTestHost : IAsyncDisposable
{
    private readonly HostRun run;

    private PluginTestHost(HostRun run, ScriptedModel model)
    {
        this.run = run;
        Model = model;
        Client = new HttpClient { BaseAddress = run.Address };
        Anonymous = new HttpClient { BaseAddress = run.Address };
    }

    /// <summary>A client that is signed in as the owner of the installation.</summary>
    public HttpClient Client { get; }

    /// <summary>A client that nobody has signed in.</summary>
    public HttpClient Anonymous { get; }

    /// <summary>The chat model that coaches use.</summary>
    public ScriptedModel Model { get; }

    /// <summary>Starts a host with the plugins under test, and waits until they serve.</summary>
    /// <param name="options">What differs from the usual, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="PluginTestException">There is no host, it does not start, or a plugin is not active; the message says why.</exception>
    public static async Task<PluginTestHost> StartAsync(PluginTestOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new PluginTestOptions();
        IReadOnlyList<string> plugins = options.Plugins.Count > 0 ? options.Plugins : Places.Plugins();
        if (plugins.Count == 0)
        {
            throw new PluginTestException("""No plugin is under test. Name it in the test project: <PluginUnderTest Include="../MyPlugin.csproj" />.""");
        }

        string program = Places.Host();
        string folder = Directory.CreateTempSubdirectory("aiwendy-plugin-test-").FullName;
        string[] ids = [.. plugins.Select(plugin => LayOut(plugin, folder))];
        ScriptedModel model = new();
        Dictionary<string, string> environment = new()
        {
            ["AIWENDY_AUTH_REQUIRED"] = "1",
            ["DATABASE_URL"] = string.Empty,
            ["OPENAI_BASE_URL"] = new Uri(model.Address, "v1").AbsoluteUri,
            ["OPENAI_API_KEY"] = "scripted",
            ["OPENAI_MODEL"] = ScriptedModel.Name,
        };
        foreach ((string key, string value) in options.Environment)
        {
            environment[key] = value;
        }

        PluginTestHost host = new(new HostRun(program, folder, environment), model);
        try
        {
            await host.run.ReadyAsync(host.Anonymous, options.StartLimit, cancellationToken).ConfigureAwait(false);
            await host.SendAsync(HttpMethod.Post, "/api/accounts/register", new JsonObject { ["email"] = "owner@example.org", ["password"] = "quiet-harbour-lantern-42" }, cancellationToken).ConfigureAwait(false);
            foreach (string id in ids)
            {
                await host.RequireActiveAsync(id, cancellationToken).ConfigureAwait(false);
            }

            return host;
        }
        catch
        {
            await host.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Asks for JSON as the signed-in client.</summary>
    /// <exception cref="PluginTestException">The host refuses; the message has its answer.</exception>
    public Task<JsonNode> GetAsync(string path, CancellationToken cancellationToken = default) => SendAsync(HttpMethod.Get, path, null, cancellationToken);

    /// <summary>Sends JSON as the signed-in client.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">Path below the host's address, for example <c>/api/coaches</c>.</param>
    /// <param name="body">The JSON to send, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The JSON of the answer; an empty object when it has none.</returns>
    /// <exception cref="PluginTestException">The host refuses; the message has its answer.</exception>
    public async Task<JsonNode> SendAsync(HttpMethod method, string path, JsonNode? body = null, CancellationToken cancellationToken = default)
    {
        using HttpRequestMessage request = new(method, path) { Content = body is null ? null : Json(body) };
        using HttpResponseMessage response = await Client.SendAsync(request, cancellationToken).ConfigureAwait(false);
        string text = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        Require(response.StatusCode, path, text);
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    /// <summary>Begins a conversation with a coach, says something and waits for the whole answer.</summary>
    /// <param name="coach">Id of the coach.</param>
    /// <param name="text">What the trader says.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="PluginTestException">There is no such coach, or the host refuses.</exception>
    public async Task<CoachAnswer> AskAsync(string coach, string text, CancellationToken cancellationToken = default)
    {
        JsonNode conversation = await SendAsync(HttpMethod.Post, "/api/conversations", new JsonObject { ["coachId"] = coach }, cancellationToken).ConfigureAwait(false);
        string path = $"/api/conversations/{(string?)conversation["id"]}/messages";
        using HttpRequestMessage request = new(HttpMethod.Post, path) { Content = Json(new JsonObject { ["text"] = text }) };
        using HttpResponseMessage response = await Client.SendAsync(request, cancellationToken).ConfigureAwait(false);
        string stream = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        Require(response.StatusCode, path, stream);
        JsonObject[] events =
        [
            .. stream.Split('\n').Where(line => line.StartsWith("data: ", StringComparison.Ordinal)).Select(line => JsonNode.Parse(line["data: ".Length..])).OfType<JsonObject>(),
        ];
        return new CoachAnswer(string.Concat(events.Where(one => (string?)one["type"] == "delta").Select(one => (string?)one["text"])), events);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Anonymous.Dispose();
        await run.DisposeAsync().ConfigureAwait(false);
        Model.Dispose();
    }

    private static StringContent Json(JsonNode body) => new(body.ToJsonString(), Encoding.UTF8, "application/json");

    private static void Require(HttpStatusCode status, string path, string answer)
    {
        if ((int)status >= 400)
        {
            throw new PluginTestException($"{path} answered {(int)status}: {answer}");
        }
    }

    // As a person would who lays a folder into the plugins folder.
    private static string LayOut(string plugin, string folder)
    {
        string manifest = Path.Combine(plugin, "plugin.json");
        if (!File.Exists(manifest))
        {
            throw new PluginTestException($"{plugin} holds no plugin.json, so it is no built plugin.");
        }

        JsonNode stated = JsonNode.Parse(File.ReadAllText(manifest))!;
        string id = (string)stated["id"]!;
        string target = Path.Combine(folder, "data", "plugins", id, (string)stated["version"]!);
        foreach (string file in Directory.EnumerateFiles(plugin, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(target, Path.GetRelativePath(plugin, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return id;
    }

    private async Task RequireActiveAsync(string id, CancellationToken cancellationToken)
    {
        JsonNode plugin = await GetAsync("/api/admin/plugins/" + id, cancellationToken).ConfigureAwait(false);
        if ((string?)plugin["state"] != "active")
        {
            throw new PluginTestException($"{id} is {(string?)plugin["state"]}: {(string?)plugin["reason"]}\n{run.Said}");
        }
    }
}
