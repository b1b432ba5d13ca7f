using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using AIWendy.Plugins.Accounts.Audit;
using AIWendy.Plugins.Accounts.Data;
using AIWendy.Plugins.Accounts.Tokens;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AIWendy.Plugins.Accounts.Endpoints;

/// <summary>Access tokens of the caller, for programs that work in his name.</summary>
internal static class TokenEndpoints
{
    private const int LongestName = 60;

    private static readonly Text NoName = Text.Of(
        $"Give the token a name of at most {LongestName} characters.",
        $"请为令牌起一个不超过 {LongestName} 个字符的名称。");

    private static readonly Text NoScope = Text.Of(
        "Choose at least one permission, only such as you hold yourself.",
        "请至少选择一项权限，且只能是你自己拥有的权限。");

    private static readonly Text NoExpiry = Text.Of("The token must expire in the future.", "令牌的到期时间必须晚于现在。");

    public static void Map(RouteGroupBuilder accounts)
    {
        accounts.MapGet("/tokens", ListAsync)
            .RequirePermission(AccountsPermissions.Security)
            .WithName("accounts.tokens")
            .WithSummary("The caller's access tokens, and the permissions that new ones can carry");
        accounts.MapPost("/tokens", AddAsync)
            .RequirePermission(AccountsPermissions.Security)
            .WithName("accounts.createToken")
            .WithSummary("Create an access token; its text is answered this one time");
        accounts.MapDelete("/tokens/{id:guid}", RevokeAsync)
            .RequirePermission(AccountsPermissions.Security)
            .WithName("accounts.revokeToken")
            .WithSummary("End an access token");
    }

    private static async Task<Ok<TokenList>> ListAsync(
        ICurrentUser caller,
        CurrentAccount account,
        AccessTokenStore tokens,
        IPermissions permissions,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        User user = await account.FindAsync();
        return TypedResults.Ok(new TokenList(
            [.. (await tokens.ListAsync(user.Id, cancellationToken)).Select(token => Describe(token, time.GetUtcNow()))],
            [.. Grantable(caller, permissions).Select(item => new ScopeInfo(item.Key, item.Description.For(caller.Language)))]));
    }

    private static async Task<Created<TokenCreated>> AddAsync(
        TokenRequest request,
        ICurrentUser caller,
        CurrentAccount account,
        AccessTokenStore tokens,
        IPermissions permissions,
        AccountAudit audit,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        User user = await account.FindAsync();
        string name = request.Name?.Trim() ?? string.Empty;
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
        {
            throw ProblemException.Invalid("name", NoName.For(caller.Language));
        }

        string[] scopes = [.. (request.Scopes ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        HashSet<string> grantable = [.. Grantable(caller, permissions).Select(item => item.Key)];
        if (scopes.Length == 0 || !grantable.IsSupersetOf(scopes))
        {
            throw ProblemException.Invalid("scopes", NoScope.For(caller.Language));
        }

        if (request.ExpiresAt <= time.GetUtcNow())
        {
            throw ProblemException.Invalid("expiresAt", NoExpiry.For(caller.Language));
        }

        if ((await tokens.ListAsync(user.Id, cancellationToken)).Count >= AccessTokenStore.MostPerUser)
        {
            throw new ProblemException(409, "too_many_tokens", Text.Of(
                "This account has as many tokens as it can hold. Revoke one that you no longer use.",
                "这个账户的令牌已达上限。请先撤销不再使用的令牌。"));
        }

        (AccessToken token, string text) = await tokens.AddAsync(user.Id, name, scopes, request.ExpiresAt?.ToUniversalTime(), cancellationToken);
        await audit.OwnAsync(
            AccountActions.TokenCreate,
            user,
            new JsonObject { ["name"] = name, ["scopes"] = new JsonArray([.. scopes.Select(scope => (JsonNode)scope)]), ["expiresAt"] = token.ExpiresAt },
            token.Id);
        return TypedResults.Created($"/api/accounts/tokens/{token.Id}", new TokenCreated(text, Describe(token, time.GetUtcNow())));
    }

    private static async Task<NoContent> RevokeAsync(
        Guid id, ICurrentUser caller, AccessTokenStore tokens, AccountAudit audit, CancellationToken cancellationToken)
    {
        if (!await tokens.RevokeAsync(caller.Id, id, cancellationToken))
        {
            throw ProblemException.NotFound("The token");
        }

        await audit.ByCallerAsync(AccountActions.TokenRevoke, id);
        return TypedResults.NoContent();
    }

    private static IEnumerable<PermissionDescription> Grantable(ICurrentUser caller, IPermissions permissions) =>
        permissions.All.Where(item => item.Key != AccountsPermissions.Security && caller.Has(item.Key));

    private static TokenInfo Describe(AccessToken token, DateTimeOffset now) =>
        new(token.Id, token.Name, token.Hint, token.Scopes, token.CreatedAt, token.ExpiresAt, token.ExpiresAt <= now, token.LastUsedAt);
}

internal sealed record TokenRequest(string? Name, IReadOnlyList<string>? Scopes, DateTimeOffset? ExpiresAt = null);

internal sealed record TokenInfo(
    Guid Id, string Name, string Hint, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, bool Expired, DateTimeOffset? LastUsedAt);

/// <param name="Secret">The token itself; nobody can show it again.</param>
/// <param name="Token">What is kept of it.</param>
internal sealed record TokenCreated(string Secret, TokenInfo Token);

internal sealed record ScopeInfo(string Key, string Description);

internal sealed record TokenList(IReadOnlyList<TokenInfo> Items, IReadOnlyList<ScopeInfo> Scopes);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(TokenRequest))]
[JsonSerializable(typeof(TokenInfo))]
[JsonSerializable(typeof(TokenCreated))]
[JsonSerializable(typeof(TokenList))]
internal sealed partial class TokenJsonContext : JsonSerializerContext;
