using System.Text.Json.Nodes;
using AIWendy.Plugins.Accounts.Audit;
using AIWendy.Plugins.Accounts.Data;
using AIWendy.Plugins.Accounts.Sessions;
using AIWendy.Sdk;
using AIWendy.Sdk.Events;
using Microsoft.AspNetCore.Http;

namespace AIWendy.Plugins.Accounts.SignIn;

/// <summary>The last step of every way to sign in: whoever proved who he is gets a session, unless his account is closed.</summary>
internal sealed class SignInCompletion(SessionStore sessions, AccountAudit audit, IEvents events, ICurrentUser caller, TimeProvider time)
{
    /// <exception cref="ProblemException">Code <c>account_disabled</c>.</exception>
    public async Task CompleteAsync(User user, string method, HttpContext http, CancellationToken cancellationToken)
    {
        if (user.DisabledAt is not null)
        {
            ProblemException refusal = AccountProblems.AccountDisabled(caller.Language);
            await audit.RefusedAsync(
                AccountActions.SignIn, SignInThrottle.KeyOf(user.NormalizedEmail, http.Connection.RemoteIpAddress), user.Id, method, refusal.Code);
            throw refusal;
        }

        await sessions.StartAsync(user, http, cancellationToken);
        await audit.OwnAsync(AccountActions.SignIn, user, new JsonObject { ["method"] = method });
        await events.PublishAsync(new UserSignedIn(user.Id, method, time.GetUtcNow()), CancellationToken.None);
    }
}
