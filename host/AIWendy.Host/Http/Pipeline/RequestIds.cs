using System.Buffers.Binary;
using System.Diagnostics;

namespace AIWendy.Host.Http.Pipeline;

/// <summary>
/// Makes ids of requests in the shape of a UUID of version 7. They tell requests apart and are no secret, so they come
/// from the fast random source and the monotonic clock: the system's own sources cost more than many an endpoint.
/// </summary>
internal static class RequestIds
{
    private static readonly long Started = Stopwatch.GetTimestamp();
    private static readonly long StartedAt = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();

    /// <summary>A new id, 32 hexadecimal digits.</summary>
    /// <param name="timestamp">The present, as <see cref="Stopwatch.GetTimestamp"/> tells it.</param>
    public static string At(long timestamp)
    {
        const ulong Version = 0x7000;
        const ulong Variant = 0x8000_0000_0000_0000;
        ulong random = (ulong)Random.Shared.NextInt64();
        ulong milliseconds = (ulong)(StartedAt + ((timestamp - Started) / (Stopwatch.Frequency / 1000)));
        ulong high = (milliseconds << 16) | Version | (random >> 51);
        ulong low = Variant | ((ulong)Random.Shared.NextInt64() >> 1);
        return string.Create(32, (high, low), static (text, halves) =>
        {
            Span<byte> bytes = stackalloc byte[16];
            BinaryPrimitives.WriteUInt64BigEndian(bytes, halves.high);
            BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], halves.low);
            Convert.TryToHexStringLower(bytes, text, out _);
        });
    }
}
