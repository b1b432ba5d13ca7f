namespace AIWendy.Plugins.Models;

/// <summary>Keys of the plugin's permissions.</summary>
internal static class ModelsPermissions
{
    public const string Read = "models.read";
    public const string Write = "models.write";
}
