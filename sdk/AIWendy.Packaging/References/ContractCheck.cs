using System.Reflection;
using System.Reflection.Metadata;

namespace AIWendy.Packaging.References;

/// <summary>
/// Whether the types of an assembly implement everything that the host's interfaces and abstract classes ask of them; one
/// that does not can not be loaded.
/// </summary>
internal sealed class ContractCheck(TypeResolver resolver, AssemblyMetadata own)
{
    private readonly Implementations implementations = new(resolver);

    public IEnumerable<MissingReference> Run()
    {
        foreach (TypeDefinitionHandle handle in own.Reader.TypeDefinitions)
        {
            TypeDefinition definition = own.Reader.GetTypeDefinition(handle);
            if ((definition.Attributes & TypeAttributes.Interface) != 0)
            {
                continue;
            }

            ResolvedType type = new(own, handle);
            List<BoundType>? chain = ChainOf(new BoundType(type, []));
            foreach (MissingReference missing in chain is null ? [] : MissingInterfaceMembers(type, chain).Concat(MissingOverrides(type, chain)))
            {
                yield return missing;
            }
        }
    }

    private IEnumerable<MissingReference> MissingInterfaceMembers(ResolvedType type, List<BoundType> chain)
    {
        List<BoundType> interfaces = [];
        Collect(chain[0], interfaces);
        foreach (BoundType contract in interfaces.Where(contract => contract.Type.Assembly.IsShared))
        {
            MetadataReader reader = contract.Type.Assembly.Reader;
            foreach (MethodDefinitionHandle handle in contract.Type.Definition.GetMethods())
            {
                MethodDefinition method = reader.GetMethodDefinition(handle);
                if ((method.Attributes & MethodAttributes.Abstract) != 0 && !implementations.Has(contract, method, chain, interfaces))
                {
                    yield return Missing(contract, method, type);
                }
            }
        }
    }

    private IEnumerable<MissingReference> MissingOverrides(ResolvedType type, List<BoundType> chain)
    {
        if ((type.Definition.Attributes & TypeAttributes.Abstract) != 0)
        {
            yield break;
        }

        for (int index = 1; index < chain.Count; index++)
        {
            BoundType parent = chain[index];
            if (!parent.Type.Assembly.IsShared || (parent.Type.Definition.Attributes & TypeAttributes.Abstract) == 0)
            {
                continue;
            }

            MetadataReader reader = parent.Type.Assembly.Reader;
            foreach (MethodDefinitionHandle handle in parent.Type.Definition.GetMethods())
            {
                MethodDefinition method = reader.GetMethodDefinition(handle);
                if ((method.Attributes & MethodAttributes.Abstract) != 0 && !implementations.Overrides(parent, method, chain.GetRange(0, index)))
                {
                    yield return Missing(parent, method, type);
                }
            }
        }
    }

    // The type and its base classes up to Object; nothing when one of them is not known, because then nothing can be said.
    private List<BoundType>? ChainOf(BoundType type)
    {
        List<BoundType> chain = [];
        BoundType? next = type;
        while (next is { } current)
        {
            chain.Add(current);
            next = resolver.BaseOf(current);
            if (next is null && !current.Type.Definition.BaseType.IsNil)
            {
                return null;
            }
        }

        return chain;
    }

    private void Collect(BoundType type, List<BoundType> interfaces)
    {
        MetadataReader reader = type.Type.Assembly.Reader;
        foreach (InterfaceImplementationHandle handle in type.Type.Definition.GetInterfaceImplementations())
        {
            EntityHandle reference = reader.GetInterfaceImplementation(handle).Interface;
            if (resolver.Resolve(type.Type.Assembly, reference, type.Arguments) is { } contract && !interfaces.Exists(known => Same(known, contract)))
            {
                interfaces.Add(contract);
                Collect(contract, interfaces);
            }
        }
    }

    private static bool Same(BoundType one, BoundType other) =>
        one.Type == other.Type && one.Arguments.SequenceEqual(other.Arguments);

    private static MissingReference Missing(BoundType contract, MethodDefinition method, ResolvedType type)
    {
        string name = contract.Type.Assembly.Reader.GetString(method.Name);
        string text = SignatureText.Of(name, method.DecodeSignature(SignatureText.Instance, contract.Arguments));
        return new MissingReference(contract.Type.Assembly.Name, $"{contract.Text}: {text} (is not implemented)", type.Name);
    }
}
