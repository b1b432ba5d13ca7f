using System.CommandLine;
using System.Text.Json.Nodes;
using AIWendy.Sdk;

namespace AIWendy.Packaging.Commands;

/// <summary><c>inspect</c>: what a package says of itself. None of its code runs.</summary>
internal static class InspectCommand
{
    public static Command Create()
    {
        Argument<string> package = new("package") { Description = "The .aiwp file." };
        Option<bool> json = Report.JsonOption();
        Command command = new("inspect", "Show what a package says of itself and what is in it; none of its code runs.") { package, json };
        Report.SetAction(command, json, async (parsed, cancellationToken) =>
        {
            string file = parsed.GetValue(package)!;
            PluginArchive archive = await PluginArchive.OpenAsync(file, cancellationToken: cancellationToken);
            return new Report(0, [.. Lines(archive)], Json(archive, file));
        });
        return command;
    }

    private static IEnumerable<string> Lines(PluginArchive archive)
    {
        PluginManifest manifest = archive.Manifest;
        yield return $"{manifest.Id} {manifest.Version}  {manifest.Name}{(manifest.NameZh is null ? string.Empty : $" / {manifest.NameZh}")}";
        if (manifest.Description is { } description)
        {
            yield return description;
        }

        yield return string.Empty;
        yield return $"Publisher    {manifest.Publisher ?? "not stated"}";
        yield return $"Edition      {manifest.Edition.ToString().ToLowerInvariant()}";
        yield return $"SDK          {manifest.Sdk}";
        yield return $"Depends on   {List(manifest.DependsOn.Select(item => $"{item.Key} {item.Value}"))}";
        yield return $"Permissions  {List(manifest.Permissions)}";
        yield return $"Features     {List(manifest.Features.Select(feature => feature.Entitlement is null ? feature.Key : $"{feature.Key} (needs {feature.Entitlement})"))}";
        yield return $"Menu         {List(manifest.Menu.Select(entry => $"{entry.Title} ({entry.Path})"))}";
        yield return $"Pages        {manifest.Web ?? "none"}";
        yield return $"Settings     {(manifest.Settings is null ? "none" : "yes")}";
        yield return string.Empty;
        yield return $"SHA-256      {archive.Sha256}";
        yield return $"Signature    {Describe.Signature(archive)}";
        yield return $"Size         {Describe.Bytes(archive.Size)}, {Describe.Bytes(archive.UnpackedSize)} unpacked, {archive.Files.Count} files";
        yield return string.Empty;
        foreach (PackageFile file in archive.Files)
        {
            yield return $"  {Describe.Bytes(file.Size),12}  {file.Path}";
        }
    }

    private static JsonObject Json(PluginArchive archive, string file)
    {
        JsonObject json = Describe.Package(archive, file);
        json["manifest"] = JsonNode.Parse(archive.ManifestJson);
        json["files"] = new JsonArray(
        [
            .. archive.Files.Select(item => new JsonObject { ["path"] = item.Path, ["size"] = item.Size, ["sha256"] = item.Sha256 }),
        ]);
        return json;
    }

    private static string List(IEnumerable<string> values) => string.Join(", ", values) is { Length: > 0 } list ? list : "none";
}
