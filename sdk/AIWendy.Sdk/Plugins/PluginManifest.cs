using System.Text.Json;
using AIWendy.Sdk.Features;

namespace AIWendy.Sdk;

/// <summary>What a plugin says about itself before any of its code runs; the content of <c>plugin.json</c>.</summary>
public sealed record PluginManifest
{
    /// <summary>Reverse-dns or <c>aiwendy.*</c>; lower case letters, digits, dots and hyphens, 3 to 100 characters.</summary>
    public required string Id { get; init; }

    /// <summary>What people see, 1 to 80 characters.</summary>
    public required string Name { get; init; }

    /// <summary>The same name in Simplified Chinese, or <see langword="null"/>.</summary>
    public string? NameZh { get; init; }

    /// <summary>Semantic version 2.0, for example <c>1.4.0</c>.</summary>
    public required string Version { get; init; }

    /// <summary>Range of SDK versions that the plugin runs on, in NuGet notation, for example <c>[1.0,2.0)</c>.</summary>
    public required string Sdk { get; init; }

    /// <summary>File name of the entry assembly, for example <c>AIWendy.Plugins.Journal.dll</c>.</summary>
    public required string Entry { get; init; }

    /// <summary>One sentence on what the plugin does, or <see langword="null"/>.</summary>
    public string? Description { get; init; }

    /// <summary>The same sentence in Simplified Chinese, or <see langword="null"/>.</summary>
    public string? DescriptionZh { get; init; }

    /// <summary>Where the plugin comes from and which licence terms apply to it.</summary>
    public PluginEdition Edition { get; init; } = PluginEdition.Community;

    /// <summary>Who publishes the plugin, or <see langword="null"/>.</summary>
    public string? Publisher { get; init; }

    /// <summary>Ids of plugins that must be active first, each with a version range in NuGet notation.</summary>
    public IReadOnlyDictionary<string, string> DependsOn { get; init; } = new Dictionary<string, string>();

    /// <summary>Names of contracts that the plugin implements, for the catalogue.</summary>
    public IReadOnlyList<string> Provides { get; init; } = [];

    /// <summary>Names of contracts that the plugin uses when they are there, for the catalogue.</summary>
    public IReadOnlyList<string> Consumes { get; init; } = [];

    /// <summary>Features that can be switched, gated by mode, or sold.</summary>
    public IReadOnlyList<FeatureDefinition> Features { get; init; } = [];

    /// <summary>What the plugin asks to do, as keys that the catalogue explains.</summary>
    public IReadOnlyList<string> Permissions { get; init; } = [];

    /// <summary>Path of the web module inside the package, or <see langword="null"/> for a plugin without pages.</summary>
    public string? Web { get; init; }

    /// <summary>Entries that the plugin's pages add to the navigation, for the catalogue.</summary>
    public IReadOnlyList<MenuEntry> Menu { get; init; } = [];

    /// <summary>
    /// Oldest version of the plugin whose code still works on the tables that this version leaves, or
    /// <see langword="null"/> when every older one does. An older version is never run beside this one or put back.
    /// </summary>
    public string? OldestCompatibleSchema { get; init; }

    /// <summary>Environment variables that the plugin reads, so that the host can list them and warn of misspelt ones.</summary>
    public IReadOnlyList<EnvironmentSetting> Environment { get; init; } = [];

    /// <summary>JSON Schema of the plugin's settings, or <see langword="null"/> when it has none.</summary>
    public JsonElement? Settings { get; init; }
}

/// <summary>An entry of the navigation, as the catalogue shows it before the plugin is installed.</summary>
public sealed record MenuEntry
{
    /// <summary>What people see, 1 to 80 characters.</summary>
    public required string Title { get; init; }

    /// <summary>The same title in Simplified Chinese, or <see langword="null"/>.</summary>
    public string? TitleZh { get; init; }

    /// <summary>Path of the page, for example <c>/calculator</c>.</summary>
    public required string Path { get; init; }
}

/// <summary>An environment variable of a plugin.</summary>
public sealed record EnvironmentSetting
{
    /// <summary>Name of the variable, upper-case with underscores, e.g. <c>OPENAI_API_KEY</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The default as a person would write it; empty when there is none.</summary>
    public string Default { get; init; } = string.Empty;

    /// <summary>One sentence in English on what it means and what an empty value stands for.</summary>
    public required string Description { get; init; }

    /// <summary>The same sentence in Simplified Chinese, or <see langword="null"/>.</summary>
    public string? DescriptionZh { get; init; }

    /// <summary>Whether the value must never be shown.</summary>
    public bool Secret { get; init; }

    /// <summary>What a value must be; the host refuses to start with another.</summary>
    public EnvironmentSettingType Type { get; init; }

    /// <summary>The words that <see cref="EnvironmentSettingType.Choice"/> takes, in lower case.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Least value of <see cref="EnvironmentSettingType.Integer"/>; <see langword="null"/> for none.</summary>
    public int? Minimum { get; init; }

    /// <summary>Greatest value of <see cref="EnvironmentSettingType.Integer"/>; <see langword="null"/> for none.</summary>
    public int? Maximum { get; init; }
}

/// <summary>What an environment variable of a plugin takes.</summary>
public enum EnvironmentSettingType
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A whole number within limits.</summary>
    Integer,

    /// <summary>One of 1, 0, true, false, yes, no, on, off.</summary>
    Boolean,

    /// <summary>One of a fixed list of words, in any case.</summary>
    Choice,

    /// <summary>An absolute http or https address.</summary>
    Address,
}

/// <summary>Licence family of a plugin.</summary>
public enum PluginEdition
{
    /// <summary>Part of the open core.</summary>
    Core,

    /// <summary>Part of the cloud pack; its features need an entitlement.</summary>
    Cloud,

    /// <summary>Written by anybody else.</summary>
    Community,
}
