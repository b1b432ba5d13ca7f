using AIWendy.Host.Configuration;

namespace AIWendy.Host.Commands;

/// <summary>Tells the person at the terminal where the page is, as soon as it answers.</summary>
internal sealed class Announcement(HostSettings settings) : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken) =>
        Console.Out.WriteLineAsync($"AIWendy {Deployment.ProductVersion} answers on {RunningHost.Address(settings).GetLeftPart(UriPartial.Authority)} (Ctrl+C stops it)".AsMemory(), cancellationToken);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
