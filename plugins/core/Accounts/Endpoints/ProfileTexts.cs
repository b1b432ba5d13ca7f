namespace AIWendy.Plugins.Accounts.Endpoints;

internal static class ProfileTexts
{
    /// <summary>Without spaces around it; nothing when nothing is left.</summary>
    public static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
