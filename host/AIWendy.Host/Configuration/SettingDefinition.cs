namespace AIWendy.Host.Configuration;

/// <summary>What kind of text a setting takes.</summary>
internal enum SettingType
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A whole number within limits.</summary>
    Integer,

    /// <summary>One of 1, 0, true, false, yes, no, on, off.</summary>
    Boolean,

    /// <summary>One of a fixed list of words.</summary>
    Choice,

    /// <summary>A folder; <c>~/</c> and relative paths are resolved.</summary>
    Folder,

    /// <summary>An absolute http or https address.</summary>
    Address,

    /// <summary>Address of a proxy; the scheme may be left out.</summary>
    Proxy,

    /// <summary>Names of hosts, separated by commas.</summary>
    Hosts,
}

/// <summary>Everything that is known about one setting of the environment.</summary>
/// <param name="Key">Name of the environment variable.</param>
/// <param name="Type">What it takes.</param>
/// <param name="Default">The default as a person would write it; empty when there is none or when it depends on the machine.</param>
/// <param name="Description">What it means, in plain English; says what an empty default stands for.</param>
/// <param name="Group">Heading that it stands under in <c>.env.example</c>.</param>
internal sealed record SettingDefinition(string Key, SettingType Type, string Default, string Description, string Group)
{
    /// <summary>The description in Simplified Chinese, where a plugin states one; those of the host stand in <see cref="HostSettingTexts"/>.</summary>
    public string? DescriptionZh { get; init; }

    /// <summary>The heading in Simplified Chinese, where a plugin has one.</summary>
    public string? GroupZh { get; init; }

    /// <summary>Whether the value must never be shown.</summary>
    public bool Secret { get; init; }

    /// <summary>Whether only the cloud pack reads it; such settings stand in <c>.env.cloud.example</c>.</summary>
    public bool IsCloud { get; init; }

    /// <summary>Whether an administrator may set it on the administration page, where the environment leaves it open.</summary>
    public bool Administrable { get; init; }

    /// <summary>Whether a change needs a restart; that of the environment always does.</summary>
    public bool Restart { get; init; } = true;

    /// <summary>The words that <see cref="SettingType.Choice"/> takes.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Least value of <see cref="SettingType.Integer"/>.</summary>
    public int Minimum { get; init; } = int.MinValue;

    /// <summary>Greatest value of <see cref="SettingType.Integer"/>.</summary>
    public int Maximum { get; init; } = int.MaxValue;
}
