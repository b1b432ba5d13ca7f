namespace AIWendy.Plugins.Journal.Endpoints;

/// <summary>Names in addresses, which may hold a slash: BTC/USD, /ES.</summary>
internal static class Paths
{
    /// <summary>The name, with the slashes that the server leaves encoded.</summary>
    public static string Decode(string name) => name.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
