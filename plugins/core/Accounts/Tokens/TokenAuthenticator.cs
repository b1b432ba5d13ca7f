using System.Data.Common;
using System.Security.Claims;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AIWendy.Plugins.Accounts.Tokens;

/// <summary>
/// Recognises a program by its access token. One that is not valid is refused and not passed over: the request would
/// otherwise go on as nobody, or as the guest.
/// </summary>
[Credential(Header = "Authorization")]
internal sealed partial class TokenAuthenticator(
    TokenCache cache,
    ITenantContext tenant,
    ICurrentUser caller,
    IServiceProvider services,
    ILogger<TokenAuthenticator> logger) : IRequestAuthenticator
{
    private const string Scheme = "Bearer ";

    public async ValueTask<ClaimsIdentity?> AuthenticateAsync(HttpContext context, CancellationToken cancellationToken)
    {
        string header = context.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme + AccessTokenStore.Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        string text = header[Scheme.Length..];
        if (!AccessTokenStore.IsToken(text))
        {
            throw AccountProblems.TokenInvalid(caller.Language);
        }

        byte[] hash = AccessTokenStore.Hash(text);
        ActiveToken? token = cache.Find(hash);
        if (token is null || token.TenantId != tenant.TenantId)
        {
            token = await LookUpAsync(hash, cancellationToken);
        }

        return Identity(token);
    }

    private static ClaimsIdentity Identity(ActiveToken token)
    {
        List<Claim> claims =
        [
            new(AIWendyClaims.UserId, token.UserId.ToString("D")),
            new(AIWendyClaims.TenantId, token.TenantId.ToString("D")),
            new(AIWendyClaims.Role, token.Role.ToString()),
            new(AIWendyClaims.Name, token.Name),
            new(AIWendyClaims.Scopes, string.Join(' ', token.Scopes)),
        ];
        if (token.Language is { } language)
        {
            claims.Add(new Claim(AIWendyClaims.Language, language));
        }

        return new ClaimsIdentity(claims, "token", AIWendyClaims.Name, AIWendyClaims.Role);
    }

    private async Task<ActiveToken> LookUpAsync(byte[] hash, CancellationToken cancellationToken)
    {
        AccessTokenStore store = services.GetRequiredService<AccessTokenStore>();
        long generation = cache.Generation;
        try
        {
            ActiveToken token = await store.FindAsync(hash, cancellationToken) ?? throw AccountProblems.TokenInvalid(caller.Language);
            cache.Remember(hash, token, generation);
            return token;
        }
        catch (Exception exception) when (exception is DbException || exception.InnerException is DbException)
        {
            // Not knowing is no answer.
            LogLookUpFailed(logger, exception);
            throw AccountProblems.SessionUnknown(caller.Language);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An access token could not be looked up")]
    private static partial void LogLookUpFailed(ILogger logger, Exception exception);
}
