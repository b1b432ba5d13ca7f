using System.Text.Json;
using AIWendy.Packaging.Commands;
using AIWendy.Packaging.Tests.References;

namespace AIWendy.Packaging.Tests;

public sealed class CommandTests : IDisposable
{
    private readonly PluginFolder folder = new();
    private readonly Compiled compiled = new();

    public void Dispose()
    {
        folder.Dispose();
        compiled.Dispose();
    }

    [Fact]
    public async Task A_package_goes_from_key_to_feed()
    {
        (await RunAsync(0, "keygen", At("publisher.key"))).Should().Contain("Key id").And.NotContain("BEGIN");
        await RunAsync(0, "pack", folder.Path, "--output", At("feed/coach.aiwp"), "--key", At("publisher.key"));
        await RunAsync(0, "verify", At("feed/coach.aiwp"), "--key", At("publisher.key.pub"));
        (await RunAsync(0, "inspect", At("feed/coach.aiwp"))).Should().Contain("org.example.coach 1.2.0").And.Contain("web/ui.js");
        await RunAsync(0, "feed", "build", At("feed"));

        FeedIndex index = FeedIndex.Read(await File.ReadAllBytesAsync(At("feed/index.json")));
        index.Find("org.example.coach")!.File.Should().Be("coach.aiwp");
    }

    [Fact]
    public async Task Signing_afterwards_gives_the_same_as_signing_while_packing_but_for_the_signature()
    {
        await RunAsync(0, "keygen", At("publisher.key"));
        await RunAsync(0, "pack", folder.Path, "-o", folder.PackageFile);
        await RunAsync(0, "sign", folder.PackageFile, "--key", At("publisher.key"));
        await RunAsync(0, "verify", folder.PackageFile, "--key", At("publisher.key.pub"));
    }

    [Fact]
    public async Task Without_a_name_the_package_is_called_after_plugin_and_version()
    {
        await RunAsync(0, "pack", folder.Path, "--output", folder.Root);
        File.Exists(At("org.example.coach.1.2.0.aiwp")).Should().BeTrue();
    }

    [Fact]
    public async Task Machines_get_json()
    {
        using JsonDocument packed = JsonDocument.Parse(await RunAsync(0, "pack", folder.Path, "-o", folder.PackageFile, "--json"));
        packed.RootElement.GetProperty("ok").GetBoolean().Should().BeTrue();
        packed.RootElement.GetProperty("sha256").GetString().Should().HaveLength(64);

        using JsonDocument inspected = JsonDocument.Parse(await RunAsync(0, "inspect", folder.PackageFile, "--json"));
        inspected.RootElement.GetProperty("manifest").GetProperty("id").GetString().Should().Be("org.example.coach");

        using JsonDocument refused = JsonDocument.Parse(await RunAsync(1, "inspect", At("output/Coach.dll"), "--json"));
        refused.RootElement.GetProperty("ok").GetBoolean().Should().BeFalse();
        refused.RootElement.GetProperty("code").GetString().Should().Be("package_corrupt");
    }

    [Fact]
    public async Task A_package_that_does_not_fit_is_told_from_a_wrong_command_line()
    {
        await RunAsync(0, "pack", folder.Path, "-o", folder.PackageFile);
        (await RunAsync(1, "verify", folder.PackageFile, "--sdk", "2.0.0")).Should().StartWith("package_sdk: Needs the SDK in [1.0,2.0)");
        await RunAsync(0, "keygen", At("publisher.key"));
        (await RunAsync(1, "verify", folder.PackageFile, "--key", At("publisher.key.pub"))).Should().Contain("not signed");
        (await RunAsync(1, "keygen", At("publisher.key"))).Should().Contain("never overwritten");

        await RunAsync(2, "verify", At("none.aiwp"));
        (await RunAsync(2, "sign", folder.PackageFile)).Should().Contain("--key");
        (await RunAsync(2, "unpack")).Should().Contain("--help");
    }

    [Fact]
    public async Task References_are_resolved_into_the_installation_that_is_named()
    {
        string installation = System.IO.Path.GetDirectoryName(compiled.Compile("installation", "AIWendy.Sdk", "namespace AIWendy.Sdk; public class Mood { }"))!;
        string older = compiled.Compile("older", "AIWendy.Sdk", "namespace AIWendy.Sdk; public class Mood { public void Rise() { } }");
        folder.Write("Coach.dll", await File.ReadAllBytesAsync(compiled.Compile("plugin", "Coach", "public class Coach { public void Run(AIWendy.Sdk.Mood mood) => mood.Rise(); }", older)));
        await RunAsync(0, "pack", folder.Path, "-o", folder.PackageFile);

        (await RunAsync(0, "verify", folder.PackageFile)).Should().Contain("References were not checked");
        (await RunAsync(2, "verify", folder.PackageFile, "--host", installation)).Should().Contain("There is no AIWendy.Host.dll");
        await File.WriteAllTextAsync(System.IO.Path.Combine(installation, "AIWendy.Host.dll"), string.Empty);
        (await RunAsync(1, "verify", folder.PackageFile, "--host", installation)).TrimEnd()
            .Should().Be("package_references: The plugin uses what this host does not have: AIWendy.Sdk: AIWendy.Sdk.Mood: System.Void Rise() (used by Coach.Run).");

        File.Copy(older, System.IO.Path.Combine(installation, "AIWendy.Sdk.dll"), overwrite: true);
        (await RunAsync(0, "verify", folder.PackageFile, "--host", System.IO.Path.Combine(installation, "AIWendy.Host.dll"))).Should().Contain("Every reference leads");
    }

    [Fact]
    public async Task The_manifest_is_written_only_when_it_differs()
    {
        string properties = At("plugin.properties");
        await File.WriteAllTextAsync(properties, "id=org.example.made\nname=Made\nversion=1.0.0\nsdk=[1.0,2.0)\nentry=Made.dll\n");
        (await RunAsync(0, "manifest", "--properties", properties, "--merge", At("none.json"), "-o", At("made/plugin.json"))).Should().StartWith("Wrote");
        (await RunAsync(0, "manifest", "--properties", properties, "-o", At("made/plugin.json"))).Should().Contain("as it should be");
        (await RunAsync(0, "manifest", "--help")).Should().Contain("dependsOn=org.example.prices|version=[1.0,2.0)");
    }

    private string At(string name) => System.IO.Path.Combine(folder.Root, name);

    private static async Task<string> RunAsync(int expected, params string[] args)
    {
        StringWriter output = new();
        StringWriter error = new();
        int code = await PackagingCommands.RunAsync(args, output, error);
        string text = output.ToString() + error;
        code.Should().Be(expected, text);
        return text;
    }
}
