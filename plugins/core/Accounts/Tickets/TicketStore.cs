using AIWendy.Plugins.Accounts.Data;
using AIWendy.Plugins.Accounts.Sessions;
using Microsoft.EntityFrameworkCore;

namespace AIWendy.Plugins.Accounts.Tickets;

/// <summary>What a ticket is good for.</summary>
internal static class TicketPurpose
{
    public const string SecondFactor = "second-factor";
    public const string PasskeyCreation = "passkey-creation";
    public const string PasskeySignIn = "passkey-sign-in";
    public const string Register = "register";
    public const string ConfirmEmail = "confirm-email";
    public const string ChangeEmail = "change-email";
    public const string ResetPassword = "reset-password";
}

/// <summary>Issues secrets that are good for one step and takes them back once.</summary>
internal sealed class TicketStore(AccountsDbContext context, TimeProvider time)
{
    /// <summary>Makes a ticket; only the hash of the answer is kept.</summary>
    public async Task<string> IssueAsync(
        string purpose, Guid? userId, string? payload, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        string token = SessionToken.Create();
        DateTimeOffset now = time.GetUtcNow();
        context.Tickets.Add(new Ticket
        {
            UserId = userId,
            Purpose = purpose,
            TokenHash = SessionToken.Hash(token)!,
            Payload = payload,
            CreatedAt = now,
            ExpiresAt = now + lifetime,
        });
        await context.SaveChangesAsync(cancellationToken);
        return token;
    }

    /// <summary>The ticket when it is valid; it stays so.</summary>
    public async Task<Ticket?> FindAsync(string purpose, string? token, CancellationToken cancellationToken)
    {
        if (SessionToken.Hash(token) is not { } hash)
        {
            return null;
        }

        DateTimeOffset now = time.GetUtcNow();
        return await context.Tickets.AsNoTracking().SingleOrDefaultAsync(
            ticket => ticket.TokenHash == hash && ticket.Purpose == purpose && ticket.ExpiresAt > now, cancellationToken);
    }

    /// <summary>The ticket when it is valid; nobody gets it a second time, not even at the same moment.</summary>
    public async Task<Ticket?> TakeAsync(string purpose, string? token, CancellationToken cancellationToken)
    {
        Ticket? ticket = await FindAsync(purpose, token, cancellationToken);
        return ticket is not null && await RemoveAsync(ticket, cancellationToken) ? ticket : null;
    }

    /// <summary>Ends a ticket; false when somebody else did.</summary>
    public async Task<bool> RemoveAsync(Ticket ticket, CancellationToken cancellationToken) =>
        await context.Tickets.Where(other => other.Id == ticket.Id).ExecuteDeleteAsync(cancellationToken) == 1;

    /// <summary>Ends every ticket of a person for a purpose.</summary>
    public Task RemoveAllAsync(Guid userId, string purpose, CancellationToken cancellationToken) =>
        context.Tickets
            .Where(ticket => ticket.UserId == userId && ticket.Purpose == purpose)
            .ExecuteDeleteAsync(cancellationToken);
}
