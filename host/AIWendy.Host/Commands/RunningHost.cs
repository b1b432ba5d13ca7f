using AIWendy.Host.Configuration;

namespace AIWendy.Host.Commands;

/// <summary>Where the host of this configuration answers.</summary>
internal static class RunningHost
{
    /// <summary>The address to open in a browser on this machine.</summary>
    public static Uri Address(HostSettings settings)
    {
        string host = settings.Bind is "0.0.0.0" or "::" or "127.0.0.1" or "::1" ? "localhost"
            : settings.Bind.Contains(':', StringComparison.Ordinal) ? $"[{settings.Bind}]"
            : settings.Bind;
        return new Uri(FormattableString.Invariant($"http://{host}:{settings.Port}"));
    }

    public static HttpClient Client(HostSettings settings) => new() { BaseAddress = Address(settings), Timeout = TimeSpan.FromSeconds(10) };
}
