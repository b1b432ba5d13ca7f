using System.Reflection;
using System.Runtime.CompilerServices;
using AIWendy.Sdk.Localization;

namespace AIWendy.Sdk.Coaching;

/// <summary>Reads prompts that are too long for a line of code.</summary>
public static class Prompt
{
    /// <summary>
    /// Reads a prompt from a file that lies beside the plugin's assembly. The Chinese text is taken from the same name
    /// with <c>.zh</c> before the extension, for example <c>epictetus.zh.md</c>; without it the prompt is English only.
    /// </summary>
    /// <param name="file">Path within the plugin's folder, for example <c>epictetus.md</c> or <c>prompts/epictetus.md</c>.</param>
    /// <exception cref="ArgumentException">The path leads out of the plugin's folder.</exception>
    /// <exception cref="FileNotFoundException">There is no such file in the plugin's folder.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Text FromFile(string file) => FromFile(Assembly.GetCallingAssembly(), file);

    private static Text FromFile(Assembly plugin, string file)
    {
        string folder = Path.GetDirectoryName(plugin.Location) is { Length: > 0 } beside ? beside : AppContext.BaseDirectory;
        string path = Path.GetFullPath(Path.Combine(folder, file));
        if (!path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new ArgumentException($"The prompt {file} lies outside the plugin's folder.", nameof(file));
        }

        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"The plugin's folder holds no prompt {file}. Is the file copied to the output?", path);
        }

        string translated = Path.ChangeExtension(path, ".zh" + Path.GetExtension(path));
        return new Text(File.ReadAllText(path).Trim(), File.Exists(translated) ? File.ReadAllText(translated).Trim() : null);
    }
}
