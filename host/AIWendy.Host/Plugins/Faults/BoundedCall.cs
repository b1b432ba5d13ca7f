using System.Globalization;

namespace AIWendy.Host.Plugins.Faults;

/// <summary>
/// Calls a plugin's code without trusting it to return. Code that runs can not be stopped from outside; what the host
/// can do is go on without it.
/// </summary>
internal static class BoundedCall
{
    // What honours its token gets this long to end by itself before it counts as lost.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);

    /// <exception cref="CallTimeoutException">The time is over and the work ended by its token.</exception>
    /// <exception cref="LostCallException">The time is over and the work goes on, nobody knows for how long.</exception>
    public static async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, TimeSpan limit, CancellationToken cancellationToken)
    {
        using CancellationTokenSource source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        source.CancelAfter(limit);
        CancellationToken token = source.Token;
        Task<T> running = Task.Run(() => work(token), CancellationToken.None);
        try
        {
            return await running.WaitAsync(limit + Grace, CancellationToken.None);
        }
        catch (TimeoutException) when (!running.IsCompleted)
        {
            // Whatever it ends with one day is nobody's business any more.
            _ = running.ContinueWith(static late => _ = late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            cancellationToken.ThrowIfCancellationRequested();
            throw new LostCallException(limit);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new CallTimeoutException(limit);
        }
    }

    /// <inheritdoc cref="RunAsync{T}"/>
    public static Task RunAsync(Func<CancellationToken, Task> work, TimeSpan limit, CancellationToken cancellationToken) =>
        RunAsync(
            async token =>
            {
                await work(token);
                return true;
            },
            limit,
            cancellationToken);
}

/// <summary>A call that did not come back within its time.</summary>
internal class CallTimeoutException(TimeSpan limit) : TimeoutException(Sentence("It", limit))
{
    /// <summary>The same with the name of what was called.</summary>
    public string For(string what) => Sentence(what, limit);

    private static string Sentence(string what, TimeSpan limit) =>
        string.Create(CultureInfo.InvariantCulture, $"{what} did not end within {limit.TotalSeconds:0.##} s.");
}

/// <summary>A call that did not come back within its time, and goes on: it may hold a thread for as long as the process lives.</summary>
internal sealed class LostCallException(TimeSpan limit) : CallTimeoutException(limit);
