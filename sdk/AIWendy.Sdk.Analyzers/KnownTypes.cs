using Microsoft.CodeAnalysis;

namespace AIWendy.Sdk.Analyzers;

/// <summary>Types that the rules ask for; null where the plugin's references do not have them.</summary>
internal sealed class KnownTypes(Compilation compilation)
{
    private static readonly string[] HolderNames =
    [
        "System.Threading.Timer",
        "System.Timers.Timer",
        "System.Threading.PeriodicTimer",
        "System.Diagnostics.Metrics.Meter",
        "System.Diagnostics.Metrics.MeterListener",
        "System.Diagnostics.ActivityListener",
        "System.Threading.CancellationTokenRegistration",
        "System.IO.FileSystemWatcher",
    ];

    private readonly HashSet<ISymbol?> holders = new(HolderNames.Select(compilation.GetTypeByMetadataName), SymbolEqualityComparer.Default);

    public IAssemblySymbol Assembly => compilation.Assembly;

    public INamedTypeSymbol? ControllerBase { get; } = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Mvc.ControllerBase");

    public INamedTypeSymbol? PageModel { get; } = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Mvc.RazorPages.PageModel");

    public INamedTypeSymbol? JsonSerializer { get; } = compilation.GetTypeByMetadataName("System.Text.Json.JsonSerializer");

    public INamedTypeSymbol? JsonTypeInfo { get; } = compilation.GetTypeByMetadataName("System.Text.Json.Serialization.Metadata.JsonTypeInfo");

    public INamedTypeSymbol? JsonContext { get; } = compilation.GetTypeByMetadataName("System.Text.Json.Serialization.JsonSerializerContext");

    public INamedTypeSymbol? TypeDescriptor { get; } = compilation.GetTypeByMetadataName("System.ComponentModel.TypeDescriptor");

    public INamedTypeSymbol? Validator { get; } = compilation.GetTypeByMetadataName("System.ComponentModel.DataAnnotations.Validator");

    public INamedTypeSymbol? XmlSerializer { get; } = compilation.GetTypeByMetadataName("System.Xml.Serialization.XmlSerializer");

    public INamedTypeSymbol? DispatchProxy { get; } = compilation.GetTypeByMetadataName("System.Reflection.DispatchProxy");

    public INamedTypeSymbol? HttpClientFactory { get; } = compilation.GetTypeByMetadataName("System.Net.Http.IHttpClientFactory");

    public INamedTypeSymbol? CancellationToken { get; } = compilation.GetTypeByMetadataName("System.Threading.CancellationToken");

    public INamedTypeSymbol? Disposable { get; } = compilation.GetTypeByMetadataName("System.IDisposable");

    public INamedTypeSymbol? AsyncDisposable { get; } = compilation.GetTypeByMetadataName("System.IAsyncDisposable");

    public bool IsHolder(ITypeSymbol type) => holders.Contains(type.OriginalDefinition) && type.SpecialType == SpecialType.None;

    public static bool Is(ISymbol? symbol, INamedTypeSymbol? known) => known is not null && SymbolEqualityComparer.Default.Equals(symbol?.OriginalDefinition, known);

    public static bool DerivesFrom(ITypeSymbol? type, INamedTypeSymbol? ancestor)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (Is(current, ancestor))
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsIn(ISymbol? symbol, string space)
    {
        string name = symbol?.ContainingNamespace?.ToDisplayString() ?? string.Empty;
        return name == space || name.StartsWith(space + ".", StringComparison.Ordinal);
    }
}
