using System.CommandLine;
using System.Text.Json.Nodes;
using AIWendy.Packaging.Manifests;

namespace AIWendy.Packaging.Commands;

/// <summary><c>manifest-reference</c>: the reference of plugin.json, made from its schema.</summary>
internal static class ManifestReferenceCommand
{
    public static Command Create()
    {
        Option<bool> write = new("--write") { Description = "Write the pages into the source tree; without it stale ones are only listed." };
        Option<string> source = new("--source") { Description = "Root of the source tree.", DefaultValueFactory = _ => Directory.GetCurrentDirectory() };
        Option<bool> json = Report.JsonOption();
        Command command = new("manifest-reference", "Write or check the reference of plugin.json in the guides, which is made from its schema.") { write, source, json };
        Report.SetAction(command, json, (parsed, cancellationToken) => RunAsync(parsed.GetValue(source)!, parsed.GetValue(write), cancellationToken));
        return command;
    }

    private static async Task<Report> RunAsync(string source, bool write, CancellationToken cancellationToken)
    {
        List<string> stale = [];
        foreach (string language in ManifestReference.Languages)
        {
            string path = Path.Combine(source, ManifestReference.PathOf(language));
            string page = ManifestReference.Write(language);
            if (!File.Exists(path) || await File.ReadAllTextAsync(path, cancellationToken) != page)
            {
                stale.Add(ManifestReference.PathOf(language));
                if (write)
                {
                    await File.WriteAllTextAsync(path, page, cancellationToken);
                }
            }
        }

        string said = stale.Count == 0 ? "The reference is as the schema says." : $"{(write ? "Wrote" : "Not as the schema says:")} {string.Join(", ", stale)}";
        return new Report(write || stale.Count == 0 ? 0 : PackagingCommands.Refused, [said], new JsonObject { ["stale"] = Report.Array(stale), ["written"] = write });
    }
}
