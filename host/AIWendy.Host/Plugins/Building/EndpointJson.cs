using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;

namespace AIWendy.Host.Plugins.Building;

/// <summary>
/// Refuses endpoints whose bodies nobody can read or write: reflection is off, so a type without generated JSON metadata
/// would fail at the first call.
/// </summary>
internal sealed class EndpointJson
{
    private static readonly Type[] WrittenAsTheyAre = [typeof(void), typeof(object), typeof(string), typeof(Stream), typeof(byte[]), typeof(IFormFile), typeof(IFormFileCollection), typeof(IFormCollection)];

    private string current = string.Empty;

    private EndpointJson()
    {
    }

    /// <summary>Looks at every endpoint before its handler is built, and once more with everything that was said about it.</summary>
    /// <param name="group">The group in which the plugin maps its endpoints.</param>
    /// <param name="services">The plugin's services.</param>
    public static EndpointJson Watch(RouteGroupBuilder group, IServiceProvider services)
    {
        JsonSerializerOptions options = services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        HashSet<Type> known = [];
        EndpointJson watch = new();
        IEndpointConventionBuilder conventions = group;
        conventions.Add(builder => watch.Require(builder, options, known));
        conventions.Finally(builder => watch.Require(builder, options, known));
        return watch;
    }

    /// <summary>The endpoints, built; what the serializer refuses meanwhile names the endpoint it happened in.</summary>
    /// <exception cref="PluginRefusedException">An endpoint reads or writes a type that has no metadata.</exception>
    public IReadOnlyList<Endpoint> Build(IEnumerable<EndpointDataSource> sources)
    {
        try
        {
            return [.. sources.SelectMany(source => source.Endpoints)];
        }
        catch (NotSupportedException exception)
        {
            throw new PluginRefusedException($"The endpoint {current} reads or writes a type that has no generated JSON metadata: {exception.Message}", PluginState.Incompatible);
        }
    }

    /// <exception cref="PluginRefusedException">Names the first type that has no metadata, and its endpoint.</exception>
    private void Require(EndpointBuilder endpoint, JsonSerializerOptions options, HashSet<Type> known)
    {
        string method = endpoint.Metadata.OfType<IHttpMethodMetadata>().LastOrDefault()?.HttpMethods is [{ } first, ..] ? first : "*";
        current = $"{method} {(endpoint as RouteEndpointBuilder)?.RoutePattern.RawText}";
        foreach (Type type in BodiesOf(endpoint.Metadata))
        {
            if (known.Add(type) && !options.TryGetTypeInfo(type, out _))
            {
                throw new PluginRefusedException(
                    $"The endpoint {current} reads or writes {NameOf(type)}, for which the plugin has no generated JSON metadata; "
                    + "add it to a JsonSerializerContext that is registered with AddJson.",
                    PluginState.Incompatible);
            }
        }
    }

    private static IEnumerable<Type> BodiesOf(IList<object> metadata)
    {
        IEnumerable<Type?> read = metadata.OfType<IAcceptsMetadata>().Where(accepts => accepts.ContentTypes.Any(IsJson)).Select(accepts => accepts.RequestType);
        IEnumerable<Type?> written = metadata.OfType<IProducesResponseTypeMetadata>()
            .Where(produces => !produces.ContentTypes.Any() || produces.ContentTypes.Any(IsJson))
            .Select(produces => produces.Type);
        IEnumerable<Type> returned = metadata.OfType<MethodInfo>().LastOrDefault() is { } handler ? Unwrap(handler.ReturnType) : [];
        return read.Concat(written).Concat(returned).OfType<Type>().Where(type => !IsWrittenAsItIs(type));
    }

    private static bool IsJson(string contentType) => contentType.Contains("json", StringComparison.OrdinalIgnoreCase);

    private static bool IsWrittenAsItIs(Type type) =>
        WrittenAsTheyAre.Contains(type) || type.IsGenericTypeDefinition || type.IsAssignableTo(typeof(IResult)) || type.IsAssignableTo(typeof(Stream));

    // From what a handler declares to what is serialized: through tasks, unions of results, and results with a value.
    private static IEnumerable<Type> Unwrap(Type type)
    {
        Type? open = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        if (open == typeof(Task<>) || open == typeof(ValueTask<>))
        {
            return Unwrap(type.GetGenericArguments()[0]);
        }

        if (type == typeof(Task) || type == typeof(ValueTask))
        {
            return [];
        }

        if (open == typeof(ServerSentEventsResult<>))
        {
            return type.GetGenericArguments();
        }

        if (!type.IsAssignableTo(typeof(IResult)))
        {
            return [type];
        }

        IEnumerable<Type> values = type.GetInterfaces()
            .Where(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IValueHttpResult<>))
            .Select(contract => contract.GetGenericArguments()[0]);
        return type.IsAssignableTo(typeof(INestedHttpResult)) ? type.GetGenericArguments().SelectMany(Unwrap) : values;
    }

    private static string NameOf(Type type) =>
        type.IsGenericType
            ? $"{type.Name[..type.Name.IndexOf('`')]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
            : type.Name;
}
