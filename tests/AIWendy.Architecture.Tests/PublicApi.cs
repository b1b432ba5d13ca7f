using System.Globalization;
using System.Reflection;

namespace AIWendy.Architecture.Tests;

/// <summary>What others can see of an assembly, one line for each type and member.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>All lines, in order.</summary>
    public static IReadOnlyList<string> Of(Assembly assembly) =>
        [.. assembly.GetExportedTypes().SelectMany(Lines).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Lines(Type type)
    {
        string name = Name(type);
        yield return $"{Kind(type)} {name}{Constraints(type.GetGenericArguments())}";
        foreach (Type parent in Parents(type))
        {
            yield return $"{name} : {Name(parent)}";
        }

        foreach (MemberInfo member in type.GetMembers(Declared).Where(member => !member.Name.Contains('<', StringComparison.Ordinal)))
        {
            if (Describe(member) is { } line)
            {
                yield return $"{name}.{line}";
            }
        }
    }

    private static string Kind(Type type) => type switch
    {
        { IsInterface: true } => "interface",
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static IEnumerable<Type> Parents(Type type) =>
        (type.BaseType is { } parent && parent != typeof(object) && !type.IsValueType ? [parent] : Array.Empty<Type>())
        .Concat(type.IsEnum ? [] : type.GetInterfaces().Where(one => one.IsVisible));

    private static string? Describe(MemberInfo member) => member switch
    {
        ConstructorInfo { IsStatic: false } made when IsVisible(made) => $"new({Parameters(made)})",
        MethodInfo { IsSpecialName: false } method when IsVisible(method) =>
            $"{Modifiers(method)}{method.Name}{Generic(method)}({Parameters(method)}) : {Name(method.ReturnType)}{Constraints(method.GetGenericArguments())}",
        MethodInfo { IsSpecialName: true } operation when IsVisible(operation) && operation.Name.StartsWith("op_", StringComparison.Ordinal) =>
            $"{operation.Name}({Parameters(operation)}) : {Name(operation.ReturnType)}",
        PropertyInfo property => Describe(property),
        FieldInfo { IsLiteral: true, IsPublic: true } constant => $"const {constant.Name} = {Text(constant.GetRawConstantValue())}",
        FieldInfo { IsSpecialName: false } field when field.IsPublic || field.IsFamily => $"{field.Name} : {Name(field.FieldType)}",
        EventInfo raised => $"event {raised.Name} : {Name(raised.EventHandlerType!)}",
        _ => null,
    };

    private static string? Describe(PropertyInfo property)
    {
        string accessors = string.Concat(
            property.GetMethod is { } get && IsVisible(get) ? $" {Modifiers(get)}get;" : string.Empty,
            property.SetMethod is { } set && IsVisible(set) ? $" {Modifiers(set)}{(IsInit(set) ? "init" : "set")};" : string.Empty);
        bool required = property.GetCustomAttributesData().Any(attribute => attribute.AttributeType.Name == "RequiredMemberAttribute");
        return accessors.Length == 0 ? null : $"{(required ? "required " : string.Empty)}{property.Name} : {Name(property.PropertyType)} {{{accessors} }}";
    }

    private static bool IsInit(MethodInfo set) => set.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "IsExternalInit");

    private static bool IsVisible(MethodBase method) => method.IsPublic || ((method.IsFamily || method.IsFamilyOrAssembly) && method.DeclaringType is { IsSealed: false });

    private static string Modifiers(MethodInfo method) =>
        method.IsStatic ? "static " : method.IsAbstract ? "abstract " : method is { IsVirtual: true, IsFinal: false } && method.DeclaringType is { IsSealed: false } ? "virtual " : string.Empty;

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{(parameter.IsOut ? "out " : string.Empty)}{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? " = " + Text(parameter.RawDefaultValue) : string.Empty)}"));

    private static string Generic(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : string.Empty;

    private static string Constraints(IEnumerable<Type> arguments) => string.Concat(arguments
        .Where(argument => argument.IsGenericParameter)
        .Select(argument => (argument.Name, Demands: string.Join(", ", Demands(argument))))
        .Where(argument => argument.Demands.Length > 0)
        .Select(argument => $" where {argument.Name} : {argument.Demands}"));

    private static IEnumerable<string> Demands(Type argument)
    {
        GenericParameterAttributes attributes = argument.GenericParameterAttributes;
        if (attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
        {
            yield return "class";
        }

        foreach (Type demanded in argument.GetGenericParameterConstraints())
        {
            yield return Name(demanded);
        }

        if (attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint))
        {
            yield return "new()";
        }
    }

    private static string Name(Type type)
    {
        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        if (type.HasElementType)
        {
            return Name(type.GetElementType()!) + (type.IsArray ? "[]" : type.IsByRef ? "&" : "*");
        }

        string own = (type.IsNested ? Name(type.DeclaringType!) + "." : type.Namespace + ".") + type.Name.Split('`')[0];
        return type.IsGenericType ? $"{own}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : own;
    }

    private static string Text(object? value) => value switch
    {
        null => "default",
        string text => $"\"{text}\"",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
