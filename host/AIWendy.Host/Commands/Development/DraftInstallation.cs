using System.Text.Json;
using System.Text.Json.Nodes;
using AIWendy.Packaging;

namespace AIWendy.Host.Commands.Development;

/// <summary>Has a running host serve one build after the other, and puts back what served before.</summary>
internal sealed class DraftInstallation(string id)
{
    private const string Installations = "/api/admin/plugins/installations";

    private string? before;
    private bool beforeUnsigned;
    private string? serving;

    /// <summary>Address of the host, once it has answered.</summary>
    public Uri? Host { get; private set; }

    /// <summary>Looks at what serves now under the id.</summary>
    /// <exception cref="AdminException">No host answers, or the plugin is switched off.</exception>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        using AdminClient client = AdminClient.Open();
        JsonElement list = await client.GetAsync("/api/admin/plugins", cancellationToken);
        Host = client.Address;
        foreach (JsonElement plugin in Words.List(list, "items").Where(plugin => Words.Of(plugin, "id") == id))
        {
            if (Words.Of(plugin, "state") == "disabled")
            {
                throw new AdminException("plugin_disabled", $"{id} is switched off on this host. Switch it on first: ./aiwendy plugin enable {id}");
            }

            before = Words.List(plugin, "versions").Where(version => version.GetProperty("active").GetBoolean()).Select(version => Words.Of(version, "sha256")).FirstOrDefault();
            beforeUnsigned = Words.Of(plugin, "trust") == "unsigned";
            serving = before;
        }
    }

    /// <summary>Packs a built plugin and has the host serve it.</summary>
    /// <returns>False when it is what serves already.</returns>
    /// <exception cref="AdminException">The host refuses it; what served before serves on.</exception>
    public async Task<bool> SwapAsync(string folder, CancellationToken cancellationToken)
    {
        PluginArchive package = await PluginArchive.PackAsync(folder, signer: null, cancellationToken);
        if (package.Sha256 == serving)
        {
            return false;
        }

        using AdminClient client = AdminClient.Open();
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + PluginArchive.FileExtension);
        try
        {
            await package.SaveAsync(file, cancellationToken);
            await client.UploadAsync("/api/admin/plugins/packages", file, cancellationToken);
        }
        finally
        {
            File.Delete(file);
        }

        await client.PostAsync(Installations, Wanted(package.Sha256, unsigned: true, draft: serving is not null && serving != before), cancellationToken);
        serving = package.Sha256;
        return true;
    }

    /// <summary>Puts back what served at the beginning; data of the plugin stays.</summary>
    /// <returns>What was done, as a sentence.</returns>
    public async Task<string> EndAsync(CancellationToken cancellationToken)
    {
        if (serving == before)
        {
            return "The host is as it was.";
        }

        using AdminClient client = AdminClient.Open();
        if (before is null)
        {
            await client.DeleteAsync(PluginCommand.Path(id), cancellationToken);
            return $"{id} is removed from the host again; its data stays there.";
        }

        JsonElement plugin = await client.PostAsync(Installations, Wanted(before, beforeUnsigned, draft: true), cancellationToken);
        return $"{id} {Words.Of(plugin, "version")}, which was installed before, serves again.";
    }

    private JsonObject Wanted(string sha256, bool unsigned, bool draft) => new()
    {
        ["sha256"] = sha256,
        ["allowUnsigned"] = unsigned ? id : null,
        ["allowDowngrade"] = true,
        ["draft"] = draft,
    };
}
