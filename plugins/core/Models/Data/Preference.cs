using AIWendy.Sdk.Data;

namespace AIWendy.Plugins.Models.Data;

/// <summary>What a person chose. The chosen connection may be one of the environment, so no foreign key guards it.</summary>
internal sealed class Preference : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid UserId { get; set; }

    public Guid DefaultConnectionId { get; set; }
}
