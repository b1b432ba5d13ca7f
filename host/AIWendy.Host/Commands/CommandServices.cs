using AIWendy.Host.Configuration;
using AIWendy.Host.Data;
using AIWendy.Host.Data.Embedded;
using Microsoft.Extensions.Logging.Abstractions;

namespace AIWendy.Host.Commands;

/// <summary>The database for a command that runs without the rest of the host. Uses the server of a running host when there is one.</summary>
internal static class CommandServices
{
    public static HostDatabase Database(HostSettings settings)
    {
        DataFolder folder = new(settings);
        return new HostDatabase(
            settings,
            new EmbeddedPostgres(settings, folder, NullLogger<EmbeddedPostgres>.Instance, mayShare: true),
            new SecretKeyStore(settings, folder),
            NullLogger<HostDatabase>.Instance);
    }
}
