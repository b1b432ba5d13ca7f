using System.Reflection;
using System.Reflection.Metadata;

namespace AIWendy.Packaging.References;

/// <summary>Full names of types, as in <c>System.Collections.Generic.List`1+Enumerator</c>.</summary>
internal static class TypeNames
{
    public static string Join(MetadataReader reader, StringHandle @namespace, StringHandle name) =>
        @namespace.IsNil ? reader.GetString(name) : $"{reader.GetString(@namespace)}.{reader.GetString(name)}";

    public static string Of(MetadataReader reader, TypeDefinitionHandle handle)
    {
        TypeDefinition type = reader.GetTypeDefinition(handle);
        return type.Attributes.IsNested()
            ? $"{Of(reader, type.GetDeclaringType())}+{reader.GetString(type.Name)}"
            : Join(reader, type.Namespace, type.Name);
    }

    public static string Of(MetadataReader reader, TypeReferenceHandle handle)
    {
        TypeReference type = reader.GetTypeReference(handle);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{Of(reader, (TypeReferenceHandle)type.ResolutionScope)}+{reader.GetString(type.Name)}"
            : Join(reader, type.Namespace, type.Name);
    }

    public static bool IsNested(this TypeAttributes attributes) =>
        (attributes & TypeAttributes.VisibilityMask) > TypeAttributes.Public;

    /// <summary>Whether other assemblies, or at least heirs in them, can use a type with these attributes.</summary>
    public static bool IsVisible(this TypeAttributes attributes) => (attributes & TypeAttributes.VisibilityMask)
        is TypeAttributes.Public or TypeAttributes.NestedPublic or TypeAttributes.NestedFamily or TypeAttributes.NestedFamORAssem;

    /// <summary>Whether other assemblies, or at least heirs in them, can use a method with these attributes.</summary>
    public static bool IsVisible(this MethodAttributes attributes) => (attributes & MethodAttributes.MemberAccessMask)
        is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;

    /// <summary>Whether other assemblies, or at least heirs in them, can use a field with these attributes.</summary>
    public static bool IsVisible(this FieldAttributes attributes) => (attributes & FieldAttributes.FieldAccessMask)
        is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem;
}
