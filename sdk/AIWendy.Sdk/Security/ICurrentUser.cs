namespace AIWendy.Sdk;

/// <summary>Who makes the current call. In a background job or a run: on whose behalf it works.</summary>
public interface ICurrentUser
{
    /// <summary>The user's id; <see cref="WellKnown.GuestUserId"/> in guest mode; <see cref="Guid.Empty"/> when anonymous.</summary>
    Guid Id { get; }

    /// <summary>Whether anybody is known: a signed-in user or the guest of an installation without sign-in.</summary>
    bool IsAuthenticated { get; }

    /// <summary>Whether this is the one local person of an installation without sign-in.</summary>
    bool IsGuest { get; }

    /// <summary>Name for display, or <see langword="null"/>.</summary>
    string? DisplayName { get; }

    /// <summary>The role within the current tenant.</summary>
    Role Role { get; }

    /// <summary>Language of the call: the user's own choice, else the browser's; <c>en</c> or <c>zh-CN</c>.</summary>
    string Language { get; }

    /// <summary>
    /// Whether the browser of the call asked not to be tracked, with <c>DNT: 1</c> or <c>Sec-GPC: 1</c>. Whoever sends
    /// usage to somebody else must then send nothing. Also set in runs and jobs that such a call started.
    /// </summary>
    bool DoNotTrack => false;

    /// <summary>Whether the user holds a permission that some active plugin or the host declares.</summary>
    bool Has(string permission);
}

/// <summary>Roles within a tenant, each including the ones before it.</summary>
public enum Role
{
    /// <summary>May look.</summary>
    Viewer = 0,

    /// <summary>May work with his own data.</summary>
    Member = 1,

    /// <summary>May administer the installation or tenant.</summary>
    Admin = 2,

    /// <summary>May everything, including handing over ownership.</summary>
    Owner = 3,
}

/// <summary>Identifiers that every installation shares.</summary>
public static class WellKnown
{
    /// <summary>The one tenant of a self-hosted installation.</summary>
    public static readonly Guid DefaultTenantId = new("00000000-0000-7000-8000-000000000001");

    /// <summary>The one person of an installation without sign-in.</summary>
    public static readonly Guid GuestUserId = new("00000000-0000-7000-8000-000000000002");
}
