using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace AIWendy.Packaging.References;

/// <summary>
/// Finds where an assembly uses something, by its token in the code. Only asked when something is missing, so it looks
/// through the code each time and keeps nothing.
/// </summary>
internal sealed class UsageFinder(AssemblyMetadata assembly)
{
    private const int OperandLength = sizeof(int);

    private readonly MetadataReader reader = assembly.Reader;

    /// <summary>The first method that uses it, or the assembly's file when it is used in no code.</summary>
    public string Of(EntityHandle handle)
    {
        HashSet<int> tokens = [MetadataTokens.GetToken(handle), .. MembersOf(handle).SelectMany(WithInstantiations)];
        foreach (MethodDefinitionHandle method in reader.MethodDefinitions)
        {
            MethodDefinition definition = reader.GetMethodDefinition(method);
            if (definition.RelativeVirtualAddress != 0 && Uses(definition.RelativeVirtualAddress, tokens))
            {
                return $"{TypeNames.Of(reader, definition.GetDeclaringType())}.{reader.GetString(definition.Name)}";
            }
        }

        return assembly.FileName;
    }

    private IEnumerable<MemberReferenceHandle> MembersOf(EntityHandle handle) => handle.Kind == HandleKind.MemberReference
        ? [(MemberReferenceHandle)handle]
        : reader.MemberReferences.Where(member => reader.GetMemberReference(member).Parent == handle);

    private IEnumerable<int> WithInstantiations(MemberReferenceHandle member)
    {
        yield return MetadataTokens.GetToken(member);
        for (int row = 1; row <= reader.GetTableRowCount(TableIndex.MethodSpec); row++)
        {
            MethodSpecificationHandle handle = MetadataTokens.MethodSpecificationHandle(row);
            if (reader.GetMethodSpecification(handle).Method == (EntityHandle)member)
            {
                yield return MetadataTokens.GetToken(handle);
            }
        }
    }

    private bool Uses(int address, HashSet<int> tokens)
    {
        try
        {
            ReadOnlySpan<byte> code = assembly.Image.GetMethodBody(address).GetILBytes();
            for (int at = 0; at + OperandLength <= code.Length; at++)
            {
                if (tokens.Contains(BinaryPrimitives.ReadInt32LittleEndian(code[at..])))
                {
                    return true;
                }
            }
        }
        catch (BadImageFormatException)
        {
            // A method without a body that can be read uses nothing that could be named.
        }

        return false;
    }
}
