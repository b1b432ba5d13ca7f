namespace AIWendy.Packaging.Requirements;

/// <summary>Whether the native libraries of a package can be loaded on a system.</summary>
internal static class PlatformCheck
{
    /// <summary>What stands against it as a sentence, or <see langword="null"/>.</summary>
    /// <param name="images">Every file of machine code by its path.</param>
    /// <param name="platform">The system.</param>
    public static string? Problem(IReadOnlyDictionary<string, NativeImage> images, PackagePlatform platform)
    {
        List<string> elsewhere = [];
        bool fits = false;
        foreach ((string path, NativeImage image) in images)
        {
            string? runtime = RuntimeOf(path);
            if (runtime is not null && !platform.RuntimeIdentifiers.Contains(runtime))
            {
                elsewhere.Add(runtime);
                continue;
            }

            if (!platform.CanLoad(image))
            {
                return $"\"{path}\" is a native library for {image}, but this is {platform}.";
            }

            fits |= runtime is not null;
        }

        return fits || elsewhere.Count == 0
            ? null
            : $"The package has native libraries for {string.Join(", ", elsewhere.Distinct().Order(StringComparer.Ordinal).Take(6))}, but none for {platform}.";
    }

    // runtimes/<runtime identifier>/native/<file>, as NuGet lays them out.
    private static string? RuntimeOf(string path) =>
        path.Split('/') is ["runtimes", { } runtime, "native", _, ..] ? runtime : null;
}
