using AIWendy.Packaging.Requirements;
using NuGet.Versioning;

namespace AIWendy.Packaging;

/// <summary>What whoever opens a package asks of it; what is <see langword="null"/> is not asked.</summary>
public sealed record PackageExpectation
{
    /// <summary>The plugin that was asked for.</summary>
    public string? Id { get; init; }

    /// <summary>The version that was asked for.</summary>
    public string? Version { get; init; }

    /// <summary>SHA-256 that the package file must have, hexadecimal.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The SDK version that the host offers.</summary>
    public string? SdkVersion { get; init; }

    /// <summary>The system that the plugin is to run on.</summary>
    public PackagePlatform? Platform { get; init; }

    /// <summary>Paths of the assemblies that the host shares with plugins, see <see cref="HostAssemblies"/>: every reference must lead somewhere.</summary>
    public IReadOnlyCollection<string>? Shared { get; init; }
}

/// <summary>A reason not to use a package.</summary>
/// <param name="Code">One of <see cref="PackageErrors"/>.</param>
/// <param name="Message">The reason as a sentence.</param>
public sealed record PackageProblem(string Code, string Message);

/// <summary>Compares packages with what was asked for.</summary>
public static class PackageRequirements
{
    private const int MostReferences = 20;

    /// <summary>Everything that speaks against the package; empty when it is what was asked for.</summary>
    public static IReadOnlyList<PackageProblem> Problems(this PluginArchive archive, PackageExpectation expected)
    {
        List<PackageProblem> problems = [];
        if (expected.Id is { } id && archive.Manifest.Id != id)
        {
            problems.Add(new PackageProblem(PackageErrors.Mismatch, $"The package holds {archive.Manifest.Id}, but {id} was asked for."));
        }

        if (expected.Version is { } version && !SameVersion(archive.Manifest.Version, version))
        {
            problems.Add(new PackageProblem(PackageErrors.Mismatch, $"The package holds version {archive.Manifest.Version}, but {version} was asked for."));
        }

        if (expected.Sha256 is { } hash && !archive.Sha256.Equals(hash, StringComparison.OrdinalIgnoreCase))
        {
            problems.Add(new PackageProblem(PackageErrors.Hash, "The package is not the file that was asked for: its SHA-256 differs."));
        }

        if (expected.SdkVersion is { } sdk && !Holds(archive.Manifest.Sdk, sdk))
        {
            problems.Add(new PackageProblem(PackageErrors.Sdk, $"Needs the SDK in {archive.Manifest.Sdk}, but this host offers {sdk}."));
        }

        if (expected.Platform is { } platform && PlatformCheck.Problem(archive.Images, platform) is { } problem)
        {
            problems.Add(new PackageProblem(PackageErrors.Platform, problem));
        }

        if (expected.Shared is { } shared)
        {
            problems.AddRange(MissingReferences(archive, shared));
        }

        return problems;
    }

    /// <summary>Refuses a package that is not what was asked for.</summary>
    /// <exception cref="PackageException">With the first of <see cref="Problems"/>.</exception>
    public static void Require(this PluginArchive archive, PackageExpectation expected)
    {
        if (archive.Problems(expected) is [{ } first, ..])
        {
            throw new PackageException(first.Code, first.Message);
        }
    }

    private static IEnumerable<PackageProblem> MissingReferences(PluginArchive archive, IEnumerable<string> shared)
    {
        IReadOnlyList<MissingReference> missing = ReferenceCheck.Run(archive, shared);
        foreach (MissingReference reference in missing.Take(MostReferences))
        {
            yield return new PackageProblem(PackageErrors.References, $"The plugin uses what this host does not have: {reference}.");
        }

        if (missing.Count > MostReferences)
        {
            yield return new PackageProblem(PackageErrors.References, $"The plugin uses {missing.Count - MostReferences} more things that this host does not have.");
        }
    }

    private static bool SameVersion(string one, string other) =>
        NuGetVersion.TryParse(one, out NuGetVersion? first) && NuGetVersion.TryParse(other, out NuGetVersion? second) && first == second;

    private static bool Holds(string range, string version) =>
        VersionRange.TryParse(range, out VersionRange? parsed) && NuGetVersion.TryParse(version, out NuGetVersion? value) && parsed.Satisfies(value);
}
