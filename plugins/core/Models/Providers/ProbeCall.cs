using System.Diagnostics;
using System.Text.Json;
using AIWendy.Plugins.Models.Streaming;
using AIWendy.Sdk.Models;
using Microsoft.Extensions.AI;

namespace AIWendy.Plugins.Models.Providers;

/// <summary>The parts of a probe that the protocols share.</summary>
internal static class ProbeCall
{
    private static readonly TimeSpan ListLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(45);

    /// <summary>
    /// Lists the models when the server can, and asks for the beginning of one short answer: only that proves address,
    /// key and model together.
    /// </summary>
    public static async Task<ModelProbe> RunAsync(IChatClient client, Func<TimeSpan, CancellationToken, Task<string>> list, string member, string name, CancellationToken cancellationToken)
    {
        Task<IReadOnlyList<string>> listing = ListAsync(list, member, name, cancellationToken);
        long started = Stopwatch.GetTimestamp();
        await FirstAnswerAsync(client, cancellationToken).ConfigureAwait(false);
        long latency = (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return new ModelProbe(latency, await listing.ConfigureAwait(false));
    }

    /// <summary>The names that a listing holds; empty when the server can not list.</summary>
    public static async Task<IReadOnlyList<string>> ListAsync(Func<TimeSpan, CancellationToken, Task<string>> list, string member, string name, CancellationToken cancellationToken)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(await list(ListLimit, cancellationToken).ConfigureAwait(false));
            return [.. (document.RootElement.ReadArray(member)?.EnumerateArray() ?? default)
                .Select(item => item.ReadString(name))
                .Where(item => item is { Length: > 0 and <= 200 })
                .Select(item => item!)
                .Distinct()
                .Order(StringComparer.OrdinalIgnoreCase)
                .Take(500)];
        }
        catch (Exception failure) when (failure is ModelException or JsonException)
        {
            // Many servers do not list; the answer decides.
            return [];
        }
    }

    private static async Task FirstAnswerAsync(IChatClient client, CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(AnswerLimit);
        try
        {
            ChatOptions options = new() { MaxOutputTokens = 16 };
            await foreach (ChatResponseUpdate update in client.GetStreamingResponseAsync([new ChatMessage(ChatRole.User, "hello")], options, limit.Token).ConfigureAwait(false))
            {
                if (update.Contents.Count > 0)
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw ModelErrors.NoFirstByte(AnswerLimit);
        }
    }
}
