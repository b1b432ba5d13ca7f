using System.CommandLine;
using System.Text.Json.Nodes;
using AIWendy.Packaging.Manifests;

namespace AIWendy.Packaging.Commands;

/// <summary><c>manifest</c>: makes plugin.json from what the build knows and what the author wrote.</summary>
internal static class ManifestCommand
{
    private const string Help = """
        Make plugin.json from the properties of a build and a plugin.json that the author wrote in part.

        The properties are a JSON object in the form of plugin.json, or a text with one property on a line:
          id=org.example.coach           name, nameZh, version, sdk, entry, description, descriptionZh, publisher,
                                         edition, web, oldestCompatibleSchema: once each
          permission=journal.read        also provides=, consumes=: once for each value
          dependsOn=org.example.prices|version=[1.0,2.0)
          feature=coach.pro|default=false|modes=cloud,self-hosted|entitlement=coach-pro
          menu=/coach|title=Coach|titleZh=教练
          environment=COACH_KEY|description=Key of the service.|default=|secret=true
          settings=settings.schema.json  a file with the JSON Schema of the settings
        Empty values and lines that are empty or start with # are passed over. Paths are relative to the current folder.

        Where both state a value, the author's plugin.json wins; lists are put together; the ids must be the same. The
        result is checked and is only written when it differs.
        """;

    public static Command Create()
    {
        Option<string> properties = new("--properties") { Description = "File with the properties.", Required = true };
        Option<string?> merge = new("--merge") { Description = "The author's plugin.json; passed over when there is no such file." };
        Option<string> output = new("--output", "-o") { Description = "The plugin.json to write.", Required = true };
        Option<bool> json = Report.JsonOption();
        Command command = new("manifest", Help) { properties, merge, output, json };
        Report.SetAction(command, json, (parsed, cancellationToken) => RunAsync(
            parsed.GetValue(properties)!, parsed.GetValue(merge), parsed.GetValue(output)!, cancellationToken));
        return command;
    }

    private static async Task<Report> RunAsync(string properties, string? merge, string output, CancellationToken cancellationToken)
    {
        string written = merge is not null && File.Exists(merge) ? await File.ReadAllTextAsync(merge, cancellationToken) : "{}";
        string manifest = await ManifestComposer.ComposeAsync(await File.ReadAllTextAsync(properties, cancellationToken), written, cancellationToken);
        bool changed = !File.Exists(output) || await File.ReadAllTextAsync(output, cancellationToken) != manifest;
        if (changed)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(output))!);
            await File.WriteAllTextAsync(output, manifest, cancellationToken);
        }

        return new Report(0, [changed ? $"Wrote {output}." : $"{output} is as it should be."], new JsonObject { ["file"] = output, ["changed"] = changed });
    }
}
