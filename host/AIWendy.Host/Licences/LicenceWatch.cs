using System.Threading.Channels;
using AIWendy.Host.Hosting;
using AIWendy.Host.Http.Platform;
using AIWendy.Host.Runs;
using Npgsql;

namespace AIWendy.Host.Licences;

/// <summary>
/// Reads the licences before the plugins start, and again when another node says that one came or went, and now and then
/// in any case: that also notes the time.
/// </summary>
internal sealed partial class LicenceWatch(
    Licensing licensing, NodeLink node, ServerEvents events, TimeProvider time, ILogger<LicenceWatch> logger) : IDatabaseStep, IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(15);

    private readonly CancellationTokenSource stopping = new();
    private readonly Channel<bool> news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private Task follow = Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await licensing.ReloadAsync(cancellationToken);
        licensing.Changed += events.PublishPluginsChanged;
        node.Listen(NodeLink.LicencesChannel, this, _ => news.Writer.TryWrite(true));
        follow = Task.Run(() => FollowAsync(stopping.Token), CancellationToken.None);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        licensing.Changed -= events.PublishPluginsChanged;
        await stopping.CancelAsync();
        await follow;
    }

    public void Dispose() => stopping.Dispose();

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                using CancellationTokenSource wait = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                await Task.WhenAny(news.Reader.WaitToReadAsync(wait.Token).AsTask(), Task.Delay(Interval, time, wait.Token));
                await wait.CancelAsync();
                cancellationToken.ThrowIfCancellationRequested();
                news.Reader.TryRead(out _);
                await ReloadAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task ReloadAsync(CancellationToken cancellationToken)
    {
        try
        {
            await licensing.ReloadAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
        {
            LogLater(logger, exception.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The licences could not be read again, so what is known stays: {Reason}")]
    private static partial void LogLater(ILogger logger, string reason);
}
