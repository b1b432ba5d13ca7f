using System.Text.Json.Serialization;
using AIWendy.Host.Plugins.Metrics;
using AIWendy.Sdk;
using AIWendy.Sdk.Features;

namespace AIWendy.Host.Plugins.Administration;

/// <summary>All plugins.</summary>
internal sealed record PluginList(IReadOnlyList<PluginView> Items);

/// <summary>One plugin as an administrator sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Name for people.</param>
/// <param name="NameZh">The same in Simplified Chinese, or null.</param>
/// <param name="Version">The version that serves, or would.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Reason">Why it is not active; null otherwise.</param>
/// <param name="BuiltIn">Whether it came with the product.</param>
/// <param name="Edition">Licence family.</param>
/// <param name="Publisher">Who signed it when the signature is trusted, otherwise who the manifest says, or null.</param>
/// <param name="Trust">Why it may run.</param>
/// <param name="Description">One sentence, or null.</param>
/// <param name="DescriptionZh">The same in Simplified Chinese, or null.</param>
/// <param name="Permissions">What it asks to do.</param>
/// <param name="DependsOn">Ids of plugins that it needs, each with a range.</param>
/// <param name="Dependants">Active plugins that need it.</param>
/// <param name="Features">Its features and whether each is on for the caller.</param>
/// <param name="HasSettings">Whether it has settings.</param>
/// <param name="HasWeb">Whether it brings pages.</param>
/// <param name="Folder">Where it lies on the node that answers.</param>
/// <param name="Versions">Packages that can serve: the active one and those to go back to. Empty unless it was installed from a package.</param>
/// <param name="Failure">The last upgrade that failed since this version came, or null.</param>
/// <param name="Fault">What is the matter with it, or null.</param>
/// <param name="Figures">What it used, or null where nothing was counted yet.</param>
internal sealed record PluginView(
    string Id,
    string Name,
    string? NameZh,
    string Version,
    PluginState State,
    string? Reason,
    bool BuiltIn,
    PluginEdition Edition,
    string? Publisher,
    [property: JsonConverter(typeof(TrustJson))] PluginTrust Trust,
    string? Description,
    string? DescriptionZh,
    IReadOnlyList<string> Permissions,
    IReadOnlyDictionary<string, string> DependsOn,
    IReadOnlyList<string> Dependants,
    IReadOnlyList<FeatureState> Features,
    bool HasSettings,
    bool HasWeb,
    string Folder,
    IReadOnlyList<VersionView> Versions,
    FailureView? Failure,
    FaultView? Fault,
    FiguresView? Figures);

/// <summary>Why a plugin may run.</summary>
internal enum PluginTrust
{
    /// <summary>It came with the product.</summary>
    BuiltIn,

    /// <summary>A trusted publisher signed it.</summary>
    Trusted,

    /// <summary>An administrator let it in by name.</summary>
    Unsigned,

    /// <summary>Somebody with access to the machine laid it into the plugins folder.</summary>
    Folder,
}

/// <summary>A package that can serve.</summary>
internal sealed record VersionView(string Version, DateTimeOffset InstalledAt, string Sha256, bool Active);

/// <summary>An upgrade that did not come to serve.</summary>
internal sealed record FailureView(string Version, string Reason, DateTimeOffset At);

/// <summary>What is the matter with a plugin.</summary>
/// <param name="Kind"><c>incompatible</c>, <c>faulted</c> or <c>waiting</c>.</param>
/// <param name="Where">What the host asked of it at that moment.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Stack">The exception, or null.</param>
/// <param name="Log">Its last log lines, oldest first.</param>
/// <param name="Count">How often it happened.</param>
/// <param name="At">When it happened last, in UTC.</param>
/// <param name="RetryAt">When the host tries again by itself, or null.</param>
internal sealed record FaultView(
    string Kind, string Where, string Message, string? Stack, IReadOnlyList<string> Log, int Count, DateTimeOffset At, DateTimeOffset? RetryAt);

/// <summary>What a plugin used since the host started.</summary>
internal sealed record FiguresView(
    long Requests, long Errors, double P50Ms, double P99Ms, double DatabaseMs, long Jobs, long MemoryBytes, int ContextsAlive)
{
    public static FiguresView? Of(PluginFigures? used) => used is null
        ? null
        : new FiguresView(used.Requests, used.Errors, used.P50Ms, used.P99Ms, used.DatabaseMs, used.Jobs, used.MemoryBytes, used.ContextsAlive);
}

/// <summary>Writes a trust as <c>built_in</c>.</summary>
internal sealed class TrustJson() : JsonStringEnumConverter<PluginTrust>(System.Text.Json.JsonNamingPolicy.SnakeCaseLower);

/// <summary>A web module that the shell loads.</summary>
/// <param name="Id">Id of the plugin.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Version">Version that is active.</param>
/// <param name="Entry">Address of the module.</param>
internal sealed record WebModule(string Id, string Name, string Version, string Entry);
