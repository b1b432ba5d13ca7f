using System.Text;

namespace AIWendy.Bench;

/// <summary>
/// Makes many plugins of one that was built: its name, wherever it stands in files and their names, is written over by
/// another of the same length. What comes out is what a build under that name would give, without sixty builds.
/// </summary>
internal static class PluginTemplate
{
    /// <summary>Copies a plugin's folder under another name.</summary>
    /// <param name="source">The folder that was built.</param>
    /// <param name="name">The name it was built with.</param>
    /// <param name="target">Where the copy goes.</param>
    /// <param name="newName">Its name, as long as the old one.</param>
    public static void Copy(string source, string name, string target, string newName)
    {
        byte[] old = Encoding.UTF8.GetBytes(name);
        byte[] fresh = Encoding.UTF8.GetBytes(newName);
        if (old.Length != fresh.Length)
        {
            throw new ArgumentException($"{newName} is not as long as {name}.", nameof(newName));
        }

        Directory.CreateDirectory(target);
        foreach (string file in Directory.EnumerateFiles(source))
        {
            byte[] content = File.ReadAllBytes(file);
            Replace(content, old, fresh);
            File.WriteAllBytes(Path.Combine(target, Path.GetFileName(file).Replace(name, newName, StringComparison.Ordinal)), content);
        }
    }

    private static void Replace(Span<byte> content, ReadOnlySpan<byte> old, ReadOnlySpan<byte> fresh)
    {
        for (int at = content.IndexOf(old); at >= 0; at = content.IndexOf(old))
        {
            fresh.CopyTo(content[at..]);
            content = content[(at + old.Length)..];
        }
    }
}
