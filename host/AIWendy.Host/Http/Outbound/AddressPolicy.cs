using System.Net;
using System.Net.Sockets;

namespace AIWendy.Host.Http.Outbound;

/// <summary>Tells which addresses the host may call on behalf of a user.</summary>
internal static class AddressPolicy
{
    private static readonly IPNetwork[] Never =
    [
        IPNetwork.Parse("0.0.0.0/8"),
        IPNetwork.Parse("169.254.0.0/16"),      // link-local, the metadata services of most clouds
        IPNetwork.Parse("100.100.100.200/32"),  // metadata service of Alibaba Cloud
        IPNetwork.Parse("168.63.129.16/32"),    // platform address of Azure
        IPNetwork.Parse("192.0.0.0/24"),        // protocol assignments, metadata service of Oracle Cloud
        IPNetwork.Parse("224.0.0.0/4"),
        IPNetwork.Parse("255.255.255.255/32"),
        IPNetwork.Parse("::/128"),
        IPNetwork.Parse("fe80::/10"),
        IPNetwork.Parse("fd00:ec2::254/128"),   // metadata service of AWS
        IPNetwork.Parse("fd20:ce::254/128"),    // metadata service of Google Cloud
        IPNetwork.Parse("ff00::/8"),
    ];

    private static readonly IPNetwork[] Private =
    [
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("100.64.0.0/10"),
        IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("198.18.0.0/15"),
        IPNetwork.Parse("192.0.2.0/24"),
        IPNetwork.Parse("198.51.100.0/24"),
        IPNetwork.Parse("203.0.113.0/24"),
        IPNetwork.Parse("240.0.0.0/4"),
        IPNetwork.Parse("::1/128"),
        IPNetwork.Parse("fc00::/7"),
        IPNetwork.Parse("fec0::/10"),
        IPNetwork.Parse("2001:db8::/32"),
    ];

    /// <summary>Whether the address may be called.</summary>
    /// <param name="address">A resolved address.</param>
    /// <param name="allowPrivate">Whether this machine and its private networks may be called.</param>
    public static bool Allows(IPAddress address, bool allowPrivate)
    {
        IPAddress real = Unwrap(address);
        return !Contains(Never, real) && (allowPrivate || !Contains(Private, real));
    }

    /// <summary>Whether the address is this machine or in a private network.</summary>
    public static bool IsPrivate(IPAddress address) => Contains(Private, Unwrap(address));

    /// <summary>The IPv4 address that an IPv6 form of it leads to: mapped, compatible, NAT64, 6to4 or ISATAP.</summary>
    private static IPAddress Unwrap(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        byte[] bytes = address.GetAddressBytes();
        bool isCompatible = bytes.AsSpan(0, 12).IndexOfAnyExcept((byte)0) < 0 && bytes.AsSpan(12, 3).IndexOfAnyExcept((byte)0) >= 0;
        bool isNat64 = bytes.AsSpan(0, 12).SequenceEqual((ReadOnlySpan<byte>)[0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0]);
        bool isTranslated = bytes.AsSpan(0, 12).SequenceEqual((ReadOnlySpan<byte>)[0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0]);
        bool isIsatap = bytes.AsSpan(8, 4).SequenceEqual((ReadOnlySpan<byte>)[0, 0, 0x5e, 0xfe]) || bytes.AsSpan(8, 4).SequenceEqual((ReadOnlySpan<byte>)[2, 0, 0x5e, 0xfe]);
        if (isCompatible || isNat64 || isTranslated || isIsatap)
        {
            return new IPAddress(bytes.AsSpan(12, 4));
        }

        bool is6To4 = bytes[0] == 0x20 && bytes[1] == 0x02;
        return is6To4 ? new IPAddress(bytes.AsSpan(2, 4)) : address;
    }

    private static bool Contains(IPNetwork[] networks, IPAddress address)
    {
        foreach (IPNetwork network in networks)
        {
            if (network.Contains(address))
            {
                return true;
            }
        }

        return false;
    }
}
