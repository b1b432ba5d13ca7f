using System.Globalization;
using System.Reflection;
using System.Reflection.Emit;
using System.Text;
using System.Text.Json.Nodes;
using AIWendy.Packaging;

namespace AIWendy.Integration.Tests.Plugins;

/// <summary>Lays plugins out in folders of their own, as an installation would have them.</summary>
internal sealed class PluginFolders : IDisposable
{
    private static readonly string Built = Path.Combine(AppContext.BaseDirectory, "test-plugins");
    private readonly string root = Path.Combine(Path.GetTempPath(), "aiwendy-plugins-" + Path.GetRandomFileName());

    private int rogues;

    public PluginFolders()
    {
        Directory.CreateDirectory(BuiltIn);
        Directory.CreateDirectory(Installed);
        Directory.CreateDirectory(Web);
    }

    public string BuiltIn => Path.Combine(root, "built-in");

    public string Installed => Path.Combine(root, "installed");

    public string Web => Path.Combine(root, "web");

    /// <summary>Lays everything that was installed here into the folder of another installation.</summary>
    public void CopyInstalledTo(string folder) => Copy(Installed, folder);

    /// <summary>Installs the sample plugin in a version; returns its folder.</summary>
    public string AddSample(string version) => Add("sample", "test.sample", version, _ => { });

    /// <summary>Installs a plugin that misbehaves.</summary>
    public string AddRogue(string behaviour, string version = "1.0.0")
    {
        string folder = Add("rogue", "test.rogue", version, _ => { });
        File.WriteAllText(Path.Combine(folder, "behaviour.txt"), behaviour);
        return folder;
    }

    /// <summary>Installs a plugin that misbehaves under an id of its own; returns the id.</summary>
    public string AddRogueOfItsOwn(string behaviour) => AddRogueOfItsOwn(behaviour, []);

    /// <inheritdoc cref="AddRogueOfItsOwn(string)"/>
    public string AddRogueOfItsOwn(string behaviour, params (string Id, string Range)[] dependsOn)
    {
        // As long as test.rogue, for which it stands in the assembly.
        string id = string.Create(CultureInfo.InvariantCulture, $"test.rog{++rogues:00}");
        string folder = Add("rogue", id, "1.0.0", manifest =>
        {
            manifest["id"] = id;
            manifest["dependsOn"] = new JsonObject(dependsOn.Select(item => KeyValuePair.Create(item.Id, (JsonNode?)item.Range)));
        });
        File.WriteAllText(Path.Combine(folder, "behaviour.txt"), behaviour);
        string assembly = Path.Combine(folder, "AIWendy.Plugins.Rogue.dll");
        byte[] bytes = File.ReadAllBytes(assembly);
        for (int at = bytes.AsSpan().IndexOf("test.rogue"u8); at >= 0; at = bytes.AsSpan().IndexOf("test.rogue"u8))
        {
            Encoding.ASCII.GetBytes(id, bytes.AsSpan(at));
        }

        File.WriteAllBytes(assembly, bytes);
        return id;
    }

    /// <summary>Installs a built plugin, with changes to its manifest.</summary>
    public string Add(string built, string id, string version, Action<JsonObject> change)
    {
        string folder = Path.Combine(Installed, id, version);
        Copy(Path.Combine(Built, built), folder);
        JsonObject manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "plugin.json")))!.AsObject();
        manifest["version"] = version;
        change(manifest);
        File.WriteAllText(Path.Combine(folder, "plugin.json"), manifest.ToJsonString());
        return folder;
    }

    /// <summary>A plugin of which there is only a manifest: enough for everything that is decided before code is loaded.</summary>
    public string AddManifest(string id, string version = "1.0.0", string sdk = "[1.0,2.0)", params (string Id, string Range)[] dependsOn)
    {
        string folder = Path.Combine(Installed, id, version);
        Directory.CreateDirectory(folder);
        JsonObject manifest = new()
        {
            ["id"] = id,
            ["name"] = id,
            ["version"] = version,
            ["sdk"] = sdk,
            ["entry"] = "Plugin.dll",
            ["dependsOn"] = new JsonObject(dependsOn.Select(item => KeyValuePair.Create(item.Id, (JsonNode?)item.Range))),
        };
        File.WriteAllText(Path.Combine(folder, "plugin.json"), manifest.ToJsonString());
        File.WriteAllText(Path.Combine(folder, "Plugin.dll"), "not an assembly");
        return folder;
    }

    /// <summary>Lays an ancient Npgsql beside a plugin, as a publish without the SDK's sharing rules would.</summary>
    public void AddOldNpgsql(string id)
    {
        PersistedAssemblyBuilder builder = new(new AssemblyName("Npgsql") { Version = new Version(1, 0, 0, 0) }, typeof(object).Assembly);
        builder.DefineDynamicModule("Npgsql").DefineType("Npgsql.Ancient", TypeAttributes.Public).CreateType();
        string folder = Path.Combine(Installed, id, "1.0.0");
        builder.Save(Path.Combine(folder, "Npgsql.dll"));

        // Without the list of its dependencies, everything in the folder counts as one.
        File.Delete(Path.Combine(folder, "AIWendy.Plugins.Rogue.deps.json"));
    }

    /// <summary>Packs the sample plugin in a version; returns the file.</summary>
    public Task<string> PackSampleAsync(string version, string into = "packages") => PackAsync(AddSample(version), into: into);

    /// <summary>Packs the plugin in a folder; returns the file.</summary>
    public async Task<string> PackAsync(string folder, PublisherKey? signer = null, string into = "packages")
    {
        string file = Path.Combine(root, into, Path.GetRandomFileName() + PluginArchive.FileExtension);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await PluginArchive.PackAsync(folder, file, signer);
        return file;
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
