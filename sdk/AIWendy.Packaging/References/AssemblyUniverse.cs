namespace AIWendy.Packaging.References;

/// <summary>Every assembly that a plugin could get to see: those it shares with the host, and those it brings.</summary>
internal sealed class AssemblyUniverse : IDisposable
{
    private readonly Dictionary<string, string> sharedPaths = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, AssemblyMetadata?> shared = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, AssemblyMetadata> ownByName = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<AssemblyMetadata> own = [];

    public AssemblyUniverse(IEnumerable<string> sharedPaths)
    {
        foreach (string path in sharedPaths)
        {
            this.sharedPaths.TryAdd(Path.GetFileNameWithoutExtension(path), path);
        }
    }

    /// <summary>The plugin's assemblies that are really used.</summary>
    public IReadOnlyList<AssemblyMetadata> Own => own;

    /// <summary>Adds a file of the plugin; one that the host shares is left out, because the host's is used.</summary>
    public void AddOwn(string path, byte[] content)
    {
        if (AssemblyMetadata.Read(path, content, isShared: false) is not { } assembly)
        {
            return;
        }

        if (sharedPaths.ContainsKey(assembly.Name))
        {
            assembly.Dispose();
            return;
        }

        own.Add(assembly);
        ownByName.TryAdd(assembly.Name, assembly);
    }

    /// <summary>The assembly that a name leads to, or <see langword="null"/>.</summary>
    public AssemblyMetadata? Find(string name)
    {
        if (shared.TryGetValue(name, out AssemblyMetadata? known))
        {
            return known;
        }

        if (!sharedPaths.TryGetValue(name, out string? path))
        {
            return ownByName.GetValueOrDefault(name);
        }

        AssemblyMetadata? assembly = AssemblyMetadata.Open(path);
        shared.Add(name, assembly);
        return assembly;
    }

    public void Dispose()
    {
        foreach (AssemblyMetadata? assembly in shared.Values.Concat(own))
        {
            assembly?.Dispose();
        }
    }
}
