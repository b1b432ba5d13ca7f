using System.Text.RegularExpressions;
using AIWendy.Sdk;
using AIWendy.Sdk.Features;

namespace AIWendy.Packaging.Manifests;

/// <summary>What a feature may state, in the manifest and in code alike.</summary>
public static partial class FeatureRule
{
    /// <summary>One sentence on what is wrong with a feature of a plugin of the edition, or <see langword="null"/>.</summary>
    public static string? Problem(FeatureDefinition feature, PluginEdition edition)
    {
        if (!Key().IsMatch(feature.Key))
        {
            return $"The feature key \"{feature.Key}\" is no dotted lower-case name.";
        }

        if (feature.Entitlement is not { } entitlement)
        {
            return null;
        }

        return !IsEntitlement(entitlement)
            ? $"The entitlement \"{entitlement}\" of the feature \"{feature.Key}\" must consist of lower case letters, digits and hyphens."
            : edition == PluginEdition.Core
            ? $"The feature \"{feature.Key}\" needs the entitlement \"{entitlement}\", but the core needs no licence."
            : feature.Default
            ? $"The feature \"{feature.Key}\" is on by default and needs the entitlement \"{entitlement}\"; what is for sale must state \"default\": false."
            : null;
    }

    /// <summary>Whether a text has the form of an entitlement.</summary>
    public static bool IsEntitlement(string text) => Entitlement().IsMatch(text);

    [GeneratedRegex(@"^[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_-]*)+$")]
    private static partial Regex Key();

    // Without a dot: an entitlement never reads like a feature, so that nobody takes one for the other.
    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex Entitlement();
}
