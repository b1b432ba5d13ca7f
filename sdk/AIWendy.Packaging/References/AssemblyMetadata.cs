using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace AIWendy.Packaging.References;

/// <summary>The metadata of one assembly with an index of its types.</summary>
internal sealed class AssemblyMetadata : IDisposable
{
    private readonly PEReader image;
    private readonly Lazy<Dictionary<string, TypeDefinitionHandle>> types;
    private readonly Lazy<Dictionary<string, ExportedTypeHandle>> forwarded;
    private readonly Lazy<HashSet<string>> friends;

    private AssemblyMetadata(string path, PEReader image, MetadataReader reader, bool isShared)
    {
        this.image = image;
        Reader = reader;
        IsShared = isShared;
        FileName = Path.GetFileName(path);
        AssemblyDefinition definition = reader.GetAssemblyDefinition();
        Name = reader.GetString(definition.Name);
        Version = definition.Version;
        types = new(IndexTypes);
        forwarded = new(IndexForwarded);
        friends = new(() => [.. definition.GetCustomAttributes().Select(FriendOf).OfType<string>()]);
    }

    public MetadataReader Reader { get; }

    public PEReader Image => image;

    /// <summary>Whether it is the host's.</summary>
    public bool IsShared { get; }

    public string FileName { get; }

    public string Name { get; }

    public Version Version { get; }

    /// <summary>Reads an assembly that is in memory, or returns <see langword="null"/> for a file that is none.</summary>
    public static AssemblyMetadata? Read(string path, byte[] content, bool isShared) =>
        Read(path, new PEReader(new MemoryStream(content, writable: false)), isShared);

    /// <summary>Reads the metadata of an assembly of the host.</summary>
    public static AssemblyMetadata? Open(string path) =>
        Read(path, new PEReader(File.OpenRead(path), PEStreamOptions.PrefetchMetadata), isShared: true);

    /// <summary>A type at the top level by namespace and name.</summary>
    public TypeDefinitionHandle? FindType(string fullName) => types.Value.TryGetValue(fullName, out TypeDefinitionHandle type) ? type : null;

    /// <summary>Where a type moved to, by namespace and name.</summary>
    public ExportedTypeHandle? FindForwarded(string fullName) => forwarded.Value.TryGetValue(fullName, out ExportedTypeHandle type) ? type : null;

    /// <summary>Whether another assembly may use what is internal here.</summary>
    public bool IsOpenTo(string assembly) => friends.Value.Contains(assembly);

    public void Dispose() => image.Dispose();

    private static AssemblyMetadata? Read(string path, PEReader image, bool isShared)
    {
        try
        {
            if (image.HasMetadata && image.GetMetadataReader() is { IsAssembly: true } reader)
            {
                return new AssemblyMetadata(path, image, reader, isShared);
            }
        }
        catch (BadImageFormatException)
        {
            // Machine code and damaged files have no references to look at.
        }

        image.Dispose();
        return null;
    }

    private Dictionary<string, TypeDefinitionHandle> IndexTypes()
    {
        Dictionary<string, TypeDefinitionHandle> index = new(StringComparer.Ordinal);
        foreach (TypeDefinitionHandle handle in Reader.TypeDefinitions)
        {
            TypeDefinition type = Reader.GetTypeDefinition(handle);
            if (!type.Attributes.IsNested())
            {
                index.TryAdd(TypeNames.Join(Reader, type.Namespace, type.Name), handle);
            }
        }

        return index;
    }

    private Dictionary<string, ExportedTypeHandle> IndexForwarded()
    {
        Dictionary<string, ExportedTypeHandle> index = new(StringComparer.Ordinal);
        foreach (ExportedTypeHandle handle in Reader.ExportedTypes)
        {
            ExportedType type = Reader.GetExportedType(handle);
            if (type.Implementation.Kind == HandleKind.AssemblyReference)
            {
                index.TryAdd(TypeNames.Join(Reader, type.Namespace, type.Name), handle);
            }
        }

        return index;
    }

    private string? FriendOf(CustomAttributeHandle handle)
    {
        CustomAttribute attribute = Reader.GetCustomAttribute(handle);
        if (attribute.Constructor.Kind != HandleKind.MemberReference
            || Reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is not { Kind: HandleKind.TypeReference } parent
            || !Reader.StringComparer.Equals(Reader.GetTypeReference((TypeReferenceHandle)parent).Name, "InternalsVisibleToAttribute"))
        {
            return null;
        }

        BlobReader value = Reader.GetBlobReader(attribute.Value);
        value.ReadUInt16();
        return value.ReadSerializedString() is { } name ? new AssemblyName(name).Name : null;
    }
}
