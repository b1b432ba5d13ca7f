using AIWendy.Sdk.Data;

namespace AIWendy.Plugins.Journal.Data;

/// <summary>Which column is what in files with certain headings, as a person said once.</summary>
internal sealed class StoredMapping : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; init; }

    public Guid UserId { get; init; }

    /// <summary>Hash of the headings.</summary>
    public required string Fingerprint { get; init; }

    public required string Name { get; init; }

    /// <summary>The headings, as JSON.</summary>
    public required string Headings { get; init; }

    /// <summary>The mapping and the choices that go with it, as JSON.</summary>
    public required string Mapping { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }
}
