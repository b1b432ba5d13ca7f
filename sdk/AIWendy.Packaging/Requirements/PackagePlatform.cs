using System.Runtime.InteropServices;
using AIWendy.Packaging.Requirements;

namespace AIWendy.Packaging;

/// <summary>A system that plugins run on.</summary>
/// <param name="Os"><c>linux</c>, <c>linux-musl</c>, <c>osx</c> or <c>win</c>.</param>
/// <param name="Architecture"><c>x64</c>, <c>arm64</c> and so on.</param>
public sealed record PackagePlatform(string Os, string Architecture)
{
    /// <summary>This process's system.</summary>
    public static PackagePlatform Current { get; } = new(CurrentOs(), RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant());

    /// <summary>The runtime identifiers whose native libraries .NET takes here, the best first.</summary>
    public IReadOnlyList<string> RuntimeIdentifiers => Os switch
    {
        "win" => [$"win-{Architecture}", "win", "any"],
        "linux-musl" => [$"linux-musl-{Architecture}", "linux-musl", $"linux-{Architecture}", "linux", $"unix-{Architecture}", "unix", "any"],
        _ => [$"{Os}-{Architecture}", Os, $"unix-{Architecture}", "unix", "any"],
    };

    /// <inheritdoc />
    public override string ToString() => $"{Os}-{Architecture}";

    internal bool CanLoad(NativeImage image) =>
        image.Os == (Os == "linux-musl" ? "linux" : Os) && image.Architectures.Contains(Architecture);

    private static string CurrentOs() =>
        OperatingSystem.IsWindows() ? "win"
        : OperatingSystem.IsMacOS() ? "osx"
        : RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal) || RuntimeInformation.RuntimeIdentifier.StartsWith("alpine", StringComparison.Ordinal) ? "linux-musl"
        : "linux";
}
