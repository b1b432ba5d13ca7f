using System.Net;
using System.Net.Sockets;
using AIWendy.Host.Configuration;
using AIWendy.Sdk;

namespace AIWendy.Host.Http.Outbound;

/// <summary>The guarded way to addresses that a user gave.</summary>
internal sealed class OutboundHttp : IOutboundHttp, IDisposable
{
    private const int MaximumAddress = 2048;
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(10);

    // What nobody reads as a stream is held in memory.
    private const long MaximumBuffered = 64 * 1024 * 1024;

    private readonly bool allowPrivate;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> resolve;
    private readonly SocketsHttpHandler connections;
    private readonly RedirectHandler pipeline;

    public OutboundHttp(HostSettings settings, IConfiguration configuration)
        : this(settings, configuration, Dns.GetHostAddressesAsync)
    {
    }

    /// <summary>Looks names up as it is told.</summary>
    internal OutboundHttp(HostSettings settings, IConfiguration configuration, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
    {
        this.resolve = resolve;
        allowPrivate = settings.AllowPrivateEndpoints;
        connections = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = ConnectLimit,
            ConnectCallback = ConnectAsync,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            AutomaticDecompression = DecompressionMethods.All,
            MaxResponseHeadersLength = 64,
        };

        // A proxy resolves names itself, so only the operator's own choice counts, and never for this machine.
        OutboundProxy? proxy = OutboundProxy.FromEnvironment(name => configuration[name]);
        connections.UseProxy = proxy is not null;
        connections.Proxy = proxy;
        pipeline = new RedirectHandler(connections, Check);
    }

    public HttpClient CreateClient() => new(pipeline, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = MaximumBuffered };

    public Uri Validate(string address)
    {
        if (string.IsNullOrWhiteSpace(address) || address.Length > MaximumAddress || !Uri.TryCreate(address.Trim(), UriKind.Absolute, out Uri? uri))
        {
            throw Refused("The address must be complete, for example https://api.example.com/v1.");
        }

        Check(uri);
        return uri;
    }

    public void Dispose()
    {
        pipeline.Dispose();
        connections.Dispose();
    }

    /// <summary>Checks what can be told without resolving a name.</summary>
    private void Check(Uri uri)
    {
        if (uri.Scheme is not ("http" or "https"))
        {
            throw Refused("The address must start with http:// or https://.");
        }

        if (uri.UserInfo.Length > 0)
        {
            throw Refused("The address must not contain a user name or password. Use the field for the key.");
        }

        // Uri has already turned decimal, octal and hexadecimal forms into the plain one.
        if (IPAddress.TryParse(uri.DnsSafeHost, out IPAddress? address) && !AddressPolicy.Allows(address, allowPrivate))
        {
            throw Refused(uri.Host, address);
        }
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        DnsEndPoint target = context.DnsEndPoint;
        if (connections.Proxy is OutboundProxy proxy && proxy.IsProxy(target))
        {
            return await ConnectAsync(await resolve(target.Host, cancellationToken), target.Port, cancellationToken);
        }

        IPAddress[] addresses = IPAddress.TryParse(target.Host, out IPAddress? literal)
            ? [literal]
            : await resolve(target.Host, cancellationToken);
        if (addresses.Length == 0)
        {
            throw new SocketException((int)SocketError.HostNotFound);
        }

        // One bad address among good ones is enough: whoever answers the look-up decides which one is tried.
        foreach (IPAddress address in addresses)
        {
            if (!AddressPolicy.Allows(address, allowPrivate))
            {
                throw Refused(target.Host, address);
            }
        }

        return await ConnectAsync(addresses, target.Port, cancellationToken);
    }

    /// <summary>Connects to the very addresses that were checked, so that the name can not lead elsewhere in between.</summary>
    private static async Task<Stream> ConnectAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken)
    {
        SocketException? last = null;
        foreach (IPAddress address in addresses)
        {
            Socket socket = new(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, port), cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException exception)
            {
                socket.Dispose();
                last = exception;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        throw last ?? new SocketException((int)SocketError.HostNotFound);
    }

    private static ProblemException Refused(string host, IPAddress address) => Refused(AddressPolicy.IsPrivate(address)
        ? $"{host} is in a private network, which this installation does not call. Its operator can allow that with AIWENDY_ALLOW_PRIVATE_ENDPOINTS=1."
        : $"{host} leads to an address that is never called.");

    private static ProblemException Refused(string message) => new(StatusCodes.Status400BadRequest, "address_not_allowed", message);
}
