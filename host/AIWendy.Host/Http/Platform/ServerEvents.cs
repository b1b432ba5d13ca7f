using System.Collections.Concurrent;
using System.Threading.Channels;
using AIWendy.Host.Http.Limits;
using AIWendy.Host.Http.Streaming;
using AIWendy.Host.Plugins;

namespace AIWendy.Host.Http.Platform;

/// <summary>
/// Tells open pages that something changed, so that they load it again: one stream per tab, no data in it. A page that
/// missed events while it was away loads everything anyway.
/// </summary>
internal sealed class ServerEvents(IPluginRuntime plugins, StreamSlots slots, IHostApplicationLifetime lifetime) : IHostedService
{
    private const int BufferedEvents = 16;
    private static readonly TimeSpan PingInterval = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<Channel<string>, bool> listeners = new();

    public Task StartAsync(CancellationToken cancellationToken)
    {
        plugins.Changed += PublishPluginsChanged;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        plugins.Changed -= PublishPluginsChanged;
        return Task.CompletedTask;
    }

    /// <summary>Sends an event to every open page of this node.</summary>
    /// <param name="type">Kebab-case name, e.g. <c>plugins-changed</c>.</param>
    public void Publish(string type)
    {
        foreach (Channel<string> listener in listeners.Keys)
        {
            listener.Writer.TryWrite(type);
        }
    }

    /// <summary>Tells every open page of this node that pages and features may have come or gone.</summary>
    public void PublishPluginsChanged() => Publish("plugins-changed");

    public IResult Stream() => new StreamResult(this, lifetime.ApplicationStopping);

    private async Task SendAsync(HttpContext context, CancellationToken stopping)
    {
        using IDisposable slot = slots.Take(context);

        // A slow page loses the oldest: one "plugins-changed" is as good as five.
        Channel<string> listener = Channel.CreateBounded<string>(
            new BoundedChannelOptions(BufferedEvents) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        listeners[listener] = true;
        try
        {
            using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
            EventStreamWriter writer = EventStreamWriter.Begin(context.Response);
            await writer.CommentAsync("listening", end.Token);
            while (true)
            {
                if (!await listener.Reader.WaitOrTimeOutAsync(PingInterval, end.Token))
                {
                    await writer.CommentAsync("ping", end.Token);
                    continue;
                }

                while (listener.Reader.TryRead(out string? type))
                {
                    writer.Append(id: null, $$"""{"type":"{{type}}"}""");
                }

                await writer.FlushAsync(end.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was closed or the host stops; both end the stream.
        }
        finally
        {
            listeners.TryRemove(listener, out _);
        }
    }

    private sealed class StreamResult(ServerEvents events, CancellationToken stopping) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => events.SendAsync(httpContext, stopping);
    }
}
