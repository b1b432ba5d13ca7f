namespace AIWendy.Sdk.Data;

/// <summary>The tenant in which the current call works. It flows with the call, also into runs and jobs.</summary>
public interface ITenantContext
{
    /// <summary>The tenant's id.</summary>
    /// <exception cref="InvalidOperationException">No tenant is set, for example in a static constructor.</exception>
    Guid TenantId { get; }

    /// <summary>Whether a tenant is set.</summary>
    bool HasTenant { get; }
}

/// <summary>Marks an entity that belongs to a tenant. The host fills and guards the column.</summary>
public interface ITenantOwned
{
    /// <summary>The owner; set by the SDK when the entity is added, never by the plugin.</summary>
    Guid TenantId { get; set; }
}
