using System.Security.Cryptography;
using System.Text;
using AIWendy.Plugins.Accounts.Data;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Microsoft.EntityFrameworkCore;

namespace AIWendy.Plugins.Accounts.Tokens;

/// <summary>The access tokens of people: <c>aiw_</c> and 32 random letters and digits, of which only the hash is kept.</summary>
internal sealed class AccessTokenStore(AccountsDbContext context, TokenCache cache, ITenantContext tenant, TimeProvider time)
{
    public const string Prefix = "aiw_";
    public const int MostPerUser = 50;

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const int Length = 40;
    private const int HintLength = 8;
    private static readonly TimeSpan UsedPrecision = TimeSpan.FromMinutes(1);

    /// <summary>Whether a text has the form of a token.</summary>
    public static bool IsToken(ReadOnlySpan<char> text) =>
        text.Length == Prefix.Length + Length && text.StartsWith(Prefix, StringComparison.Ordinal);

    public static byte[] Hash(string token) => SHA256.HashData(Encoding.ASCII.GetBytes(token));

    /// <summary>Makes a token; its text is answered this one time.</summary>
    public async Task<(AccessToken Token, string Text)> AddAsync(
        Guid userId, string name, IReadOnlyList<string> scopes, DateTimeOffset? expiresAt, CancellationToken cancellationToken)
    {
        string text = Prefix + RandomNumberGenerator.GetString(Alphabet, Length);
        AccessToken token = new()
        {
            UserId = userId,
            Name = name,
            TokenHash = Hash(text),
            Hint = text[..HintLength],
            Scopes = [.. scopes],
            CreatedAt = time.GetUtcNow(),
            ExpiresAt = expiresAt,
        };
        context.AccessTokens.Add(token);
        await context.SaveChangesAsync(cancellationToken);
        return (token, text);
    }

    /// <summary>A person's tokens that were not revoked, also those that have expired; the newest first.</summary>
    public async Task<IReadOnlyList<AccessToken>> ListAsync(Guid userId, CancellationToken cancellationToken) =>
        await context.AccessTokens.AsNoTracking()
            .Where(token => token.UserId == userId && token.RevokedAt == null)
            .OrderByDescending(token => token.Id)
            .ToListAsync(cancellationToken);

    /// <summary>The token and its person while both are valid.</summary>
    public async Task<ActiveToken?> FindAsync(byte[] hash, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        Guid tenantId = tenant.TenantId;
        ActiveToken? found = await (
            from token in context.AccessTokens.AsNoTracking()
            where token.TokenHash == hash && token.RevokedAt == null && (token.ExpiresAt == null || token.ExpiresAt > now)
            join user in context.Users.AsNoTracking() on token.UserId equals user.Id
            where user.DisabledAt == null
            select new ActiveToken(
                token.Id,
                tenantId,
                user.Id,
                user.Role,
                user.DisplayName ?? user.Email,
                user.Language,
                token.Scopes,
                token.LastUsedAt,
                token.ExpiresAt)).SingleOrDefaultAsync(cancellationToken);
        if (found is not null && !(now - found.LastUsedAt < UsedPrecision))
        {
            await context.AccessTokens
                .Where(token => token.Id == found.Id)
                .ExecuteUpdateAsync(change => change.SetProperty(token => token.LastUsedAt, now), cancellationToken);
        }

        return found;
    }

    /// <summary>Ends one token of a person; false when he has none with this id.</summary>
    public async Task<bool> RevokeAsync(Guid userId, Guid id, CancellationToken cancellationToken) =>
        await RevokeAsync(userId, context.AccessTokens.Where(token => token.Id == id), cancellationToken) > 0;

    /// <summary>Ends every token of a person.</summary>
    public Task<int> RevokeAllAsync(Guid userId, CancellationToken cancellationToken) =>
        RevokeAsync(userId, context.AccessTokens, cancellationToken);

    /// <summary>Looks a person's tokens up anew from now on.</summary>
    public void Forget(Guid userId) => cache.ForgetUser(userId);

    private async Task<int> RevokeAsync(Guid userId, IQueryable<AccessToken> tokens, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        int revoked = await tokens
            .Where(token => token.UserId == userId && token.RevokedAt == null)
            .ExecuteUpdateAsync(change => change.SetProperty(token => token.RevokedAt, now), cancellationToken);
        cache.ForgetUser(userId);
        return revoked;
    }
}

/// <summary>A valid token and its person, as requests need them.</summary>
internal sealed record ActiveToken(
    Guid Id,
    Guid TenantId,
    Guid UserId,
    Role Role,
    string Name,
    string? Language,
    string[] Scopes,
    DateTimeOffset? LastUsedAt,
    DateTimeOffset? ExpiresAt);
