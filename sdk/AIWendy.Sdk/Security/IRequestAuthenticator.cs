using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace AIWendy.Sdk;

/// <summary>
/// Extension point: recognises who makes a request, from a cookie, a token or whatever else. The host asks every
/// contribution in turn and takes the first answer. State with <see cref="CredentialAttribute"/> where the credential
/// stands, so that requests without one cost nothing.
/// </summary>
public interface IRequestAuthenticator
{
    /// <summary>
    /// Reads the request without consuming its body. The identity carries the claims of <see cref="AIWendyClaims"/>.
    /// </summary>
    /// <returns>The identity, or <see langword="null"/> when the request holds nothing that this one knows.</returns>
    ValueTask<ClaimsIdentity?> AuthenticateAsync(HttpContext context, CancellationToken cancellationToken);
}

/// <summary>Claim types that an <see cref="IRequestAuthenticator"/> sets.</summary>
public static class AIWendyClaims
{
    /// <summary>The user's id, a <see cref="Guid"/> in the <c>D</c> format. Required.</summary>
    public const string UserId = "sub";

    /// <summary>The tenant's id, a <see cref="Guid"/> in the <c>D</c> format. The default tenant when absent.</summary>
    public const string TenantId = "tenant";

    /// <summary>Name of a <see cref="Role"/>. <see cref="Role.Viewer"/> when absent.</summary>
    public const string Role = "role";

    /// <summary>Name for display. Optional.</summary>
    public const string Name = "name";

    /// <summary>Language tag that the user chose. Optional.</summary>
    public const string Language = "locale";

    /// <summary>
    /// Keys of the permissions that the credential carries, separated by spaces. The caller then holds no other, whatever
    /// his role; all that his role grants when the claim is absent.
    /// </summary>
    public const string Scopes = "scope";

    /// <summary>Set to <c>cookie</c> when the browser sends the credential by itself, so that the host demands the anti-forgery header.</summary>
    public const string Transport = "transport";
}
