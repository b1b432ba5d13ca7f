using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace AIWendy.Sdk.Tasks;

/// <summary>Writes <c>plugin.json</c> from a project's properties and items, and says early what the host would refuse.</summary>
public sealed class WritePluginManifest : Task
{
    private static readonly Regex IdForm = new(@"^[a-z][a-z0-9]*(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$");
    private static readonly Regex VersionForm = new(@"^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$");

    /// <summary>Where to write.</summary>
    [Required]
    public string File { get; set; } = string.Empty;

    /// <summary>The property <c>PluginId</c>.</summary>
    [Required]
    public string Id { get; set; } = string.Empty;

    /// <summary>The property <c>PluginName</c>.</summary>
    [Required]
    public string Name { get; set; } = string.Empty;

    /// <summary>The property <c>Version</c>.</summary>
    [Required]
    public string Version { get; set; } = string.Empty;

    /// <summary>The property <c>PluginSdkRange</c>.</summary>
    [Required]
    public string SdkRange { get; set; } = string.Empty;

    /// <summary>File name of the assembly.</summary>
    [Required]
    public string Entry { get; set; } = string.Empty;

    /// <summary>The property <c>PluginDescription</c>.</summary>
    public string? Description { get; set; }

    /// <summary>The property <c>PluginDescriptionZh</c>.</summary>
    public string? DescriptionZh { get; set; }

    /// <summary>The property <c>PluginEdition</c>.</summary>
    public string? Edition { get; set; }

    /// <summary>The property <c>PluginPublisher</c>.</summary>
    public string? Publisher { get; set; }

    /// <summary>The property <c>PluginWeb</c>.</summary>
    public string? Web { get; set; }

    /// <summary>The property <c>PluginSettingsSchema</c>: a file with a JSON Schema.</summary>
    public string? SettingsSchema { get; set; }

    /// <summary>The items <c>PluginDependency</c>, each with <c>Version</c>.</summary>
    public ITaskItem[] Dependencies { get; set; } = [];

    /// <summary>The items <c>PluginProvides</c>.</summary>
    public ITaskItem[] Provides { get; set; } = [];

    /// <summary>The items <c>PluginConsumes</c>.</summary>
    public ITaskItem[] Consumes { get; set; } = [];

    /// <summary>The items <c>PluginFeature</c>, with <c>Default</c>, <c>Modes</c> and <c>Entitlement</c>.</summary>
    public ITaskItem[] Features { get; set; } = [];

    /// <summary>The items <c>PluginPermission</c>.</summary>
    public ITaskItem[] Permissions { get; set; } = [];

    /// <summary>The items <c>PluginEnvironment</c>, with <c>Description</c>, <c>Default</c> and <c>Secret</c>.</summary>
    public ITaskItem[] Environment { get; set; } = [];

    /// <inheritdoc />
    public override bool Execute()
    {
        Check();
        if (Log.HasLoggedErrors)
        {
            return false;
        }

        string json = Compose();
        if (!System.IO.File.Exists(File) || System.IO.File.ReadAllText(File) != json)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(File))!);
            System.IO.File.WriteAllText(File, json, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }

        return true;
    }

    private void Check()
    {
        if (!IdForm.IsMatch(Id) || Id.Length > 100)
        {
            Refuse($"PluginId \"{Id}\" is no reverse domain name in lower case, such as org.example.my-coach.");
        }

        if (!VersionForm.IsMatch(Version))
        {
            Refuse($"Version \"{Version}\" is no semantic version of three numbers, such as 1.0.0.");
        }

        foreach (ITaskItem item in Dependencies.Where(item => item.GetMetadata("Version").Length == 0))
        {
            Refuse($"PluginDependency \"{item.ItemSpec}\" needs a version range: Version=\"[1.0,2.0)\".");
        }

        foreach (ITaskItem item in Environment.Where(item => item.GetMetadata("Description").Length == 0))
        {
            Refuse($"PluginEnvironment \"{item.ItemSpec}\" needs a Description.");
        }

        foreach (string mode in Features.SelectMany(Modes).Where(mode => mode is not ("self-hosted" or "cloud")))
        {
            Refuse($"The mode \"{mode}\" of a PluginFeature is neither self-hosted nor cloud.");
        }

        if (SettingsSchema is { Length: > 0 } && !System.IO.File.Exists(SettingsSchema))
        {
            Refuse($"The settings schema {SettingsSchema} does not exist.");
        }
    }

    private void Refuse(string message) =>
        Log.LogError(null, "AIW101", null, BuildEngine.ProjectFileOfTaskNode, 0, 0, 0, 0, message);

    private string Compose()
    {
        JsonText json = new();
        json.Open(null, '{');
        json.Text("id", Id);
        json.Text("name", Name);
        json.Text("version", Version);
        json.Text("sdk", SdkRange);
        json.Text("entry", Entry);
        Optional(json, "description", Description);
        Optional(json, "descriptionZh", DescriptionZh);
        Optional(json, "edition", Edition);
        Optional(json, "publisher", Publisher);
        Optional(json, "web", Web?.Replace('\\', '/'));
        WriteDependencies(json);
        List(json, "provides", Provides);
        List(json, "consumes", Consumes);
        WriteFeatures(json);
        List(json, "permissions", Permissions);
        WriteEnvironment(json);
        if (SettingsSchema is { Length: > 0 })
        {
            json.Raw("settings", System.IO.File.ReadAllText(SettingsSchema).Trim());
        }

        json.Close('}');
        return json.ToString();
    }

    private void WriteDependencies(JsonText json)
    {
        if (Dependencies.Length == 0)
        {
            return;
        }

        json.Open("dependsOn", '{');
        foreach (ITaskItem item in Dependencies)
        {
            json.Text(item.ItemSpec, item.GetMetadata("Version"));
        }

        json.Close('}');
    }

    private void WriteFeatures(JsonText json)
    {
        if (Features.Length == 0)
        {
            return;
        }

        json.Open("features", '[');
        foreach (ITaskItem item in Features)
        {
            json.Open(null, '{');
            json.Text("key", item.ItemSpec);
            if (item.GetMetadata("Default") is { Length: > 0 } isOn)
            {
                json.Raw("default", Flag(isOn));
            }

            string[] modes = [.. Modes(item)];
            if (modes.Length > 0)
            {
                json.Open("modes", '[');
                Array.ForEach(modes, mode => json.Text(null, mode));
                json.Close(']');
            }

            Optional(json, "entitlement", item.GetMetadata("Entitlement"));
            json.Close('}');
        }

        json.Close(']');
    }

    private void WriteEnvironment(JsonText json)
    {
        if (Environment.Length == 0)
        {
            return;
        }

        json.Open("environment", '[');
        foreach (ITaskItem item in Environment)
        {
            json.Open(null, '{');
            json.Text("key", item.ItemSpec);
            Optional(json, "default", item.GetMetadata("Default"));
            json.Text("description", item.GetMetadata("Description"));
            if (item.GetMetadata("Secret") is { Length: > 0 } secret)
            {
                json.Raw("secret", Flag(secret));
            }

            json.Close('}');
        }

        json.Close(']');
    }

    private static IEnumerable<string> Modes(ITaskItem feature) =>
        feature.GetMetadata("Modes").Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries);

    private static string Flag(string value) => value.Equals("true", StringComparison.OrdinalIgnoreCase) ? "true" : "false";

    private static void Optional(JsonText json, string name, string? value)
    {
        if (value is { Length: > 0 })
        {
            json.Text(name, value);
        }
    }

    private static void List(JsonText json, string name, ITaskItem[] items)
    {
        if (items.Length == 0)
        {
            return;
        }

        json.Open(name, '[');
        Array.ForEach(items, item => json.Text(null, item.ItemSpec));
        json.Close(']');
    }
}
