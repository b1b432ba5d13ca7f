using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using AIWendy.Sdk;

namespace AIWendy.Host.Plugins.Loading;

/// <summary>
/// Names of the assemblies that plugins share with the host: the SDK, the frameworks, and what the SDK's contracts are
/// made of. Everything else of the host is its own business.
/// </summary>
internal sealed class SharedAssemblies
{
    private static readonly string[] Roots =
    [
        "AIWendy.Sdk",
        "Microsoft.EntityFrameworkCore",
        "Microsoft.EntityFrameworkCore.Relational",
        "Microsoft.Extensions.AI.Abstractions",
        "Npgsql",
        "Npgsql.EntityFrameworkCore.PostgreSQL",
        "Scrutor",
    ];

    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);

    public SharedAssemblies()
    {
        string core = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string web = Path.GetDirectoryName(typeof(HttpContext).Assembly.Location)!;
        Dictionary<string, string> own = new(StringComparer.OrdinalIgnoreCase);
        string trusted = AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? string.Empty;
        foreach (string path in trusted.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            string? directory = Path.GetDirectoryName(path);
            string name = Path.GetFileNameWithoutExtension(path);
            if (directory == core || directory == web)
            {
                names.Add(name);
            }
            else
            {
                own[name] = path;
            }
        }

        own.TryAdd("AIWendy.Sdk", typeof(IPlugin).Assembly.Location);
        AddFrameworkNames(core);
        AddFrameworkNames(web);
        foreach (string root in Roots)
        {
            AddClosure(root, own);
        }
    }

    public bool Contains(string? name) => name is not null && names.Contains(name);

    // An application may bring a newer copy of a framework assembly; then the trusted list names that copy only.
    private void AddFrameworkNames(string directory)
    {
        foreach (string path in Directory.EnumerateFiles(directory, "*.dll"))
        {
            names.Add(Path.GetFileNameWithoutExtension(path));
        }
    }

    private void AddClosure(string name, Dictionary<string, string> own)
    {
        if (!own.TryGetValue(name, out string? path) || !names.Add(name))
        {
            return;
        }

        using FileStream stream = File.OpenRead(path);
        using PEReader reader = new(stream);
        MetadataReader metadata = reader.GetMetadataReader();
        foreach (AssemblyReferenceHandle handle in metadata.AssemblyReferences)
        {
            AddClosure(metadata.GetString(metadata.GetAssemblyReference(handle).Name), own);
        }
    }
}
