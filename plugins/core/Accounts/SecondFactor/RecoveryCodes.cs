using System.Security.Cryptography;
using System.Text;
using AIWendy.Plugins.Accounts.Data;
using Microsoft.EntityFrameworkCore;

namespace AIWendy.Plugins.Accounts.SecondFactor;

/// <summary>Ten codes that each stand in for the authenticator app once; only their hashes are kept.</summary>
internal sealed class RecoveryCodes(AccountsDbContext context, TimeProvider time)
{
    public const int Count = 10;

    // Without letters and digits that look alike; 50 bits, which no throttled guess finds.
    private const string Alphabet = "23456789abcdefghjkmnpqrstuvwxyz";
    private const int Length = 10;

    /// <summary>Makes new codes in the place of the old ones. They are shown this one time.</summary>
    public async Task<IReadOnlyList<string>> ReplaceAsync(Guid userId, CancellationToken cancellationToken)
    {
        string[] codes = [.. Enumerable.Range(0, Count).Select(_ => RandomNumberGenerator.GetString(Alphabet, Length))];
        DateTimeOffset now = time.GetUtcNow();
        await RemoveAsync(userId, cancellationToken);
        context.RecoveryCodes.AddRange(codes.Select(code => new RecoveryCode { UserId = userId, CodeHash = Hash(code), CreatedAt = now }));
        await context.SaveChangesAsync(cancellationToken);
        return [.. codes.Select(code => $"{code[..5]}-{code[5..]}")];
    }

    /// <summary>Uses a code up; false when it is none of the person's.</summary>
    public async Task<bool> UseAsync(Guid userId, string? code, CancellationToken cancellationToken)
    {
        string typed = new([.. (code ?? string.Empty).ToLowerInvariant().Where(char.IsLetterOrDigit)]);
        if (typed.Length != Length)
        {
            return false;
        }

        byte[] hash = Hash(typed);
        return await context.RecoveryCodes
            .Where(other => other.UserId == userId && other.CodeHash == hash)
            .ExecuteDeleteAsync(cancellationToken) == 1;
    }

    public Task<int> CountAsync(Guid userId, CancellationToken cancellationToken) =>
        context.RecoveryCodes.CountAsync(code => code.UserId == userId, cancellationToken);

    public Task RemoveAsync(Guid userId, CancellationToken cancellationToken) =>
        context.RecoveryCodes.Where(code => code.UserId == userId).ExecuteDeleteAsync(cancellationToken);

    private static byte[] Hash(string code) => SHA256.HashData(Encoding.ASCII.GetBytes(code));
}
