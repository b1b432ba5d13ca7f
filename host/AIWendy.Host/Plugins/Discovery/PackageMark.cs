namespace AIWendy.Host.Plugins.Discovery;

/// <summary>
/// Marks a folder that was unpacked from an installed package, so that nobody takes it for one that a person laid there:
/// a marked folder counts only while an installation names it.
/// </summary>
internal static class PackageMark
{
    private const string Name = ".package";

    public static bool IsIn(string directory) => File.Exists(Path.Combine(directory, Name));

    /// <summary>Hash of the package that a folder was unpacked from, or null.</summary>
    public static string? Read(string directory)
    {
        string path = Path.Combine(directory, Name);
        return File.Exists(path) ? File.ReadAllText(path).Trim() : null;
    }

    public static void Write(string directory, string sha256) => File.WriteAllText(Path.Combine(directory, Name), sha256);
}
