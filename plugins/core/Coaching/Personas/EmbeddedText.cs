using System.Reflection;
using System.Text;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Coaching.Personas;

/// <summary>Reads the Markdown files that are embedded in this assembly.</summary>
internal static class EmbeddedText
{
    /// <summary>Loads both languages of a text, e.g. <c>Personas/wendy</c>.</summary>
    public static Text Load(string name) => new(Read($"{name}.en.md"), Read($"{name}.zh.md"));

    private static string Read(string resource)
    {
        Assembly assembly = typeof(EmbeddedText).Assembly;
        using Stream stream = assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The text {resource} is not in the assembly.");
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
