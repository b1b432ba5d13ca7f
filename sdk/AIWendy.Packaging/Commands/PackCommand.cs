using System.CommandLine;
using System.Text.Json.Nodes;

namespace AIWendy.Packaging.Commands;

/// <summary><c>pack</c>: a folder becomes a package.</summary>
internal static class PackCommand
{
    public static Command Create()
    {
        Argument<string> folder = new("folder") { Description = "Output of a build or publish, with plugin.json at its root." };
        Option<string?> output = new("--output", "-o") { Description = "File or folder to write to. Default: <id>.<version>.aiwp in the current folder." };
        Option<string?> key = new("--key") { Description = "Private key to sign with; see keygen. Without it the package is unsigned." };
        Option<bool> json = Report.JsonOption();
        Command command = new("pack", "Pack a folder into a .aiwp package. The same files always give the same bytes.") { folder, output, key, json };
        Report.SetAction(command, json, (parsed, cancellationToken) =>
            RunAsync(parsed.GetValue(folder)!, parsed.GetValue(output), parsed.GetValue(key), cancellationToken));
        return command;
    }

    private static async Task<Report> RunAsync(string folder, string? output, string? keyFile, CancellationToken cancellationToken)
    {
        using PublisherKey? key = keyFile is null ? null : await PublisherKey.LoadAsync(keyFile, cancellationToken);
        PluginArchive archive = await PluginArchive.PackAsync(folder, key, cancellationToken);
        string file = Target(output, archive);
        await archive.SaveAsync(file, cancellationToken);
        return new Report(
            0,
            [$"Packed {archive.Manifest.Id} {archive.Manifest.Version} into {file} ({archive.Files.Count} files, {Describe.Bytes(archive.Size)}).", $"SHA-256 {archive.Sha256}", Describe.Signature(archive)],
            Describe.Package(archive, file));
    }

    private static string Target(string? output, PluginArchive archive)
    {
        string name = $"{archive.Manifest.Id}.{archive.Manifest.Version}{PluginArchive.FileExtension}";
        return output is null ? name
            : Directory.Exists(output) || Path.EndsInDirectorySeparator(output) ? Path.Combine(output, name)
            : output;
    }
}

/// <summary><c>sign</c>: a package gets a signature.</summary>
internal static class SignCommand
{
    public static Command Create()
    {
        Argument<string> package = new("package") { Description = "The .aiwp file." };
        Option<string> key = new("--key") { Description = "Private key to sign with; see keygen.", Required = true };
        Option<string?> output = new("--output", "-o") { Description = "File to write to. Default: the package itself." };
        Option<bool> json = Report.JsonOption();
        Command command = new("sign", "Sign a package, replacing the signature that it may have.") { package, key, output, json };
        Report.SetAction(command, json, (parsed, cancellationToken) =>
            RunAsync(parsed.GetValue(package)!, parsed.GetValue(key)!, parsed.GetValue(output), cancellationToken));
        return command;
    }

    private static async Task<Report> RunAsync(string package, string keyFile, string? output, CancellationToken cancellationToken)
    {
        using PublisherKey key = await PublisherKey.LoadAsync(keyFile, cancellationToken);
        PluginArchive archive = await PluginArchive.OpenAsync(package, cancellationToken: cancellationToken);
        PluginArchive signed = await archive.SignAsync(key, cancellationToken);
        string file = output ?? package;
        await signed.SaveAsync(file, cancellationToken);
        JsonObject json = Describe.Package(signed, file);
        return new Report(0, [$"{file}: {Describe.Signature(signed)}", $"SHA-256 {signed.Sha256}"], json);
    }
}
