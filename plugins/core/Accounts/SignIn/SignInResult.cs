using AIWendy.Plugins.Accounts.Data;

namespace AIWendy.Plugins.Accounts.SignIn;

/// <summary>How far a sign-in came: it is complete, or the ticket leads on to the second factor.</summary>
internal sealed record SignInResult(User User, string? Ticket);
