namespace AIWendy.Host.Licences;

/// <summary>What the installation is licensed for.</summary>
internal interface ILicences
{
    /// <summary>What counts now. The same instance until something changes; costs next to nothing.</summary>
    LicenceSnapshot Current { get; }

    /// <summary>Whether the clock was set back.</summary>
    bool IsClockBack { get; }
}
