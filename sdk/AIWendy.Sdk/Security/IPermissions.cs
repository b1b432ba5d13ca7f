using AIWendy.Sdk.Localization;

namespace AIWendy.Sdk;

/// <summary>Every permission that the host and the active plugins declare now.</summary>
public interface IPermissions
{
    /// <summary>The permissions, ordered by key.</summary>
    IReadOnlyList<PermissionDescription> All { get; }
}

/// <summary>A declared permission.</summary>
/// <param name="Key">Dotted lower-case name.</param>
/// <param name="Description">One plain sentence for administrators.</param>
/// <param name="GrantedTo">The least role that holds it.</param>
public sealed record PermissionDescription(string Key, Text Description, Role GrantedTo);
