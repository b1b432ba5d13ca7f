using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace AIWendy.Host.Plugins.Faults;

/// <summary>
/// Looks in the places where plugins usually leave something behind, and names what keeps their code in memory: static
/// events of the host and the frameworks, and timers. A process can not see all its roots, so finding nothing proves nothing.
/// </summary>
internal static class LeakHolders
{
    private const int MostTimers = 100_000;
    private const int MostNamed = 5;

    /// <summary>One sentence for an administrator.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static string Describe(AssemblyLoadContext leaked)
    {
        List<string> found = [.. StaticEvents(leaked).Concat(EventsOfTheProcess(leaked)).Concat(Timers(leaked)).Distinct().Take(MostNamed)];
        return found.Count > 0
            ? $"It is kept by {string.Join(" and ", found)}."
            : "No static event and no timer keeps it; look for threads of its own, and for objects of it that were handed to the host.";
    }

    private static IEnumerable<string> StaticEvents(AssemblyLoadContext leaked)
    {
        foreach (Assembly assembly in AppDomain.CurrentDomain.GetAssemblies().Where(assembly => !assembly.IsCollectible && !assembly.IsDynamic))
        {
            foreach (Type type in TypesWithStaticEvents(assembly))
            {
                foreach (string holder in EventsOf(type, null, leaked))
                {
                    yield return holder;
                }
            }
        }
    }

    // Objects that are there once in a process, and hold events as others do.
    private static IEnumerable<string> EventsOfTheProcess(AssemblyLoadContext leaked) =>
        EventsOf(typeof(AppDomain), AppDomain.CurrentDomain, leaked).Concat(EventsOf(typeof(AssemblyLoadContext), AssemblyLoadContext.Default, leaked));

    private static IEnumerable<string> EventsOf(Type type, object? owner, AssemblyLoadContext leaked)
    {
        BindingFlags kind = owner is null ? BindingFlags.Static : BindingFlags.Instance;
        return from field in type.GetFields(kind | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
               from handler in Handlers(field, owner)
               where IsOf(handler, leaked)
               select $"the event {type.FullName}.{field.Name} (handler {NameOf(handler)})";
    }

    // By metadata, so that only the few types that have such an event are ever created.
    private static List<Type> TypesWithStaticEvents(Assembly assembly)
    {
        List<Type> types = [];

        // The file of an assembly may be gone by now; it stays loaded all the same.
        if (!File.Exists(assembly.Location))
        {
            return types;
        }

        using FileStream stream = File.OpenRead(assembly.Location);
        using PEReader reader = new(stream);
        MetadataReader metadata = reader.GetMetadataReader();
        foreach (TypeDefinitionHandle handle in metadata.TypeDefinitions)
        {
            TypeDefinition definition = metadata.GetTypeDefinition(handle);
            if (definition.GetGenericParameters().Count == 0 && HasStaticEvent(metadata, definition)
                && Resolve(assembly, MetadataTokens.GetToken(handle)) is { } type)
            {
                types.Add(type);
            }
        }

        return types;
    }

    // By the methods: the frameworks are published without the descriptions of their internal events.
    private static bool HasStaticEvent(MetadataReader metadata, TypeDefinition definition)
    {
        foreach (MethodDefinitionHandle handle in definition.GetMethods())
        {
            MethodDefinition method = metadata.GetMethodDefinition(handle);
            if (method.Attributes.HasFlag(MethodAttributes.Static) && metadata.StringComparer.StartsWith(method.Name, "add_"))
            {
                return true;
            }
        }

        return false;
    }

    private static Type? Resolve(Assembly assembly, int token)
    {
        try
        {
            return assembly.ManifestModule.ResolveType(token);
        }
        catch (Exception exception) when (exception is TypeLoadException or IOException or BadImageFormatException)
        {
            return null;
        }
    }

    private static IEnumerable<Delegate> Handlers(FieldInfo field, object? owner)
    {
        if (!field.FieldType.IsAssignableTo(typeof(Delegate)))
        {
            return [];
        }

        try
        {
            return (field.GetValue(owner) as Delegate)?.GetInvocationList() ?? [];
        }
        catch (TargetInvocationException)
        {
            return [];
        }
        catch (TypeInitializationException)
        {
            return [];
        }
    }

    // The runtime lists its timers nowhere in public; where the fields are called otherwise there is nothing to find.
    private static IEnumerable<string> Timers(AssemblyLoadContext leaked)
    {
        const BindingFlags Any = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        Type? queueType = typeof(Timer).Assembly.GetType("System.Threading.TimerQueue");
        if (queueType?.GetProperty("Instances", Any)?.GetValue(null) is not Array queues)
        {
            yield break;
        }

        foreach (object queue in queues)
        {
            foreach (string list in (string[])["_shortTimers", "_longTimers"])
            {
                object? timer = queueType.GetField(list, Any)?.GetValue(queue);
                for (int seen = 0; timer is not null && seen < MostTimers; seen++)
                {
                    if (timer.GetType().GetField("_timerCallback", Any)?.GetValue(timer) is Delegate callback && IsOf(callback, leaked))
                    {
                        yield return $"a timer (callback {NameOf(callback)})";
                    }

                    timer = timer.GetType().GetField("_next", Any)?.GetValue(timer);
                }
            }
        }
    }

    private static bool IsOf(Delegate handler, AssemblyLoadContext leaked) =>
        AssemblyLoadContext.GetLoadContext(handler.Method.Module.Assembly) == leaked
        || (handler.Target is { } target && AssemblyLoadContext.GetLoadContext(target.GetType().Assembly) == leaked);

    private static string NameOf(Delegate handler) => $"{handler.Method.DeclaringType?.Name}.{handler.Method.Name}";
}
