using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using AIWendy.Integration.Tests.Data;

namespace AIWendy.Integration.Tests.Plugins.Installation;

/// <summary>A plugin's whole life from the command line, on a host where people must sign in.</summary>
[Collection(PostgresCollection.Name)]
public sealed class CommandLineTests(PostgresFixture postgres) : IDisposable
{
    private const string Id = "test.sample";

    private readonly PluginFolders folders = new();

    public void Dispose() => folders.Dispose();

    [Fact]
    public async Task A_plugin_goes_through_its_whole_life()
    {
        await using WholeHost host = await WholeHost.StartAsync(await postgres.CreateDatabaseAsync(), ("AIWENDY_AUTH_REQUIRED", "1"));
        string file = await folders.PackSampleAsync("1.0.0");

        (await RunAsync(host, 1, "install", file)).Should().Contain("The package is not signed.").And.Contain($"--allow-unsigned {Id}");
        (await RunAsync(host, 1, "install", file, "--allow-unsigned", Id)).Should().Contain("1.0.0").And.Contain("Licence").And.Contain("Nobody is there to ask");
        (await RunAsync(host, 0, "install", file, "--allow-unsigned", Id, "--yes")).Should().Be($"{Id} 1.0.0 is active.");
        (await RunAsync(host, 0, "upgrade", await folders.PackSampleAsync("1.1.0"), "--allow-unsigned", Id, "--yes")).Should().Be($"{Id} 1.1.0 is active.");
        (await RunAsync(host, 1, "install", file, "--allow-unsigned", Id, "--yes")).Should().Contain("--allow-downgrade");
        (await RunAsync(host, 0, "install", folders.AddSample("1.2.0"), "--allow-unsigned", Id, "--yes")).Should().Be($"{Id} 1.2.0 is active.");
        (await RunAsync(host, 0, "rollback", Id)).Should().Be($"{Id} 1.1.0 is active.");
        (await RunAsync(host, 0, "disable", Id)).Should().StartWith($"{Id} 1.1.0 is disabled");
        (await RunAsync(host, 0, "enable", Id)).Should().Be($"{Id} 1.1.0 is active.");
        (await RunAsync(host, 0, "list")).Should().MatchRegex(@"test\.sample +1\.1\.0 +active +unsigned");
        (await RunAsync(host, 0, "info", Id)).Should().Contain("1.1.0 (serves), 1.2.0");
        await ExamineAsync(host);

        (await RunAsync(host, 0, "remove", Id, "--dry-run")).Should().Contain("would stay").And.MatchRegex("notes +0");
        string zip = Path.Combine(folders.BuiltIn, "sample.zip");
        (await RunAsync(host, 0, "export", Id, zip)).Should().Be($"Saved {zip}.");
        using (ZipArchive export = ZipFile.OpenRead(zip))
        {
            export.Entries.Should().Contain(entry => entry.Name == "notes.csv");
        }

        (await RunAsync(host, 0, "remove", Id, "--yes")).Should().Be($"{Id} is removed. Its data is kept in the schema test_sample.");
        (await RunAsync(host, 0, "remove", Id, "--yes", "--purge")).Should().Be($"{Id} and its data are gone.");
        (await RunAsync(host, 1, "info", Id)).Should().Be($"No plugin {Id} is installed.");
    }

    private static async Task ExamineAsync(WholeHost host)
    {
        (await RunAsync(host, 0, "doctor", Id)).Should().Contain("No trusted publisher signed it");
        string laidOut = Directory.GetDirectories(Path.Combine(host.Settings.InstalledPluginsFolder, Id), "1.1.0-*").Single();
        await File.WriteAllBytesAsync(Path.Combine(laidOut, "Moods.dll"), ForeignLibrary.Using("AIWendy.Sdk", "AIWendy.Sdk.Coaching", "IMoodSource"));
        (await RunAsync(host, 1, "doctor", Id)).Should().Contain("AIWendy.Sdk.Coaching.IMoodSource");
    }

    private static async Task<string> RunAsync(WholeHost host, int expected, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "AIWendy.Host.dll"), "plugin", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["AIWENDY_PORT"] = host.Settings.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["AIWENDY_DATA"] = host.Settings.DataFolder;
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        string said = (await output + await error).Trim();
        process.ExitCode.Should().Be(expected, said);
        return said;
    }
}
