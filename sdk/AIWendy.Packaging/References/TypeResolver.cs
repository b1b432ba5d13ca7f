using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace AIWendy.Packaging.References;

/// <summary>A type's definition.</summary>
internal readonly record struct ResolvedType(AssemblyMetadata Assembly, TypeDefinitionHandle Handle)
{
    public TypeDefinition Definition => Assembly.Reader.GetTypeDefinition(Handle);

    public string Name => TypeNames.Of(Assembly.Reader, Handle);
}

/// <summary>A type with its type arguments, for example a base class.</summary>
internal readonly record struct BoundType(ResolvedType Type, ImmutableArray<string> Arguments)
{
    public string Text => Arguments.Length == 0 ? Type.Name : $"{Type.Name}<{string.Join(", ", Arguments)}>";
}

/// <summary>Outcome of a look for a type.</summary>
/// <param name="Type">The definition, or <see langword="null"/>.</param>
/// <param name="LackingAssembly">The shared assembly that should have it and does not, or <see langword="null"/>.</param>
internal readonly record struct TypeLookup(ResolvedType? Type, AssemblyMetadata? LackingAssembly);

/// <summary>Follows references from one assembly to definitions in others, over forwarders and nesting.</summary>
internal sealed class TypeResolver(AssemblyUniverse universe)
{
    private const int MostForwards = 8;

    private readonly Dictionary<(AssemblyMetadata, TypeReferenceHandle), TypeLookup> known = [];

    /// <summary>Finds what a type reference refers to.</summary>
    public TypeLookup Resolve(AssemblyMetadata from, TypeReferenceHandle handle)
    {
        if (!known.TryGetValue((from, handle), out TypeLookup found))
        {
            found = Look(from, handle);
            known.Add((from, handle), found);
        }

        return found;
    }

    /// <summary>Finds the definition of a base class, an interface or a member's parent.</summary>
    /// <returns>The type, or <see langword="null"/> when it is not known or no named type.</returns>
    public BoundType? Resolve(AssemblyMetadata from, EntityHandle handle, ImmutableArray<string> arguments)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                return new BoundType(new ResolvedType(from, (TypeDefinitionHandle)handle), []);
            case HandleKind.TypeReference:
                return Resolve(from, (TypeReferenceHandle)handle).Type is { } type ? new BoundType(type, []) : null;
            case HandleKind.TypeSpecification:
                TypeText text = from.Reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(SignatureText.Instance, arguments);
                return text.Handle.IsNil || Resolve(from, text.Handle, arguments) is not { } generic ? null : generic with { Arguments = text.Arguments };
            default:
                return null;
        }
    }

    /// <summary>The base class with its arguments in terms of the heir's, or <see langword="null"/>.</summary>
    public BoundType? BaseOf(BoundType type)
    {
        EntityHandle parent = type.Type.Definition.BaseType;
        return parent.IsNil ? null : Resolve(type.Type.Assembly, parent, type.Arguments);
    }

    private TypeLookup Look(AssemblyMetadata from, TypeReferenceHandle handle)
    {
        TypeReference reference = from.Reader.GetTypeReference(handle);
        switch (reference.ResolutionScope.Kind)
        {
            case HandleKind.TypeReference:
                TypeLookup outer = Resolve(from, (TypeReferenceHandle)reference.ResolutionScope);
                return outer.Type is { } type ? Nested(type, from.Reader.GetString(reference.Name)) : outer;
            case HandleKind.AssemblyReference:
                AssemblyReference assembly = from.Reader.GetAssemblyReference((AssemblyReferenceHandle)reference.ResolutionScope);
                return Look(
                    universe.Find(from.Reader.GetString(assembly.Name)),
                    TypeNames.Join(from.Reader, reference.Namespace, reference.Name));
            default:
                return default;
        }
    }

    private TypeLookup Look(AssemblyMetadata? assembly, string name)
    {
        AssemblyMetadata? asked = assembly;
        for (int step = 0; assembly is not null && step < MostForwards; step++)
        {
            if (assembly.FindType(name) is { } definition)
            {
                return new TypeLookup(new ResolvedType(assembly, definition), null);
            }

            if (assembly.FindForwarded(name) is not { } forwarded)
            {
                return new TypeLookup(null, asked!.IsShared ? asked : null);
            }

            AssemblyReferenceHandle next = (AssemblyReferenceHandle)assembly.Reader.GetExportedType(forwarded).Implementation;
            assembly = universe.Find(assembly.Reader.GetString(assembly.Reader.GetAssemblyReference(next).Name));
        }

        return default;
    }

    private static TypeLookup Nested(ResolvedType outer, string name)
    {
        MetadataReader reader = outer.Assembly.Reader;
        foreach (TypeDefinitionHandle nested in outer.Definition.GetNestedTypes())
        {
            if (reader.StringComparer.Equals(reader.GetTypeDefinition(nested).Name, name))
            {
                return new TypeLookup(new ResolvedType(outer.Assembly, nested), null);
            }
        }

        return new TypeLookup(null, outer.Assembly.IsShared ? outer.Assembly : null);
    }
}
