using Microsoft.CodeAnalysis;

namespace AIWendy.Sdk.Analyzers;

/// <summary>
/// What keeps an unloaded plugin in memory, as measured: each rule names one cause, what holds on to the plugin, and
/// what to use instead.
/// </summary>
public static class Rules
{
    private const string Help = "docs/en/plugins/unloading.md#";

    /// <summary>MVC caches models and properties of controllers for ever.</summary>
    public static readonly DiagnosticDescriptor Mvc = Rule(
        "AIW001",
        "MVC and Razor can not be unloaded",
        "{0} belongs to MVC, whose caches keep the plugin in memory: map a minimal endpoint with MapEndpoints instead");

    /// <summary>Reflection-based JSON caches member accessors.</summary>
    public static readonly DiagnosticDescriptor ReflectionJson = Rule(
        "AIW002",
        "JSON by reflection can not be unloaded",
        "{0} works by reflection, whose caches keep the plugin in memory: pass a JsonTypeInfo of a JsonSerializerContext");

    /// <summary>Newtonsoft.Json goes through type descriptors.</summary>
    public static readonly DiagnosticDescriptor Newtonsoft = Rule(
        "AIW003",
        "Newtonsoft.Json can not be unloaded",
        "{0} belongs to Newtonsoft.Json, which keeps the plugin in memory even as a private copy: use System.Text.Json with a JsonSerializerContext");

    /// <summary>The binder of dynamic caches call sites.</summary>
    public static readonly DiagnosticDescriptor Dynamic = Rule(
        "AIW004",
        "dynamic can not be unloaded",
        "The binder of dynamic keeps the plugin in memory: use an interface, JsonNode or a pattern");

    /// <summary>Type descriptors and the classic validator share a static cache.</summary>
    public static readonly DiagnosticDescriptor TypeDescriptor = Rule(
        "AIW005",
        "Type descriptors and DataAnnotations validation can not be unloaded",
        "{0} fills the cache of type descriptors, which keeps the plugin in memory: check values in code and throw ProblemException.Invalid");

    /// <summary>XML serialisers are generated into a cache.</summary>
    public static readonly DiagnosticDescriptor XmlSerializer = Rule(
        "AIW006",
        "XmlSerializer can not be unloaded",
        "XmlSerializer keeps the types it serialises in memory: read with XmlReader or XDocument");

    /// <summary>Proxies are generated into a static table.</summary>
    public static readonly DiagnosticDescriptor DispatchProxy = Rule(
        "AIW007",
        "DispatchProxy can not be unloaded",
        "DispatchProxy keeps the proxied types in memory: write the class, or decorate it with Scrutor");

    /// <summary>Timers, meters and listeners are held by the runtime until they are disposed.</summary>
    public static readonly DiagnosticDescriptor StaticHolder = Rule(
        "AIW008",
        "A static timer, meter or listener is never disposed",
        "The static {0} {1} is held by the runtime and keeps the plugin in memory: register it as a singleton service, which is disposed with the plugin");

    /// <summary>A static event of the host or the framework holds its subscribers.</summary>
    public static readonly DiagnosticDescriptor StaticEvent = Rule(
        "AIW009",
        "A subscription to a lasting event is never taken back",
        "{0} lives as long as the process and keeps the plugin in memory: unsubscribe when the plugin stops, or handle a plugin event");

    /// <summary>The factory's handlers are kept by timers for minutes.</summary>
    public static readonly DiagnosticDescriptor HttpClientFactory = Rule(
        "AIW010",
        "IHttpClientFactory keeps a plugin in memory for minutes",
        "{0} keeps the plugin in memory while its handlers live: use IOutboundHttp.CreateClient, or a HttpClient of your own that is disposed");

    /// <summary>A registration that nobody disposes lives as long as its token.</summary>
    public static readonly DiagnosticDescriptor Registration = Rule(
        "AIW011",
        "The registration of a cancellation token is never disposed",
        "The registration lives as long as the token, which may be the host's: keep what {0} returns and dispose it");

    /// <summary>What a type creates it must dispose.</summary>
    public static readonly DiagnosticDescriptor UndisposedHolder = Rule(
        "AIW013",
        "A timer, meter or listener has an owner that is not disposable",
        "{0} holds the {1} {2} and does not implement IDisposable, so that nobody ends it when the plugin goes");

    private static DiagnosticDescriptor Rule(string id, string title, string message) =>
        new(id, title, message, "Unloading", DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Help + id.ToLowerInvariant());
}
