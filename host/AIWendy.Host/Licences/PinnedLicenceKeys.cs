namespace AIWendy.Host.Licences;

/// <summary>
/// The product's issuing keys. Bytes, not names of files: what is trusted can not be exchanged beside the program. The
/// second one is for the day on which the first is no longer used, and signs the trust list that says so.
/// </summary>
internal static class PinnedLicenceKeys
{
    private static readonly string[] SubjectPublicKeyInfos =
    [
        "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEDM5oO1pFtpjZrCgdyR2UVI94uoCpmIxpq+rTlJGo85oJ3gHUKdHF0Qf3fptfx4qYCJnm2zWvdtiFwXgwxWXAtg==",
        "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEnNjCqQobfLCvyFAd0X9fEoD04HKU8e5DdXikFoTZ5vR9Fej5wcbA2XVGUf/BgRG/6jacYH3EvmSeW0ZKwy97Iw==",
    ];

    /// <summary>The keys.</summary>
    public static IReadOnlyList<LicenceKey> All { get; } =
        [.. SubjectPublicKeyInfos.Select(key => LicenceKey.Of(Convert.FromBase64String(key), LicenceKeySource.BuiltIn))];
}
