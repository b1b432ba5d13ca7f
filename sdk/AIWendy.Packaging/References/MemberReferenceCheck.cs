using System.Reflection.Metadata;

namespace AIWendy.Packaging.References;

/// <summary>Whether every type, method and field of the host that an assembly refers to is there and may be used.</summary>
internal sealed class MemberReferenceCheck(TypeResolver resolver, AssemblyMetadata own)
{
    private readonly MetadataReader reader = own.Reader;
    private readonly UsageFinder usage = new(own);

    public IEnumerable<MissingReference> Run()
    {
        foreach (TypeReferenceHandle handle in reader.TypeReferences)
        {
            TypeLookup lookup = resolver.Resolve(own, handle);
            if (lookup.LackingAssembly is { } lacking)
            {
                yield return new MissingReference(lacking.Name, TypeNames.Of(reader, handle), usage.Of(handle));
            }
            else if (lookup.Type is { Assembly.IsShared: true } type && !IsVisible(type))
            {
                yield return new MissingReference(type.Assembly.Name, $"{type.Name} (is internal)", usage.Of(handle));
            }
        }

        foreach (MemberReferenceHandle handle in reader.MemberReferences)
        {
            if (Check(handle) is { } missing)
            {
                yield return missing;
            }
        }
    }

    private MissingReference? Check(MemberReferenceHandle handle)
    {
        MemberReference reference = reader.GetMemberReference(handle);
        if (reference.Parent.Kind is not (HandleKind.TypeReference or HandleKind.TypeSpecification)
            || resolver.Resolve(own, reference.Parent, []) is not { Type.Assembly.IsShared: true } parent)
        {
            return null;
        }

        // Definitions are written with their own parameters, whatever the arguments are here.
        BoundType open = parent with { Arguments = [] };
        string name = reader.GetString(reference.Name);
        (string text, bool found, bool visible) = reference.GetKind() == MemberReferenceKind.Field
            ? Field(open, name, reference.DecodeFieldSignature(SignatureText.Instance, []).Text)
            : Method(open, name, reference.DecodeMethodSignature(SignatureText.Instance, []));
        if (found && (visible || parent.Type.Assembly.IsOpenTo(own.Name)))
        {
            return null;
        }

        string member = $"{parent.Type.Name}: {text}{(found ? " (is not public)" : string.Empty)}";
        return new MissingReference(parent.Type.Assembly.Name, member, usage.Of(handle));
    }

    private (string Text, bool Found, bool Visible) Method(BoundType parent, string name, MethodSignature<TypeText> signature)
    {
        string wanted = SignatureText.Of(name, signature);
        if (signature.Header.CallingConvention == SignatureCallingConvention.VarArgs)
        {
            return (wanted, true, true);
        }

        for (BoundType? type = parent; type is { } current; type = resolver.BaseOf(current))
        {
            MetadataReader metadata = current.Type.Assembly.Reader;
            foreach (MethodDefinitionHandle handle in current.Type.Definition.GetMethods())
            {
                MethodDefinition method = metadata.GetMethodDefinition(handle);
                if (metadata.StringComparer.Equals(method.Name, name)
                    && SignatureText.Of(name, method.DecodeSignature(SignatureText.Instance, current.Arguments)) == wanted)
                {
                    return (wanted, true, method.Attributes.IsVisible());
                }
            }
        }

        return (wanted, false, false);
    }

    private (string Text, bool Found, bool Visible) Field(BoundType parent, string name, string wanted)
    {
        for (BoundType? type = parent; type is { } current; type = resolver.BaseOf(current))
        {
            MetadataReader metadata = current.Type.Assembly.Reader;
            foreach (FieldDefinitionHandle handle in current.Type.Definition.GetFields())
            {
                FieldDefinition field = metadata.GetFieldDefinition(handle);
                if (metadata.StringComparer.Equals(field.Name, name)
                    && field.DecodeSignature(SignatureText.Instance, current.Arguments).Text == wanted)
                {
                    return ($"{wanted} {name}", true, field.Attributes.IsVisible());
                }
            }
        }

        return ($"{wanted} {name}", false, false);
    }

    private bool IsVisible(ResolvedType type)
    {
        TypeDefinitionHandle handle = type.Handle;
        while (true)
        {
            TypeDefinition definition = type.Assembly.Reader.GetTypeDefinition(handle);
            if (!definition.Attributes.IsVisible())
            {
                return type.Assembly.IsOpenTo(own.Name);
            }

            if (!definition.Attributes.IsNested())
            {
                return true;
            }

            handle = definition.GetDeclaringType();
        }
    }
}
