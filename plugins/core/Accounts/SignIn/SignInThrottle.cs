using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using AIWendy.Plugins.Accounts.Data;
using AIWendy.Sdk;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AIWendy.Plugins.Accounts.SignIn;

/// <summary>
/// Slows guessing down: ten failures for an account from one address within a quarter of an hour, a hundred from one
/// address for all accounts together. Another address is never held up, so nobody can lock the owner out.
/// </summary>
internal sealed class SignInThrottle(AccountsDbContext context, ThrottleMemory memory, ICurrentUser caller, TimeProvider time)
{
    public const int MostPerAccount = 10;
    public const int MostPerAddress = 100;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Counts an attempt before the password is checked, so that many at once can not slip through.
    /// </summary>
    /// <exception cref="ProblemException">Code <c>too_many_attempts</c>.</exception>
    public Task<SignInAttempt> EnterAsync(string normalizedEmail, IPAddress? remote, CancellationToken cancellationToken) =>
        EnterAsync(normalizedEmail, Network(remote), cancellationToken);

    /// <summary>
    /// Counts an attempt at the second factor. Whoever gets here knows the password, so that all addresses count together.
    /// </summary>
    /// <exception cref="ProblemException">Code <c>too_many_attempts</c>.</exception>
    public Task<SignInAttempt> EnterSecondFactorAsync(Guid userId, CancellationToken cancellationToken)
    {
        string account = "second factor of " + userId.ToString("D");
        return EnterAsync(account, account, cancellationToken);
    }

    /// <summary>Counts a request for a mail, so that nobody's inbox is flooded from here. It never succeeds.</summary>
    /// <exception cref="ProblemException">Code <c>too_many_attempts</c>.</exception>
    public Task EnterMailAsync(string normalizedEmail, IPAddress? remote, CancellationToken cancellationToken) =>
        EnterAsync("mail to " + normalizedEmail, "mail from " + Network(remote), cancellationToken);

    /// <summary>Counts a registration with an address that has an account, so that nobody learns of many. It never succeeds.</summary>
    /// <exception cref="ProblemException">Code <c>too_many_attempts</c>.</exception>
    public Task EnterRegistrationAsync(string normalizedEmail, IPAddress? remote, CancellationToken cancellationToken) =>
        EnterAsync("registration of " + normalizedEmail, "registration from " + Network(remote), cancellationToken);

    /// <summary>What attempts at an account from an address are counted as.</summary>
    public static ThrottleKey KeyOf(string normalizedEmail, IPAddress? remote) => new(AccountKey(normalizedEmail), Network(remote));

    private async Task<SignInAttempt> EnterAsync(string account, string address, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        SignInAttempt attempt = new() { AccountKey = AccountKey(account), Address = address, At = now };
        Refuse(memory.Find(attempt.AccountKey, address), now);
        using IDisposable turn = await memory.EnterAsync(address, cancellationToken);
        Refuse(memory.Find(attempt.AccountKey, address), now);
        await StoreAsync(attempt, cancellationToken);
        return attempt;
    }

    private async Task StoreAsync(SignInAttempt attempt, CancellationToken cancellationToken)
    {
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock(hashtextextended({"accounts.sign-in " + attempt.Address}, 0))", cancellationToken);
        IQueryable<SignInAttempt> here = context.SignInAttempts
            .Where(other => other.Address == attempt.Address && other.At > attempt.At - Window);
        await DemandAsync(here.Where(other => other.AccountKey == attempt.AccountKey), MostPerAccount, attempt.AccountKey, attempt, cancellationToken);
        await DemandAsync(here, MostPerAddress, ThrottleMemory.EveryAccount, attempt, cancellationToken);
        context.SignInAttempts.Add(attempt);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task DemandAsync(
        IQueryable<SignInAttempt> attempts, int most, string account, SignInAttempt attempt, CancellationToken cancellationToken)
    {
        if (await FreeAtAsync(attempts, most, cancellationToken) is { } until)
        {
            memory.Remember(account, attempt.Address, until);
            Refuse(until, attempt.At);
        }
    }

    private void Refuse(DateTimeOffset? until, DateTimeOffset now)
    {
        if (until > now)
        {
            throw AccountProblems.TooManyAttempts(caller.Language, until.Value - now);
        }
    }

    /// <summary>Forgets the failures of an account from an address after the right password.</summary>
    public Task SucceedAsync(SignInAttempt attempt, CancellationToken cancellationToken) =>
        context.SignInAttempts
            .Where(other => other.AccountKey == attempt.AccountKey && other.Address == attempt.Address)
            .ExecuteDeleteAsync(cancellationToken);

    /// <summary>What counts as one address: an IPv4 address, or an IPv6 network of the size that one customer gets.</summary>
    internal static string Network(IPAddress? address)
    {
        if (address is null)
        {
            return "unknown";
        }

        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6 || IPAddress.IsLoopback(address))
        {
            return address.ToString();
        }

        byte[] bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes) + "/64";
    }

    private static string AccountKey(string normalizedEmail) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(normalizedEmail)));

    /// <summary>When the next attempt is allowed; null when it is allowed now.</summary>
    private static async Task<DateTimeOffset?> FreeAtAsync(
        IQueryable<SignInAttempt> attempts, int most, CancellationToken cancellationToken)
    {
        List<DateTimeOffset> oldestOfMost = await attempts
            .OrderByDescending(attempt => attempt.At)
            .Skip(most - 1)
            .Take(1)
            .Select(attempt => attempt.At)
            .ToListAsync(cancellationToken);
        return oldestOfMost.Count == 0 ? null : oldestOfMost[0] + Window;
    }
}
