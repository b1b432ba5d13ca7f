using System.CommandLine;
using System.Text.Json.Nodes;

namespace AIWendy.Packaging.Commands;

/// <summary><c>verify</c>: the checks that a host makes before it installs a package.</summary>
internal static class VerifyCommand
{
    /// <param name="own">What the host shares that offers this command, or null when no host does.</param>
    public static Command Create(Func<HostAssemblies>? own)
    {
        Argument<string> package = new("package") { Description = "The .aiwp file." };
        Option<string[]> keys = new("--key") { Description = "Public key that must have signed it; several may be given, one must fit." };
        Option<string?> sdk = new("--sdk") { Description = "SDK version that it must run on. Default: the one of this tool." };
        Option<string?> platform = new("--platform") { Description = "System that it must run on, e.g. linux-x64, linux-musl-x64, osx-arm64, win-x64. Default: any." };
        Option<string?> host = new("--host") { Description = "Folder of the installation, the one with AIWendy.Host.dll, whose SDK and shared assemblies every reference must lead into. Default: " + (own is null ? "references are not checked." : "this one.") };
        Option<bool> json = Report.JsonOption();
        Command command = new("verify", "Check a package as a host does before it installs it: form, names, hashes, manifest, SDK, platform, references, signature.")
        {
            package, keys, sdk, platform, host, json,
        };
        Report.SetAction(command, json, (parsed, cancellationToken) =>
        {
            HostAssemblies? shared = parsed.GetValue(host) is { } folder ? HostAssemblies.OfInstallation(folder) : own?.Invoke();
            PackageExpectation expected = new()
            {
                SdkVersion = parsed.GetValue(sdk) ?? SdkVersion.Current,
                Platform = Platform(parsed.GetValue(platform)),
                Shared = shared?.Paths,
            };
            return RunAsync(parsed.GetValue(package)!, parsed.GetValue(keys) ?? [], expected, cancellationToken);
        });
        return command;
    }

    private static async Task<Report> RunAsync(string file, string[] keyFiles, PackageExpectation expected, CancellationToken cancellationToken)
    {
        List<TrustedKey> keys = [];
        foreach (string keyFile in keyFiles)
        {
            string pem = await File.ReadAllTextAsync(keyFile, cancellationToken);
            keys.Add(new TrustedKey(PublicKey.IdOf(pem), Path.GetFileName(keyFile), pem));
        }

        PluginArchive archive = await PluginArchive.OpenAsync(file, cancellationToken: cancellationToken);
        List<PackageProblem> problems = [.. archive.Problems(expected)];
        TrustVerdict verdict = PackageTrust.Judge(archive, keys);
        if (keys.Count > 0 && verdict.Kind != TrustKind.Trusted)
        {
            problems.Add(new PackageProblem(PackageErrors.Signature, verdict.Message));
        }

        return problems.Count == 0 ? Good(archive, file, keys.Count > 0 ? verdict.Message : Describe.Signature(archive), expected.Shared is not null) : Bad(archive, file, problems);
    }

    private static Report Good(PluginArchive archive, string file, string signature, bool resolved)
    {
        string references = resolved
            ? "Every reference leads into the package, the SDK or an assembly that the host shares."
            : "References were not checked. Give the folder of an installation to check them: --host FOLDER";
        JsonObject json = Describe.Package(archive, file);
        json["referencesChecked"] = resolved;
        return new Report(
            0,
            [$"{file} holds {archive.Manifest.Id} {archive.Manifest.Version} and is whole: {archive.Files.Count} files, every hash fits.", references, signature, $"SHA-256 {archive.Sha256}"],
            json);
    }

    private static Report Bad(PluginArchive archive, string file, List<PackageProblem> problems)
    {
        JsonObject json = Describe.Package(archive, file);
        json["problems"] = new JsonArray([.. problems.Select(problem => new JsonObject { ["code"] = problem.Code, ["message"] = problem.Message })]);
        return new Report(PackagingCommands.Refused, [.. problems.Select(problem => $"{problem.Code}: {problem.Message}")], json);
    }

    private static PackagePlatform? Platform(string? identifier)
    {
        if (identifier is null)
        {
            return null;
        }

        int dash = identifier.LastIndexOf('-');
        return dash > 0
            ? new PackagePlatform(identifier[..dash], identifier[(dash + 1)..])
            : throw new PackageException(PackageErrors.Platform, $"\"{identifier}\" names no platform; write for example linux-x64.");
    }
}
