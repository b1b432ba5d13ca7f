namespace AIWendy.Host.Settings.Registry;

/// <summary>A setting as an administrator sees it.</summary>
/// <param name="Key">Name of the variable.</param>
/// <param name="Group">Heading that it stands under, in the language of the caller.</param>
/// <param name="Type"><c>text</c>, <c>integer</c>, <c>boolean</c>, <c>choice</c>, <c>folder</c>, <c>address</c>, <c>proxy</c> or <c>hosts</c>.</param>
/// <param name="Description">What it means, in the language of the caller.</param>
/// <param name="Default">The default, or null where there is none or it depends on the machine.</param>
/// <param name="Value">The value in force; null for a secret and where there is none.</param>
/// <param name="Source"><c>environment</c>, <c>dotenv</c>, <c>database</c> or <c>default</c>.</param>
/// <param name="IsSet">Whether anybody has set it.</param>
/// <param name="Secret">Whether its value is never shown.</param>
/// <param name="Restart">Whether a change counts only after a restart.</param>
/// <param name="Pending">Whether it was changed here and the change waits for a restart.</param>
/// <param name="Editable">Whether it can be changed here.</param>
/// <param name="Minimum">Least value of a number, or null.</param>
/// <param name="Maximum">Greatest value of a number, or null.</param>
/// <param name="Choices">The words that a choice takes.</param>
internal sealed record SettingView(
    string Key,
    string Group,
    string Type,
    string Description,
    string? Default,
    string? Value,
    string Source,
    bool IsSet,
    bool Secret,
    bool Restart,
    bool Pending,
    bool Editable,
    int? Minimum,
    int? Maximum,
    IReadOnlyList<string> Choices);
