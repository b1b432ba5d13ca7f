using System.Net;
using System.Net.Sockets;

namespace AIWendy.Plugins.Models.Connections;

/// <summary>Tells whether an address stays on this machine or in its private network.</summary>
internal static class LocalAddress
{
    private static readonly string[] Suffixes = [".localhost", ".local", ".lan", ".internal", ".home.arpa"];

    public static bool Is(Uri address)
    {
        string host = address.IdnHost.TrimEnd('.');
        return IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? number)
            ? IsPrivate(number)
            : host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
                || !host.Contains('.', StringComparison.Ordinal)
                || Suffixes.Any(suffix => host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsPrivate(IPAddress number)
    {
        IPAddress address = number.IsIPv4MappedToIPv6 ? number.MapToIPv4() : number;
        if (IPAddress.IsLoopback(address) || address.IsIPv6UniqueLocal)
        {
            return true;
        }

        byte[] bytes = address.GetAddressBytes();
        return address.AddressFamily == AddressFamily.InterNetwork
            && (bytes[0] == 10 || (bytes[0] == 172 && bytes[1] is >= 16 and <= 31) || (bytes[0] == 192 && bytes[1] == 168) || (bytes[0] == 100 && bytes[1] is >= 64 and <= 127));
    }
}
