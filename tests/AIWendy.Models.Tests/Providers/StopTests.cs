using System.Net;
using System.Net.Sockets;
using System.Text;
using AIWendy.Plugins.Models.Providers.OpenAi;
using AIWendy.Plugins.Models.Streaming;
using AIWendy.Sdk;
using AIWendy.Sdk.Models;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;

namespace AIWendy.Models.Tests.Providers;

/// <summary>On a real socket: whoever stops reading closes the connection at once, so that the server stops generating.</summary>
public sealed class StopTests : IOutboundHttp, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly SocketsHttpHandler handler = new();
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public void Dispose()
    {
        listener.Dispose();
        handler.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Stopping_closes_the_connection(bool byToken)
    {
        listener.Start();
        Task<TimeSpan> closed = ServeAsync();
        Uri address = new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/v1");
        using OpenAiChatClient client = new(new ModelConnection(address, null, "m"), new ModelTransport(this, TimeProvider.System, NullLogger<ModelTransport>.Instance));
        using CancellationTokenSource stop = new();
        Func<Task> ask = async () =>
        {
            await foreach (ChatResponseUpdate update in client.GetStreamingResponseAsync([new ChatMessage(ChatRole.User, "hi")], null, stop.Token))
            {
                if (update.Text.Length > 0 && !byToken)
                {
                    break;
                }

                await stop.CancelAsync();
            }
        };

        if (byToken)
        {
            await ask.Should().ThrowAsync<OperationCanceledException>();
        }
        else
        {
            await ask();
        }

        (await closed.WaitAsync(Patience)).Should().BeLessThan(TimeSpan.FromSeconds(1.5));
    }

    HttpClient IOutboundHttp.CreateClient() => new(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

    Uri IOutboundHttp.Validate(string address) => new(address);

    /// <summary>Sends one word, then a comment now and then as a slow model does, and tells how long anybody listened after the word.</summary>
    private async Task<TimeSpan> ServeAsync()
    {
        using TcpClient connection = await listener.AcceptTcpClientAsync();
        NetworkStream stream = connection.GetStream();
        byte[] request = new byte[16 * 1024];
        _ = await stream.ReadAsync(request);
        await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"));
        await ChunkAsync(stream, "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"word\"}}]}\n\n");
        long started = TimeProvider.System.GetTimestamp();
        using CancellationTokenSource patience = new(Patience);
        using PeriodicTimer timer = new(TimeSpan.FromMilliseconds(25));
        try
        {
            while (await timer.WaitForNextTickAsync(patience.Token))
            {
                await ChunkAsync(stream, ": working\n\n");
            }
        }
        catch (IOException)
        {
            // Closed by the client.
        }

        return TimeProvider.System.GetElapsedTime(started);
    }

    private static Task ChunkAsync(NetworkStream stream, string text) =>
        stream.WriteAsync(Encoding.ASCII.GetBytes($"{text.Length:x}\r\n{text}\r\n")).AsTask();
}
