using System.Text.Json;

namespace AIWendy.Models.Tests.Support;

/// <summary>Recorded streams: our own odd ones beside the tests, the others in the folder of shared test data.</summary>
internal static class Recordings
{
    public static string OddFolder => Path.Combine(AppContext.BaseDirectory, "Fixtures", "odd");

    /// <summary>The folder of shared recordings, or <see langword="null"/> where it is absent.</summary>
    public static string? SharedFolder()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AIWendy.sln")))
        {
            folder = folder.Parent;
        }

        for (DirectoryInfo? place = folder?.Parent; place is not null; place = place.Parent)
        {
            string candidate = Path.Combine(place.FullName, "shared", "fixtures", "llm");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }

    public static IEnumerable<(string File, JsonElement Case)> Odd()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(OddFolder, "cases.json")));
        return document.RootElement.EnumerateArray().Select(item => (item.GetProperty("file").GetString()!, item.Clone())).ToList();
    }

    public static IEnumerable<(string File, JsonElement Expected)> Shared()
    {
        if (SharedFolder() is not { } folder)
        {
            return [];
        }

        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")));
        return document.RootElement.EnumerateObject().Select(item => (item.Name, item.Value.Clone())).ToList();
    }
}
