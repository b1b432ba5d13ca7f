using AIWendy.Sdk;
using AIWendy.Sdk.Data;

namespace AIWendy.Host.Calls;

/// <summary>
/// The ambient call, read through the SDK's <see cref="ITenantContext"/> and <see cref="ICurrentUser"/>. One instance
/// serves the host and every plugin, because it holds no state of its own.
/// </summary>
internal sealed class CallContext(IPermissionCatalogue permissions) : ITenantContext, ICurrentUser
{
    public static CallState? Current => CallFlow.Current?.Call;

    public bool HasTenant => Current is not null;

    public Guid TenantId => Current?.TenantId
        ?? throw new InvalidOperationException("No tenant is set: this code runs outside a request, a run and a job.");

    public Guid Id => Current?.UserId ?? Guid.Empty;

    public bool IsAuthenticated => Id != Guid.Empty;

    public bool IsGuest => Current?.IsGuest ?? false;

    public string? DisplayName => Current?.DisplayName;

    public Role Role => Current?.Role ?? Role.Viewer;

    public string Language => Current?.Language ?? "en";

    public bool DoNotTrack => Current?.DoNotTrack ?? false;

    public bool Has(string permission) =>
        IsAuthenticated
        && permissions.RequiredRole(permission) is { } required && Role >= required
        && Current?.Scopes?.Contains(permission) != false;

    /// <summary>Makes a call current until the result is disposed.</summary>
    public static IDisposable Enter(CallState state)
    {
        CallFlow? previous = CallFlow.Current;
        CallFlow.Current = CallFlow.For(state, previous);
        return new Leave(previous);
    }

    private sealed class Leave(CallFlow? previous) : IDisposable
    {
        public void Dispose() => CallFlow.Current = previous;
    }
}

/// <summary>Knows which role holds a permission; built from the host's own and every active plugin's declarations.</summary>
internal interface IPermissionCatalogue
{
    /// <summary>The least role that holds the permission, or null when nobody declares it.</summary>
    Role? RequiredRole(string permission);

    /// <summary>Keys of every declared permission.</summary>
    IReadOnlyCollection<string> Keys => [];
}
