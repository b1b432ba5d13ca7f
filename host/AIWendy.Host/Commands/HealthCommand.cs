using System.CommandLine;
using AIWendy.Host.Configuration;

namespace AIWendy.Host.Commands;

/// <summary><c>health</c>: asks the running host, so that a container needs no other program for its health check.</summary>
internal static class HealthCommand
{
    public static Command Create()
    {
        Command command = new("health", "Ask the running host whether it is ready; the exit code is 0 when it is.");
        command.SetAction((_, cancellationToken) => RunAsync(cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        using HttpClient client = RunningHost.Client(HostConfiguration.Load().Settings);
        try
        {
            using HttpResponseMessage response = await client.GetAsync("/healthz/ready", cancellationToken);
            Console.WriteLine(response.IsSuccessStatusCode ? "ready" : $"not ready ({(int)response.StatusCode})");
            return response.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            Console.WriteLine($"no host answers on {client.BaseAddress}");
            return 1;
        }
    }
}
