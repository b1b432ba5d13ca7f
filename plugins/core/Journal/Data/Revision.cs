using AIWendy.Sdk.Data;

namespace AIWendy.Plugins.Journal.Data;

/// <summary>
/// How often a person's journal has changed. Triggers count, so that no change is missed, whoever makes it; what was
/// computed from an older state is told by it.
/// </summary>
internal sealed class Revision : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid UserId { get; init; }

    public long Number { get; init; }
}
