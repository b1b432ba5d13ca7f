using AIWendy.Plugins.Accounts.Data;
using AIWendy.Sdk;
using Microsoft.AspNetCore.Identity;

namespace AIWendy.Plugins.Accounts.Endpoints;

/// <summary>The account of the caller.</summary>
internal sealed class CurrentAccount(ICurrentUser caller, UserManager<User> users)
{
    /// <exception cref="ProblemException">Code <c>guest_has_no_account</c> or <c>not_found</c>.</exception>
    public async Task<User> FindAsync() =>
        caller.IsGuest
            ? throw AccountProblems.GuestHasNoAccount(caller.Language)
            : await users.FindByIdAsync(caller.Id.ToString("D")) ?? throw ProblemException.NotFound("The account");
}
