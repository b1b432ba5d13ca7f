using System.CommandLine;
using System.Text.Json.Nodes;

namespace AIWendy.Packaging.Commands;

/// <summary><c>feed build</c>: an index for a folder of packages, to be served by any web server or read from a folder.</summary>
internal static class FeedCommand
{
    public static Command Create()
    {
        Argument<string> folder = new("folder") { Description = "Folder with .aiwp files; subfolders are searched too." };
        Option<string?> output = new("--output", "-o") { Description = "File to write. Default: index.json in the folder." };
        Option<string?> address = new("--base-url") { Description = "Address below which the packages are served, when the index lies elsewhere." };
        Option<bool> json = Report.JsonOption();
        Command build = new("build", "Check the packages of a folder and write their index. The same packages always give the same index.") { folder, output, address, json };
        Report.SetAction(build, json, (parsed, cancellationToken) => RunAsync(
            parsed.GetValue(folder)!, parsed.GetValue(output), parsed.GetValue(address), cancellationToken));
        return new Command("feed", "Publish packages as a feed.") { build };
    }

    private static async Task<Report> RunAsync(string folder, string? output, string? address, CancellationToken cancellationToken)
    {
        Uri? baseAddress = null;
        if (address is not null && (!Uri.TryCreate(address, UriKind.Absolute, out baseAddress) || baseAddress.Scheme is not ("http" or "https")))
        {
            throw new PackageException(PackageErrors.Feed, $"\"{address}\" is no http or https address.");
        }

        FeedIndex index = await FeedBuilder.BuildAsync(folder, baseAddress, cancellationToken);
        string file = output ?? Path.Combine(folder, FeedIndex.FileName);
        string temporary = $"{file}.{Guid.NewGuid():n}.part";
        await File.WriteAllBytesAsync(temporary, index.ToBytes(), cancellationToken);
        File.Move(temporary, file, overwrite: true);
        int versions = index.Items.Sum(item => item.Versions.Count);
        return new Report(
            0,
            [
                .. index.Items.Select(item => $"{item.Id}  {string.Join(", ", item.Versions.Select(version => version.Version + (version.KeyId is null ? " (unsigned)" : string.Empty)))}"),
                $"Wrote {file}: {index.Items.Count} plugins, {versions} versions.",
            ],
            new JsonObject { ["file"] = file, ["plugins"] = index.Items.Count, ["versions"] = versions });
    }
}
