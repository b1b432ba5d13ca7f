using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using AIWendy.Sdk;
using Microsoft.AspNetCore.Http;

namespace AIWendy.Packaging;

/// <summary>
/// The assemblies that a host shares with its plugins: the SDK, the frameworks, and what the SDK's contracts are made of.
/// Everything else of the host is its own business.
/// </summary>
public sealed class HostAssemblies
{
    private const string HostFile = "AIWendy.Host.dll";
    private const string SdkName = "AIWendy.Sdk";

    private static readonly string[] Roots =
    [
        SdkName,
        "Microsoft.EntityFrameworkCore",
        "Microsoft.EntityFrameworkCore.Relational",
        "Microsoft.Extensions.AI.Abstractions",
        "Npgsql",
        "Npgsql.EntityFrameworkCore.PostgreSQL",
        "Scrutor",
    ];

    private readonly Dictionary<string, string> shared = new(StringComparer.OrdinalIgnoreCase);

    private HostAssemblies(IReadOnlyDictionary<string, string> own)
    {
        AddFramework(Path.GetDirectoryName(typeof(object).Assembly.Location)!, own);
        AddFramework(Path.GetDirectoryName(typeof(HttpContext).Assembly.Location)!, own);
        foreach (string root in Roots)
        {
            AddClosure(root, own);
        }
    }

    /// <summary>Where the shared assemblies lie.</summary>
    public IReadOnlyCollection<string> Paths => shared.Values;

    /// <summary>What the host shares whose process this is.</summary>
    public static HostAssemblies OfProcess()
    {
        string trusted = AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? string.Empty;
        Dictionary<string, string> own = ByName(trusted.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries));
        own.TryAdd(SdkName, typeof(IPlugin).Assembly.Location);
        return new HostAssemblies(own);
    }

    /// <summary>What a host shares that lies in a folder. It is taken to run on the frameworks of this process.</summary>
    /// <param name="path">The folder with <c>AIWendy.Host.dll</c>, or that file.</param>
    /// <exception cref="IOException">It is no such folder.</exception>
    public static HostAssemblies OfInstallation(string path)
    {
        string folder = Path.GetFileName(path) == HostFile ? Path.GetDirectoryName(Path.GetFullPath(path))! : path;
        return File.Exists(Path.Combine(folder, HostFile))
            ? new HostAssemblies(ByName(Directory.GetFiles(folder, "*.dll")))
            : throw new FileNotFoundException($"There is no {HostFile} in {folder}. Give the folder of an installation; in a clone that is artifacts/app.");
    }

    /// <summary>Whether an assembly of this name is shared.</summary>
    public bool Contains(string? name) => name is not null && shared.ContainsKey(name);

    private static Dictionary<string, string> ByName(IEnumerable<string> paths)
    {
        Dictionary<string, string> byName = new(StringComparer.OrdinalIgnoreCase);
        foreach (string path in paths)
        {
            byName[Path.GetFileNameWithoutExtension(path)] = path;
        }

        return byName;
    }

    // An application may bring a newer copy of a framework assembly, and that copy is the one that runs.
    private void AddFramework(string directory, IReadOnlyDictionary<string, string> own)
    {
        foreach (string path in Directory.EnumerateFiles(directory, "*.dll"))
        {
            string name = Path.GetFileNameWithoutExtension(path);
            shared[name] = own.GetValueOrDefault(name, path);
        }
    }

    private void AddClosure(string name, IReadOnlyDictionary<string, string> own)
    {
        if (!own.TryGetValue(name, out string? path) || !shared.TryAdd(name, path))
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
