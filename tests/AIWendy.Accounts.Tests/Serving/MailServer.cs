using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Channels;

namespace AIWendy.Accounts.Tests.Serving;

/// <summary>A mail server that takes everything and shows it.</summary>
internal sealed partial class MailServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Channel<string> messages = Channel.CreateUnbounded<string>();
    private readonly Task serving;

    public MailServer()
    {
        listener.Start();
        serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>The next message to somebody; others in between are passed over.</summary>
    public async Task<string> NextAsync(string recipient)
    {
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(30));
        while (true)
        {
            string message = await messages.Reader.ReadAsync(limit.Token);
            if (message.Contains("To: " + recipient, StringComparison.OrdinalIgnoreCase))
            {
                return Decode(message);
            }
        }
    }

    /// <summary>The secret of the link in a message.</summary>
    public static string TokenIn(string message) => Link().Match(message).Groups[1].Value;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving;
        stop.Dispose();
    }

    private static string Decode(string message)
    {
        int body = message.IndexOf("\n\n", StringComparison.Ordinal);
        string head = message[..body];
        string text = message[(body + 2)..];
        if (head.Contains("quoted-printable", StringComparison.OrdinalIgnoreCase))
        {
            text = SoftBreak().Replace(text, string.Empty);
            return head + "\n\n" + Encoding.UTF8.GetString([.. Bytes(text)]);
        }

        return head.Contains("base64", StringComparison.OrdinalIgnoreCase)
            ? head + "\n\n" + Encoding.UTF8.GetString(Convert.FromBase64String(text))
            : message;
    }

    private static IEnumerable<byte> Bytes(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '=')
            {
                yield return Convert.ToByte(text.Substring(i + 1, 2), 16);
                i += 2;
            }
            else
            {
                yield return (byte)text[i];
            }
        }
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using TcpClient client = await listener.AcceptTcpClientAsync(stop.Token);
                await TalkAsync(client, stop.Token);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or IOException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(TcpClient client, CancellationToken cancellationToken)
    {
        await using NetworkStream stream = client.GetStream();
        using StreamReader reader = new(stream, Encoding.ASCII);
        await using StreamWriter writer = new(stream, Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 test");
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase))
            {
                await writer.WriteLineAsync("354 go on");
                StringBuilder message = new();
                while (await reader.ReadLineAsync(cancellationToken) is { } part && part != ".")
                {
                    message.Append(part.StartsWith("..", StringComparison.Ordinal) ? part[1..] : part).Append('\n');
                }

                messages.Writer.TryWrite(message.ToString());
            }

            await writer.WriteLineAsync(line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase) ? "221 bye" : "250 ok");
        }
    }

    [GeneratedRegex("#([A-Za-z0-9_-]{43})")]
    private static partial Regex Link();

    [GeneratedRegex("=\\n")]
    private static partial Regex SoftBreak();
}
