using System.Reflection;
using System.Reflection.Metadata;

namespace AIWendy.Packaging.References;

/// <summary>Finds the method that stands for one of an interface or abstract class, by the rules of the runtime.</summary>
internal sealed class Implementations(TypeResolver resolver)
{
    /// <summary>Whether a type implements a method of an interface.</summary>
    /// <param name="contract">The interface.</param>
    /// <param name="method">Its method.</param>
    /// <param name="chain">The type and its base classes.</param>
    /// <param name="interfaces">All interfaces of the type; one may implement a method of another.</param>
    public bool Has(BoundType contract, MethodDefinition method, List<BoundType> chain, List<BoundType> interfaces)
    {
        string name = contract.Type.Assembly.Reader.GetString(method.Name);
        string bound = SignatureText.Of(name, method.DecodeSignature(SignatureText.Instance, contract.Arguments));
        bool isStatic = (method.Attributes & MethodAttributes.Static) != 0;
        return chain.Exists(type => HasMethod(type, name, bound, attributes =>
                (attributes & MethodAttributes.MemberAccessMask) == MethodAttributes.Public && (isStatic || (attributes & MethodAttributes.Virtual) != 0)))
            || chain.Concat(interfaces).Any(type => Declares(type, contract, method, name));
    }

    /// <summary>Whether an heir overrides an abstract method.</summary>
    /// <param name="parent">The class that has the method.</param>
    /// <param name="method">The method.</param>
    /// <param name="heirs">The classes below it.</param>
    public bool Overrides(BoundType parent, MethodDefinition method, List<BoundType> heirs)
    {
        string name = parent.Type.Assembly.Reader.GetString(method.Name);
        string bound = SignatureText.Of(name, method.DecodeSignature(SignatureText.Instance, parent.Arguments));
        return heirs.Exists(type => HasMethod(type, name, bound, IsOverride) || Declares(type, parent, method, name));
    }

    private static bool IsOverride(MethodAttributes attributes) =>
        (attributes & MethodAttributes.Virtual) != 0 && (attributes & (MethodAttributes.Abstract | MethodAttributes.NewSlot)) == 0;

    private static bool HasMethod(BoundType type, string name, string signature, Func<MethodAttributes, bool> fits)
    {
        MetadataReader reader = type.Type.Assembly.Reader;
        foreach (MethodDefinitionHandle handle in type.Type.Definition.GetMethods())
        {
            MethodDefinition method = reader.GetMethodDefinition(handle);
            if (fits(method.Attributes)
                && reader.StringComparer.Equals(method.Name, name)
                && SignatureText.Of(name, method.DecodeSignature(SignatureText.Instance, type.Arguments)) == signature)
            {
                return true;
            }
        }

        return false;
    }

    // Whether a type says outright that one of its methods implements this one.
    private bool Declares(BoundType type, BoundType contract, MethodDefinition method, string name)
    {
        MetadataReader reader = type.Type.Assembly.Reader;
        string? open = null;
        foreach (MethodImplementationHandle handle in type.Type.Definition.GetMethodImplementations())
        {
            EntityHandle declaration = reader.GetMethodImplementation(handle).MethodDeclaration;
            open ??= SignatureText.Of(name, method.DecodeSignature(SignatureText.Instance, []));
            if (DeclaredBy(type, declaration, name, open) is { } declaring && declaring.Type == contract.Type && declaring.Arguments.SequenceEqual(contract.Arguments))
            {
                return true;
            }
        }

        return false;
    }

    private BoundType? DeclaredBy(BoundType type, EntityHandle declaration, string name, string signature)
    {
        AssemblyMetadata assembly = type.Type.Assembly;
        MetadataReader reader = assembly.Reader;
        if (declaration.Kind == HandleKind.MethodDefinition)
        {
            MethodDefinition definition = reader.GetMethodDefinition((MethodDefinitionHandle)declaration);
            return reader.StringComparer.Equals(definition.Name, name)
                && SignatureText.Of(name, definition.DecodeSignature(SignatureText.Instance, [])) == signature
                ? new BoundType(new ResolvedType(assembly, definition.GetDeclaringType()), [])
                : null;
        }

        MemberReference reference = reader.GetMemberReference((MemberReferenceHandle)declaration);
        return reader.StringComparer.Equals(reference.Name, name)
            && SignatureText.Of(name, reference.DecodeMethodSignature(SignatureText.Instance, [])) == signature
            ? resolver.Resolve(assembly, reference.Parent, type.Arguments)
            : null;
    }
}
