using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AIWendy.Bench;

/// <summary>A keep-alive connection that sends ready requests and reads whole answers, at little cost of its own.</summary>
internal sealed class HttpSocket : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] buffer = new byte[16 * 1024];
    private int length;

    private HttpSocket()
    {
    }

    /// <summary>The last answer, head and body.</summary>
    public ReadOnlySpan<byte> Answer => buffer.AsSpan(0, length);

    public static async Task<HttpSocket> ConnectAsync(int port)
    {
        HttpSocket connection = new();
        await connection.socket.ConnectAsync(IPAddress.Loopback, port);
        return connection;
    }

    public static byte[] Get(int port, string path) =>
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: */*\r\n\r\n"));

    /// <summary>Sends a request and reads its answer.</summary>
    /// <returns>The status; 0 when the server closed the connection.</returns>
    public async ValueTask<int> ExchangeAsync(byte[] request)
    {
        await socket.SendAsync(request);
        length = 0;
        do
        {
            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            int read = await socket.ReceiveAsync(buffer.AsMemory(length));
            if (read == 0)
            {
                return 0;
            }

            length += read;
        }
        while (!IsComplete(Answer));
        return Answer.Length > 12 && int.TryParse(Answer.Slice(9, 3), CultureInfo.InvariantCulture, out int status) ? status : 0;
    }

    public void Dispose() => socket.Dispose();

    private static bool IsComplete(ReadOnlySpan<byte> response)
    {
        int end = response.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }

        int header = response[..end].IndexOf("Content-Length: "u8);
        if (header < 0)
        {
            return response.EndsWith("0\r\n\r\n"u8);
        }

        ReadOnlySpan<byte> value = response[(header + 16)..end];
        int stop = value.IndexOf((byte)'\r');
        int body = int.Parse(stop < 0 ? value : value[..stop], CultureInfo.InvariantCulture);
        return response.Length >= end + 4 + body;
    }
}
