namespace AIWendy.Host.Features;

/// <summary>What the installation or the tenant has paid for.</summary>
internal interface IEntitlements
{
    /// <summary>Whether an entitlement is held by the tenant; null asks for the installation as a whole.</summary>
    bool Holds(string entitlement, Guid? tenantId);
}

/// <summary>The open core alone: it needs no entitlement and grants none.</summary>
internal sealed class CoreEntitlements : IEntitlements
{
    public bool Holds(string entitlement, Guid? tenantId) => false;
}
