using System.Text.Json.Nodes;
using AIWendy.Plugins.Accounts.Data;
using AIWendy.Plugins.Accounts.SignIn;
using AIWendy.Sdk;

namespace AIWendy.Plugins.Accounts.Audit;

/// <summary>
/// Notes what happens to accounts. Subjects are ids: the log outlives the account, so that no e-mail address stands in it,
/// and what was typed by somebody whom nobody knows does not either.
/// </summary>
internal sealed class AccountAudit(IAuditLog log, GuessNotes guesses)
{
    private const string Unknown = "unknown account";

    /// <summary>Notes what a person did to his own account.</summary>
    /// <param name="action">One of <see cref="AccountActions"/>.</param>
    /// <param name="user">The person.</param>
    /// <param name="details">What else is worth knowing, or null.</param>
    /// <param name="subject">What it was done to; null for the account itself.</param>
    public Task OwnAsync(string action, User user, JsonObject? details = null, Guid? subject = null) =>
        log.AppendAsync(new AuditEvent(action, (subject ?? user.Id).ToString("D"))
        {
            UserId = user.Id,
            UserName = user.DisplayName ?? user.Email,
            Details = details,
        });

    /// <summary>Notes what the caller did to something.</summary>
    /// <param name="action">One of <see cref="AccountActions"/>.</param>
    /// <param name="subject">Id of what it was done to.</param>
    /// <param name="details">What else is worth knowing, or null.</param>
    /// <param name="before">What was changed, as it was, or null.</param>
    /// <param name="after">The same as it is now, or null.</param>
    public Task ByCallerAsync(string action, Guid subject, JsonObject? details = null, JsonObject? before = null, JsonObject? after = null) =>
        log.AppendAsync(new AuditEvent(action, subject.ToString("D")) { Details = details, Before = before, After = after });

    /// <summary>
    /// Notes a proof that was wrong, once for the same account, address and reason within the throttle's window: a flood of
    /// guesses must not fill the chain. Costs the same whether or not there is such an account.
    /// </summary>
    /// <param name="action">One of <see cref="AccountActions"/>.</param>
    /// <param name="attempt">Account and address as the throttle counts them.</param>
    /// <param name="account">The account, where there is one.</param>
    /// <param name="method">How somebody tried.</param>
    /// <param name="reason">Why it was refused: a code of a problem.</param>
    public Task RefusedAsync(string action, ThrottleKey attempt, Guid? account, string method, string reason) =>
        guesses.IsFirst($"{action} {method} {reason}", attempt)
            ? log.AppendAsync(new AuditEvent(action, account?.ToString("D") ?? Unknown)
            {
                Outcome = AuditOutcome.Refused,
                Details = new JsonObject { ["method"] = method, ["reason"] = reason },
            })
            : Task.CompletedTask;
}
