using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit.Abstractions;

namespace AIWendy.Guide.Tests;

/// <summary>Somebody who has nothing but the guide reaches the answer of an own coach.</summary>
public sealed class GuideTests(ITestOutputHelper output) : IDisposable
{
    private static readonly TimeSpan Promise = TimeSpan.FromMinutes(3);

    // What a person does besides typing: wait for a line, save a file, press Ctrl+C.
    private const string Hands = """
        set -euo pipefail
        set -m
        up= dev=
        finish() { [ -z "$dev" ] || kill -TERM -- "-$dev" 2>/dev/null || true; [ -z "$up" ] || { kill -TERM -- "-$up"; wait "$up" || true; } 2>/dev/null; }
        trap finish EXIT
        await() { for _ in $(seq 1 1200); do ! grep -q "$2" "$1" || return 0; sleep 0.1; done; echo "never said: $2"; cat "$1"; exit 1; }
        took() { echo "[$SECONDS s] $1"; }

        """;

    private readonly string home = Directory.CreateTempSubdirectory("aiwendy-guide-").FullName;

    public void Dispose() => Directory.Delete(home, recursive: true);

    [Fact]
    public void Both_languages_type_the_same() => GuidePage.Commands("zh-CN").Should().Equal(GuidePage.Commands("en")).And.HaveCountGreaterThan(5);

    [Fact]
    public async Task The_commands_as_they_stand_lead_to_an_answer_in_under_three_minutes()
    {
        int port = FreePort();
        StringBuilder script = new(Hands);
        foreach (string block in GuidePage.Commands("en"))
        {
            string typed = block.Replace("localhost:3000", string.Create(CultureInfo.InvariantCulture, $"localhost:{port}"), StringComparison.Ordinal);
            script.AppendLine(Play(typed)).AppendLine(CultureInfo.InvariantCulture, $"took '{block.Split('\n')[^1].Replace("'", "\"", StringComparison.Ordinal)}'");
        }

        Stopwatch watch = Stopwatch.StartNew();
        string said = await TypeAsync(script.ToString(), port);

        output.WriteLine(said);
        said.Should().Contain("prompt.md: serves after").And.Contain("is removed from the host again");
        said.Should().Contain("org.example.river-coach 1.0.0 is active.");
        said.Should().Contain("\"type\":\"delta\"").And.Contain("\"finish\":\"stop\"");
        watch.Elapsed.Should().BeLessThan(Promise);
    }

    private static string Play(string typed) => typed switch
    {
        "./aiwendy up" => """
            ./aiwendy up > "$HOME/up.log" 2>&1 &
            up=$!
            await "$HOME/up.log" 'answers on'
            """,
        "aiwendy plugin dev ." => """
            aiwendy plugin dev . > "$HOME/dev.log" 2>&1 &
            dev=$!
            await "$HOME/dev.log" 'Save a file'
            sleep 1
            echo '- Speak plainly.' >> prompt.md
            await "$HOME/dev.log" 'prompt.md: serves after'
            sed -i.bak 's/Asks before it answers/Asks first/' RiverCoachPlugin.cs && rm RiverCoachPlugin.cs.bak
            await "$HOME/dev.log" 'RiverCoachPlugin.cs.*: serves after'
            kill -INT -- "-$dev"
            wait "$dev"
            dev=
            cat "$HOME/dev.log"
            """,
        _ => typed,
    };

    private async Task<string> TypeAsync(string script, int port)
    {
        string file = Path.Combine(home, "typed.sh");
        await File.WriteAllTextAsync(file, script);
        // Whoever runs tests in the background may have switched Ctrl+C off for everything that he starts.
        ProcessStartInfo start = new("env", ["--default-signal=INT", "bash", file]) { WorkingDirectory = GuidePage.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string name in start.Environment.Keys.Where(IsOfTheRunner).ToList())
        {
            start.Environment.Remove(name);
        }

        string packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        start.Environment["HOME"] = home;
        start.Environment["DOTNET_CLI_HOME"] = home;
        start.Environment["NUGET_PACKAGES"] = packages;
        start.Environment["AIWENDY_PORT"] = port.ToString(CultureInfo.InvariantCulture);
        start.Environment["AIWENDY_LOG_DIR"] = Path.Combine(home, "logs");
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using Process process = Process.Start(start)!;
        Task<string> said = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        using CancellationTokenSource limit = new(TimeSpan.FromMinutes(4));
        bool ended = await EndsAsync(process, limit.Token);
        string all = await said + await errors;
        ended.Should().BeTrue("what was typed did not end; it said:\n{0}", all);
        process.ExitCode.Should().Be(0, all);
        return all;
    }

    private static async Task<bool> EndsAsync(Process process, CancellationToken limit)
    {
        try
        {
            await process.WaitForExitAsync(limit);
            return true;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return false;
        }
    }

    private static bool IsOfTheRunner(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name.StartsWith("AIWENDY_", StringComparison.Ordinal)
        || name is "DOTNET_HOST_PATH" or "VSTEST_HOST_DEBUG" or "DATABASE_URL" or "OPENAI_API_KEY" or "OPENAI_BASE_URL";

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
