using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Npgsql;

namespace AIWendy.Integration.Tests.Data;

/// <summary>Kills a real host, alone or with its database server, in the middle of writes, and starts again by the same command.</summary>
public sealed class CrashTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "aiwendy-crash-" + Path.GetRandomFileName());
    private readonly int port = FreePort();
    private Process? host;

    public void Dispose()
    {
        if (host is { HasExited: false })
        {
            Process.Start("kill", ["-TERM", host.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();
            host.WaitForExit(20_000);
        }

        host?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_acknowledged_is_lost_and_the_next_start_needs_no_help(bool serverToo)
    {
        Directory.CreateDirectory(folder);
        List<Guid> acknowledged = [];
        for (int round = 0; round < 2; round++)
        {
            await StartAsync();
            Task<List<Guid>> writing = WriteUntilCutAsync();
            await Task.Delay(TimeSpan.FromMilliseconds(400 + (round * 150)));
            int server = await ServerProcessAsync();
            if (serverToo)
            {
                Kill(server);
            }

            Kill(host!.Id);
            await host!.WaitForExitAsync();
            acknowledged.AddRange(await writing);
        }

        await StartAsync();
        acknowledged.Should().NotBeEmpty();
        await using NpgsqlConnection connection = new(await AddressAsync());
        await connection.OpenAsync();
        await using NpgsqlCommand missing = new("select count(*) from unnest($1) as wanted (id) where not exists (select 1 from aiwendy.tenants t where t.id = wanted.id)", connection);
        missing.Parameters.AddWithValue(acknowledged.ToArray());
        (await missing.ExecuteScalarAsync()).Should().Be(0L);
    }

    private async Task StartAsync()
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "AIWendy.Host.dll"), "serve"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["AIWENDY_PORT"] = port.ToString(CultureInfo.InvariantCulture);
        start.Environment["AIWENDY_DATA"] = Path.Combine(folder, "data");
        start.Environment["AIWENDY_LOG_DIR"] = Path.Combine(folder, "logs");
        start.Environment.Remove("DATABASE_URL");
        host?.Dispose();
        host = Process.Start(start)!;
        host.OutputDataReceived += (_, _) => { };
        host.ErrorDataReceived += (_, _) => { };
        host.BeginOutputReadLine();
        host.BeginErrorReadLine();
        Stopwatch watch = Stopwatch.StartNew();
        while (!await AnswersAsync())
        {
            host.HasExited.Should().BeFalse("the host must start by itself");
            watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(60), "the database must come up by itself");
            await Task.Delay(50);
        }
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            await using NpgsqlConnection connection = new(await AddressAsync());
            await connection.OpenAsync();
            await using NpgsqlCommand command = new("select 1 from aiwendy.tenants limit 1", connection);
            return await command.ExecuteScalarAsync() is not null && await ServerProcessAsync() > 0;
        }
        catch (Exception exception) when (exception is NpgsqlException or IOException or JsonException or FormatException or ArgumentOutOfRangeException)
        {
            return false;
        }
    }

    private async Task<List<Guid>> WriteUntilCutAsync()
    {
        List<Guid> written = [];
        try
        {
            await using NpgsqlConnection connection = new(await AddressAsync());
            await connection.OpenAsync();
            while (true)
            {
                Guid id = Guid.CreateVersion7();
                await using NpgsqlCommand insert = new("insert into aiwendy.tenants (id, name) values ($1, 'crash')", connection);
                insert.Parameters.AddWithValue(id);
                await insert.ExecuteNonQueryAsync();
                written.Add(id);
            }
        }
        catch (NpgsqlException)
        {
            return written;
        }
    }

    private async Task<string> AddressAsync()
    {
        using JsonDocument state = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "data", "postgres", "state.json")));
        return new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = state.RootElement.GetProperty("port").GetInt32(),
            Username = "aiwendy_owner",
            Password = state.RootElement.GetProperty("ownerPassword").GetString(),
            Database = "aiwendy",
            Pooling = false,
            Timeout = 5,
        }.ConnectionString;
    }

    private async Task<int> ServerProcessAsync() =>
        int.Parse((await File.ReadAllLinesAsync(Path.Combine(folder, "data", "postgres", "cluster", "postmaster.pid")))[0], CultureInfo.InvariantCulture);

    private static void Kill(int process) => Process.Start("kill", ["-KILL", process.ToString(CultureInfo.InvariantCulture)]).WaitForExit();

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
