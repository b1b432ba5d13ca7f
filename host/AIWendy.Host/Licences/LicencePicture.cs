namespace AIWendy.Host.Licences;

/// <summary>Everything that is known about licences at one moment; replaced as a whole, read without locks.</summary>
internal sealed record LicencePicture
{
    /// <summary>How far the clock may be behind what was seen before anybody is told.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromHours(48);

    /// <summary>Before anything was read.</summary>
    public static LicencePicture Empty { get; } = new() { Trust = LicenceTrust.Of(PinnedLicenceKeys.All) };

    /// <summary>This installation.</summary>
    public Guid InstallationId { get; init; }

    /// <summary>The highest time that was seen.</summary>
    public DateTimeOffset SeenAt { get; init; } = DateTimeOffset.MinValue;

    /// <summary>Which keys count.</summary>
    public required LicenceTrust Trust { get; init; }

    /// <summary>Every licence that was found, whatever its state.</summary>
    public IReadOnlyList<InstalledLicence> Licences { get; init; } = [];

    /// <summary>What they allow together.</summary>
    public LicenceSnapshot Snapshot { get; init; } = LicenceSnapshot.Empty;

    /// <summary>The time that counts for licences: it never goes back.</summary>
    public DateTimeOffset Now(TimeProvider time)
    {
        DateTimeOffset now = time.GetUtcNow();
        return now > SeenAt ? now : SeenAt;
    }

    /// <summary>Whether the clock was set back by more than is tolerated.</summary>
    public bool IsClockBack(TimeProvider time) => time.GetUtcNow() - SeenAt < -ClockTolerance;
}

/// <summary>A licence and where it comes from.</summary>
/// <param name="Id">Id to remove it by; null for one that the environment holds.</param>
/// <param name="Licence">What was found out about it.</param>
/// <param name="InstalledAt">When it was installed; null for one that the environment holds.</param>
internal sealed record InstalledLicence(Guid? Id, Licence Licence, DateTimeOffset? InstalledAt);
