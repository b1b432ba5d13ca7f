using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace AIWendy.Integration.Tests.Plugins.Installation;

/// <summary>Libraries of nothing but references, as a plugin brings them that was built against something else.</summary>
internal static class ForeignLibrary
{
    /// <summary>A library that refers to one type.</summary>
    public static byte[] Using(string assembly, string @namespace, string type)
    {
        MetadataBuilder metadata = new();
        metadata.AddModule(0, metadata.GetOrAddString("Foreign.dll"), metadata.GetOrAddGuid(Guid.NewGuid()), default, default);
        metadata.AddAssembly(metadata.GetOrAddString("Foreign"), new Version(1, 0, 0, 0), default, default, default, AssemblyHashAlgorithm.None);
        AssemblyReferenceHandle reference = metadata.AddAssemblyReference(metadata.GetOrAddString(assembly), new Version(1, 0, 0, 0), default, default, default, default);
        metadata.AddTypeReference(reference, metadata.GetOrAddString(@namespace), metadata.GetOrAddString(type));
        metadata.AddTypeDefinition(default, default, metadata.GetOrAddString("<Module>"), default, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));

        BlobBuilder image = new();
        new ManagedPEBuilder(PEHeaderBuilder.CreateLibraryHeader(), new MetadataRootBuilder(metadata), new BlobBuilder()).Serialize(image);
        return image.ToArray();
    }
}
