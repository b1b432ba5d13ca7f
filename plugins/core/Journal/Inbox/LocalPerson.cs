using AIWendy.Sdk;

namespace AIWendy.Plugins.Journal.Inbox;

/// <summary>The one person of an installation without sign-in, for work that nobody's request began.</summary>
internal sealed class LocalPerson(ICurrentUser call) : ICurrentUser
{
    public Guid Id => WellKnown.GuestUserId;

    public bool IsAuthenticated => true;

    public bool IsGuest => true;

    public string? DisplayName => null;

    public Role Role => Role.Owner;

    public string Language => call.Language;

    public bool Has(string permission) => true;
}
