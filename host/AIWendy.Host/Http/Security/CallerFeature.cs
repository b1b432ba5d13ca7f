using System.Security.Claims;
using AIWendy.Host.Calls;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features.Authentication;

namespace AIWendy.Host.Http.Security;

/// <summary>
/// What <see cref="HttpContext.User"/> reads: the caller of the current flow. One instance stands on every connection,
/// because a feature of its own for each request makes the server look every other feature up again.
/// </summary>
internal sealed class CallerFeature : IHttpAuthenticationFeature
{
    private static readonly CallerFeature Instance = new();

    public ClaimsPrincipal? User
    {
        get => CallFlow.Current?.Caller;
        set
        {
            if (CallFlow.Current is { } flow)
            {
                flow.Caller = value;
            }
        }
    }

    /// <summary>Puts the feature on every connection of a server's endpoint.</summary>
    public static void Use(IConnectionBuilder connections) => connections.Use(next => connection =>
    {
        connection.Features.Set<IHttpAuthenticationFeature>(Instance);
        return next(connection);
    });
}
