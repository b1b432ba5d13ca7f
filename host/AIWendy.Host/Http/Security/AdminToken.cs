using System.Buffers.Text;
using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using AIWendy.Host.Configuration;
using AIWendy.Host.Data;
using AIWendy.Host.Hosting;
using AIWendy.Sdk;

namespace AIWendy.Host.Http.Security;

/// <summary>
/// Lets the command line administer the host on its own machine, also where people must sign in: whoever may read the
/// data folder may use it. The token counts for administration only, and only without a network in between.
/// </summary>
internal sealed class AdminToken(HostSettings settings) : IStartupStep
{
    public const string FileName = "admin.token";

    /// <summary>Id under which the command line acts; nobody's account.</summary>
    public static readonly Guid CommandLineId = new("00000000-0000-7000-8000-000000000003");

    private const string Scheme = "Bearer ";
    private const string Prefix = "awa_";
    private const int Bytes = 32;

    private static readonly ClaimsPrincipal CommandLine = new(new ClaimsIdentity(
        [
            new Claim(AIWendyClaims.UserId, CommandLineId.ToString("D")),
            new Claim(AIWendyClaims.TenantId, WellKnown.DefaultTenantId.ToString("D")),
            new Claim(AIWendyClaims.Role, nameof(Role.Admin)),
            new Claim(AIWendyClaims.Name, "command line"),
        ],
        "admin-token"));

    private byte[]? expected;

    /// <summary>Where the token of an installation lies.</summary>
    public static string PathIn(HostSettings settings) => Path.Combine(settings.DataFolder, FileName);

    /// <summary>Makes a fresh token; the one of an earlier start is worth nothing any more.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        string token = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        PrivateFile.CreateFolder(settings.DataFolder);
        PrivateFile.Write(PathIn(settings), token);
        Volatile.Write(ref expected, Encoding.ASCII.GetBytes(Scheme + token));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        byte[]? mine = Interlocked.Exchange(ref expected, null);
        string path = PathIn(settings);
        if (mine is not null && File.Exists(path) && mine.AsSpan().EndsWith(File.ReadAllBytes(path)))
        {
            File.Delete(path);
        }

        return Task.CompletedTask;
    }

    /// <summary>The command line, when the request carries the token from this machine to the administration; otherwise null.</summary>
    public ClaimsPrincipal? Identify(HttpContext context)
    {
        HttpRequest request = context.Request;
        string header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme + Prefix, StringComparison.Ordinal) || Volatile.Read(ref expected) is not { } wanted)
        {
            return null;
        }

        bool near = context.Connection.RemoteIpAddress is { } address
            && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)
            && !request.Headers.ContainsKey("X-Forwarded-For")
            && !request.Headers.ContainsKey("X-Original-For")
            && !request.Headers.ContainsKey("Forwarded");
        bool same = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(header), wanted);
        return near && same && request.Path.StartsWithSegments("/api/admin", StringComparison.Ordinal) ? CommandLine : null;
    }
}
