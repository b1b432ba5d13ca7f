using System.Text.Json;
using System.Text.Json.Serialization;
using AIWendy.Packaging;
using AIWendy.Sdk;

namespace AIWendy.Host.Plugins.Installation;

/// <summary>What would happen if a package were installed; nothing of it has run.</summary>
/// <param name="Sha256">Names the package.</param>
/// <param name="Id">The plugin in it.</param>
/// <param name="Name">Name for people.</param>
/// <param name="NameZh">The same in Simplified Chinese, or null.</param>
/// <param name="Version">Its version.</param>
/// <param name="Publisher">Who signed it when the signature is trusted, otherwise who the manifest says, or null.</param>
/// <param name="KeyId">Key that it is signed with, or null.</param>
/// <param name="Trust">What the signature is worth here.</param>
/// <param name="Edition">Licence family.</param>
/// <param name="Description">One sentence, or null.</param>
/// <param name="DescriptionZh">The same in Simplified Chinese, or null.</param>
/// <param name="Size">Length of the package in bytes.</param>
/// <param name="Permissions">What it asks to do.</param>
/// <param name="Settings">JSON Schema of its settings, or null.</param>
/// <param name="Features">Keys of its features.</param>
/// <param name="Menu">Entries that its pages add to the navigation.</param>
/// <param name="LicenceNeed">Entitlements that features of it need, separated by commas, or null.</param>
/// <param name="Changes">What differs from the version that is installed.</param>
/// <param name="Requires">Plugins that it needs.</param>
/// <param name="Breaks">Active plugins that would stop.</param>
/// <param name="Problems">Everything that speaks against it.</param>
/// <param name="Installable">Whether it can be installed, once an administrator has agreed to what needs his consent.</param>
internal sealed record PackagePlan(
    string Sha256,
    string Id,
    string Name,
    string? NameZh,
    string Version,
    string? Publisher,
    string? KeyId,
    [property: JsonConverter(typeof(TrustKindJson))] TrustKind Trust,
    PluginEdition Edition,
    string? Description,
    string? DescriptionZh,
    long Size,
    IReadOnlyList<string> Permissions,
    JsonElement? Settings,
    IReadOnlyList<string> Features,
    IReadOnlyList<MenuEntry> Menu,
    string? LicenceNeed,
    PlanChanges Changes,
    IReadOnlyList<PlanRequirement> Requires,
    IReadOnlyList<PlanBreak> Breaks,
    IReadOnlyList<PlanProblem> Problems,
    bool Installable);

/// <summary>What differs from the version that is installed.</summary>
internal sealed record PlanChanges(string? FromVersion, IReadOnlyList<string> AddedPermissions, IReadOnlyList<string> AddedDependencies);

/// <summary>A plugin that is needed.</summary>
/// <param name="Id">The plugin.</param>
/// <param name="Range">Versions that will do.</param>
/// <param name="State"><c>met</c>, <c>missing</c>, <c>version</c> or <c>inactive</c>.</param>
internal sealed record PlanRequirement(string Id, string Range, string State);

/// <summary>An active plugin that would stop.</summary>
internal sealed record PlanBreak(string Id, string Reason);

/// <summary>Something that speaks against a package.</summary>
/// <param name="Code">Stable snake_case name.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Consent"><c>unsigned</c> or <c>downgrade</c> when an administrator may agree to it; null when nobody may.</param>
internal sealed record PlanProblem(string Code, string Message, string? Consent = null);

/// <summary>Writes a verdict as <c>unknown_key</c>; on the property, because the host's own way goes before one on the type.</summary>
internal sealed class TrustKindJson() : JsonStringEnumConverter<TrustKind>(JsonNamingPolicy.SnakeCaseLower);
