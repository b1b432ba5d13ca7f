using System.Text.Json;
using AIWendy.Plugins.Accounts.Audit;
using AIWendy.Plugins.Accounts.Data;
using AIWendy.Plugins.Accounts.Registration;
using AIWendy.Plugins.Accounts.SignIn;
using AIWendy.Plugins.Accounts.Tickets;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AIWendy.Plugins.Accounts.Passkeys;

/// <summary>
/// Creates passkeys and recognises people by them. The challenge waits in a ticket on the server, which is taken once,
/// so that an answer can not be played a second time.
/// </summary>
internal sealed partial class PasskeyRegistry(
    IPasskeyHandler<User> handler,
    UserManager<User> users,
    AccountsDbContext context,
    TicketStore tickets,
    AccountAudit audit,
    ISecrets secrets,
    ICurrentUser caller,
    TimeProvider time,
    ILogger<PasskeyRegistry> logger)
{
    public const int MostPerUser = 20;

    private const string Purpose = "accounts.passkey-challenge";
    private const int LongestName = 60;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public async Task<PasskeyChallenge> BeginCreationAsync(User user, HttpContext http, CancellationToken cancellationToken)
    {
        if (await context.Passkeys.CountAsync(passkey => passkey.UserId == user.Id, cancellationToken) >= MostPerUser)
        {
            throw new ProblemException(409, "too_many_passkeys", Text.Of(
                "This account has as many passkeys as it can hold. Remove one that you no longer use.",
                "这个账户的通行密钥已达上限。请先删除不再使用的。"));
        }

        PasskeyCreationOptionsResult made = await handler.MakeCreationOptionsAsync(
            new PasskeyUserEntity { Id = user.Id.ToString("D"), Name = user.Email, DisplayName = user.DisplayName ?? user.Email }, http);
        return await KeepAsync(TicketPurpose.PasskeyCreation, user.Id, made.CreationOptionsJson, made.AttestationState, cancellationToken);
    }

    public async Task<Passkey> CreateAsync(
        User user, string? ticket, JsonElement credential, string? name, HttpContext http, CancellationToken cancellationToken)
    {
        Ticket challenge = await tickets.TakeAsync(TicketPurpose.PasskeyCreation, ticket, cancellationToken) is { } taken && taken.UserId == user.Id
            ? taken
            : throw AccountProblems.PasskeyRefused(caller.Language, 400);
        PasskeyAttestationResult result = await handler.PerformAttestationAsync(new PasskeyAttestationContext
        {
            HttpContext = http,
            CredentialJson = Raw(credential),
            AttestationState = StateOf(challenge),
        });
        if (!result.Succeeded || result.UserEntity.Id != user.Id.ToString("D"))
        {
            LogRefused(logger, result.Failure?.Message ?? "made for somebody else");
            throw AccountProblems.PasskeyRefused(caller.Language, 400);
        }

        result.Passkey.Name = CleanName(name);
        (await users.AddOrUpdatePasskeyAsync(user, result.Passkey)).Demand(caller.Language);
        byte[] id = result.Passkey.CredentialId;
        return await context.Passkeys.SingleAsync(passkey => passkey.UserId == user.Id && passkey.CredentialId == id, cancellationToken);
    }

    public async Task<PasskeyChallenge> BeginSignInAsync(HttpContext http, CancellationToken cancellationToken)
    {
        // For nobody in particular: the browser offers the passkeys that it has for this site.
        PasskeyRequestOptionsResult made = await handler.MakeRequestOptionsAsync(null, http);
        return await KeepAsync(TicketPurpose.PasskeySignIn, null, made.RequestOptionsJson, made.AssertionState, cancellationToken);
    }

    /// <summary>The person whose passkey signed the challenge.</summary>
    /// <exception cref="ProblemException">Code <c>passkey_refused</c>.</exception>
    public async Task<User> RecogniseAsync(string? ticket, JsonElement credential, HttpContext http, CancellationToken cancellationToken)
    {
        Ticket challenge = await tickets.TakeAsync(TicketPurpose.PasskeySignIn, ticket, cancellationToken)
            ?? throw AccountProblems.PasskeyRefused(caller.Language, 401);
        PasskeyAssertionResult<User> result = await handler.PerformAssertionAsync(new PasskeyAssertionContext
        {
            HttpContext = http,
            CredentialJson = Raw(credential),
            AssertionState = StateOf(challenge),
        });
        if (!result.Succeeded)
        {
            LogRefused(logger, result.Failure.Message);
            ProblemException refusal = AccountProblems.PasskeyRefused(caller.Language, 401);
            await audit.RefusedAsync(
                AccountActions.SignIn, ThrottleKey.OfAddress(SignInThrottle.Network(http.Connection.RemoteIpAddress)), null, "passkey", refusal.Code);
            throw refusal;
        }

        (await users.AddOrUpdatePasskeyAsync(result.User, result.Passkey)).Demand(caller.Language);
        byte[] id = result.Passkey.CredentialId;
        DateTimeOffset now = time.GetUtcNow();
        await context.Passkeys
            .Where(passkey => passkey.UserId == result.User.Id && passkey.CredentialId == id)
            .ExecuteUpdateAsync(change => change.SetProperty(passkey => passkey.LastUsedAt, now), cancellationToken);
        return result.User;
    }

    public async Task<IReadOnlyList<Passkey>> ListAsync(Guid userId, CancellationToken cancellationToken) =>
        await context.Passkeys.AsNoTracking()
            .Where(passkey => passkey.UserId == userId)
            .OrderBy(passkey => passkey.Id)
            .ToListAsync(cancellationToken);

    /// <summary>Gives a passkey another name; null when the person has none with this id.</summary>
    public async Task<Passkey?> RenameAsync(Guid userId, Guid id, string? name, CancellationToken cancellationToken)
    {
        Passkey? found = await context.Passkeys.SingleOrDefaultAsync(passkey => passkey.UserId == userId && passkey.Id == id, cancellationToken);
        if (found is not null)
        {
            found.Name = CleanName(name);
            await context.SaveChangesAsync(cancellationToken);
        }

        return found;
    }

    public async Task<bool> RemoveAsync(Guid userId, Guid id, CancellationToken cancellationToken) =>
        await context.Passkeys.Where(passkey => passkey.UserId == userId && passkey.Id == id).ExecuteDeleteAsync(cancellationToken) == 1;

    private static string Raw(JsonElement credential) => credential.ValueKind == JsonValueKind.Object ? credential.GetRawText() : "{}";

    private string CleanName(string? name)
    {
        string trimmed = name?.Trim() ?? string.Empty;
        if (trimmed.Length > LongestName || trimmed.Any(char.IsControl))
        {
            throw ProblemException.Invalid("name", Text.Of(
                $"Use at most {LongestName} characters, without line breaks.",
                $"最多 {LongestName} 个字符，且不能换行。"));
        }

        return trimmed.Length > 0 ? trimmed : Text.Of("Passkey", "通行密钥").For(caller.Language);
    }

    private async Task<PasskeyChallenge> KeepAsync(
        string purpose, Guid? userId, string options, string? state, CancellationToken cancellationToken)
    {
        string? payload = state is null ? null : secrets.Protect(state, Purpose);
        string ticket = await tickets.IssueAsync(purpose, userId, payload, Patience, cancellationToken);
        using JsonDocument document = JsonDocument.Parse(options);
        return new PasskeyChallenge(ticket, document.RootElement.Clone());
    }

    private string? StateOf(Ticket ticket) => ticket.Payload is null ? null : secrets.Unprotect(ticket.Payload, Purpose);

    [LoggerMessage(Level = LogLevel.Information, Message = "A passkey was not accepted: {Reason}")]
    private static partial void LogRefused(ILogger logger, string reason);
}

/// <summary>What a browser needs to create or use a passkey.</summary>
/// <param name="Ticket">Comes back with the answer.</param>
/// <param name="Options">For <c>navigator.credentials</c>, in the JSON form of WebAuthn level 3.</param>
internal sealed record PasskeyChallenge(string Ticket, JsonElement Options);
