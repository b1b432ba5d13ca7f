using System.Collections.Concurrent;
using AIWendy.Host.Calls;
using AIWendy.Host.Configuration;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;

namespace AIWendy.Host.Http.Limits;

/// <summary>
/// Bounds how many streams one person holds open at this process, because each holds a connection for as long as it likes.
/// Where nobody is known, the address counts as the person.
/// </summary>
internal sealed class StreamSlots(LiveSettings settings)
{
    private readonly ConcurrentDictionary<string, int> open = new(StringComparer.Ordinal);

    /// <summary>Takes a slot; dispose the result when the stream ends.</summary>
    /// <exception cref="ProblemException">429 <c>too_many_streams</c>: the person holds as many as he may.</exception>
    public IDisposable Take(HttpContext context)
    {
        string who = CallContext.Current is { } call && call.UserId != Guid.Empty
            ? $"{call.TenantId:N}{call.UserId:N}"
            : context.Connection.RemoteIpAddress?.ToString() ?? string.Empty;
        if (open.AddOrUpdate(who, 1, static (_, count) => count + 1) <= settings.RateLimits.StreamsPerCaller)
        {
            return new Slot(this, who);
        }

        Release(who);
        throw new ProblemException(429, "too_many_streams", Text.Of("Too many pages are open at once. Close some and try again.", "同时打开的页面太多，请关闭一些后再试。"))
        {
            RetryAfter = TimeSpan.FromSeconds(5),
        };
    }

    /// <summary>How many streams are open.</summary>
    public int Count => open.Values.Sum();

    private void Release(string who)
    {
        // Whoever holds none is forgotten, or the list would hold everybody who was ever here.
        int left = open.AddOrUpdate(who, 0, static (_, count) => count - 1);
        if (left <= 0)
        {
            open.TryRemove(KeyValuePair.Create(who, left));
        }
    }

    private sealed class Slot(StreamSlots slots, string who) : IDisposable
    {
        private StreamSlots? held = slots;

        public void Dispose() => Interlocked.Exchange(ref held, null)?.Release(who);
    }
}
