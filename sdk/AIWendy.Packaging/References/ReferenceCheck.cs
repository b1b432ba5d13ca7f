using System.Text.Json;
using AIWendy.Packaging.References;

namespace AIWendy.Packaging;

/// <summary>Something that a plugin uses and that is not there.</summary>
/// <param name="Assembly">Name of the assembly that lacks it.</param>
/// <param name="Member">The type or member with its signature, or what is wrong with the assembly as a whole.</param>
/// <param name="UsedBy">Where the plugin uses it: a method or type, or the assembly's file when it is not known better.</param>
public sealed record MissingReference(string Assembly, string Member, string UsedBy)
{
    /// <inheritdoc />
    public override string ToString() => $"{Assembly}: {Member} (used by {UsedBy})";
}

/// <summary>
/// Compares what a plugin's assemblies refer to with what the host has, from metadata alone: no assembly is loaded, no
/// code runs. Finds what would otherwise throw when the code is first used, perhaps days later.
/// </summary>
public static class ReferenceCheck
{
    /// <summary>Checks the assemblies of a package.</summary>
    /// <param name="archive">The package.</param>
    /// <param name="shared">Paths of the assemblies that the plugin shares with the host: the SDK, the frameworks and what the SDK's contracts are made of.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Everything that is missing, sorted; empty when the plugin fits.</returns>
    public static IReadOnlyList<MissingReference> Run(PluginArchive archive, IEnumerable<string> shared, CancellationToken cancellationToken = default) => Run(
        archive.Files.Where(file => IsLibrary(file.Path)).Select(file => (file.Path, archive.Read(file.Path))),
        archive.Manifest.Entry,
        shared,
        cancellationToken);

    /// <summary>Checks the assemblies of a folder.</summary>
    /// <param name="folder">Folder of a plugin.</param>
    /// <param name="shared">See <see cref="Run(PluginArchive, IEnumerable{string}, CancellationToken)"/>.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="IOException">The folder can not be read.</exception>
    public static IReadOnlyList<MissingReference> Run(string folder, IEnumerable<string> shared, CancellationToken cancellationToken = default) => Run(
        Directory.EnumerateFiles(folder, "*.dll", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => (Path.GetRelativePath(folder, path), File.ReadAllBytes(path))),
        EntryOf(folder),
        shared,
        cancellationToken);

    private static List<MissingReference> Run(
        IEnumerable<(string Path, byte[] Content)> files,
        string? entry,
        IEnumerable<string> shared,
        CancellationToken cancellationToken)
    {
        using AssemblyUniverse universe = new(shared);
        foreach ((string path, byte[] content) in files)
        {
            universe.AddOwn(path, content);
        }

        TypeResolver resolver = new(universe);
        HashSet<MissingReference> missing = [];
        foreach (AssemblyMetadata own in universe.Own)
        {
            cancellationToken.ThrowIfCancellationRequested();
            bool isEntry = string.Equals(own.FileName, entry, StringComparison.OrdinalIgnoreCase);
            missing.UnionWith(AssemblyReferenceCheck.Run(universe, own, isEntry));
            missing.UnionWith(new MemberReferenceCheck(resolver, own).Run());
            missing.UnionWith(new ContractCheck(resolver, own).Run());
        }

        return
        [
            .. missing.OrderBy(item => item.Assembly, StringComparer.Ordinal)
                .ThenBy(item => item.Member, StringComparer.Ordinal)
                .ThenBy(item => item.UsedBy, StringComparer.Ordinal),
        ];
    }

    private static bool IsLibrary(string path) => path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);

    private static string? EntryOf(string folder)
    {
        string path = Path.Combine(folder, PluginArchive.ManifestName);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using JsonDocument manifest = JsonDocument.Parse(File.ReadAllBytes(path));
            return manifest.RootElement.GetProperty("entry").GetString();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }
}
