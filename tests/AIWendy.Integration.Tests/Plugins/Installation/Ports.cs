using System.Net;
using System.Net.Sockets;

namespace AIWendy.Integration.Tests.Plugins.Installation;

internal static class Ports
{
    public static int Free()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
