using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace AIWendy.Packaging.References;

/// <summary>A type in a signature: its text, and for a named type where it stands in the metadata.</summary>
/// <param name="Text">Full name with type arguments; the assembly is left out, because types move between assemblies.</param>
/// <param name="Handle">The definition or reference, nil for arrays, pointers and parameters.</param>
/// <param name="Arguments">Texts of the type arguments.</param>
internal sealed record TypeText(string Text, EntityHandle Handle, ImmutableArray<string> Arguments)
{
    public static TypeText Of(string text) => new(text, default, []);
}

/// <summary>
/// Writes signatures as text, so that those of a reference and of a definition can be compared. Type parameters are
/// <c>!0</c>, those of methods <c>!!0</c>; the context replaces the former by type arguments.
/// </summary>
internal sealed class SignatureText : ISignatureTypeProvider<TypeText, ImmutableArray<string>>
{
    public static SignatureText Instance { get; } = new();

    /// <summary>Name, arity, parameters and return type of a method.</summary>
    public static string Of(string name, MethodSignature<TypeText> signature)
    {
        string arity = signature.GenericParameterCount > 0 ? $"<{signature.GenericParameterCount}>" : string.Empty;
        string parameters = string.Join(", ", signature.ParameterTypes.Select(type => type.Text));
        return $"{(signature.Header.IsInstance ? string.Empty : "static ")}{signature.ReturnType.Text} {name}{arity}({parameters})";
    }

    public TypeText GetPrimitiveType(PrimitiveTypeCode typeCode) => TypeText.Of("System." + typeCode);

    public TypeText GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        new(TypeNames.Of(reader, handle), handle, []);

    public TypeText GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        new(TypeNames.Of(reader, handle), handle, []);

    public TypeText GetTypeFromSpecification(MetadataReader reader, ImmutableArray<string> genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public TypeText GetGenericInstantiation(TypeText genericType, ImmutableArray<TypeText> typeArguments)
    {
        ImmutableArray<string> arguments = [.. typeArguments.Select(argument => argument.Text)];
        return new TypeText($"{genericType.Text}<{string.Join(", ", arguments)}>", genericType.Handle, arguments);
    }

    public TypeText GetGenericTypeParameter(ImmutableArray<string> genericContext, int index) =>
        TypeText.Of(index < genericContext.Length ? genericContext[index] : $"!{index}");

    public TypeText GetGenericMethodParameter(ImmutableArray<string> genericContext, int index) => TypeText.Of($"!!{index}");

    public TypeText GetSZArrayType(TypeText elementType) => TypeText.Of($"{elementType.Text}[]");

    public TypeText GetArrayType(TypeText elementType, ArrayShape shape) => TypeText.Of($"{elementType.Text}[{new string(',', shape.Rank - 1)}]");

    public TypeText GetByReferenceType(TypeText elementType) => TypeText.Of($"{elementType.Text}&");

    public TypeText GetPointerType(TypeText elementType) => TypeText.Of($"{elementType.Text}*");

    public TypeText GetPinnedType(TypeText elementType) => elementType;

    public TypeText GetModifiedType(TypeText modifier, TypeText unmodifiedType, bool isRequired) =>
        TypeText.Of($"{unmodifiedType.Text} {(isRequired ? "modreq" : "modopt")}({modifier.Text})");

    public TypeText GetFunctionPointerType(MethodSignature<TypeText> signature) => TypeText.Of($"method {Of("*", signature)}");
}
