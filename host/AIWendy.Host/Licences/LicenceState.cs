using System.Text.Json.Serialization;

namespace AIWendy.Host.Licences;

/// <summary>Where a licence stands at one moment.</summary>
internal enum LicenceState
{
    /// <summary>There is none.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>It can not be trusted or not be read.</summary>
    [JsonStringEnumMemberName("invalid")]
    Invalid,

    /// <summary>Its issuer has taken it back.</summary>
    [JsonStringEnumMemberName("revoked")]
    Revoked,

    /// <summary>Its days and its days of grace are over.</summary>
    [JsonStringEnumMemberName("expired")]
    Expired,

    /// <summary>Its time has not come.</summary>
    [JsonStringEnumMemberName("not_yet_valid")]
    NotYetValid,

    /// <summary>It has expired, and everything still works for some days.</summary>
    [JsonStringEnumMemberName("grace")]
    Grace,

    /// <summary>It expires within 30 days.</summary>
    [JsonStringEnumMemberName("expiring")]
    Expiring,

    /// <summary>It is valid.</summary>
    [JsonStringEnumMemberName("active")]
    Active,
}

/// <summary>Whether an entitlement is held.</summary>
internal enum EntitlementState
{
    /// <summary>No licence states it.</summary>
    NotHeld,

    /// <summary>A licence stated it once: what was made with it stays readable.</summary>
    Expired,

    /// <summary>A valid licence states it.</summary>
    Held,
}
