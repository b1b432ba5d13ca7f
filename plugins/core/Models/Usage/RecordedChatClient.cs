using System.Runtime.CompilerServices;
using AIWendy.Plugins.Models.Connections;
using AIWendy.Plugins.Models.Data;
using AIWendy.Sdk.Models;
using Microsoft.Extensions.AI;

namespace AIWendy.Plugins.Models.Usage;

/// <summary>Passes calls on and stores what they used, however they end.</summary>
/// <param name="inner">The client.</param>
/// <param name="connection">What it talks to.</param>
/// <param name="userId">On whose behalf.</param>
/// <param name="recorder">Stores the use.</param>
/// <param name="owner">Keeps the client's plugin loaded; released with the client.</param>
internal sealed class RecordedChatClient(IChatClient inner, ConnectionDetails connection, Guid userId, UsageRecorder recorder, IAsyncDisposable? owner)
    : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken).ConfigureAwait(false);

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        long started = recorder.Time.GetTimestamp();
        UsageDetails? used = null;
        string outcome = "cancelled";
        IAsyncEnumerator<ChatResponseUpdate> updates = base.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        try
        {
            while (true)
            {
                ChatResponseUpdate? update;
                try
                {
                    update = await updates.MoveNextAsync().ConfigureAwait(false) ? updates.Current : null;
                }
                catch (ModelException failure)
                {
                    outcome = failure.Code;
                    throw;
                }

                if (update is null)
                {
                    outcome = "ok";
                    break;
                }

                used = update.Contents.OfType<UsageContent>().LastOrDefault()?.Details ?? used;
                yield return update;
            }
        }
        finally
        {
            await updates.DisposeAsync().ConfigureAwait(false);
            await RecordAsync(used, outcome, started).ConfigureAwait(false);
        }
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && owner is not null)
        {
            // Nothing waits for the owner: it only lets go of its plugin.
            _ = owner.DisposeAsync().AsTask();
        }
    }

    // What the built-in coach does costs nothing and needs no record; that it was used is known nevertheless.
    private async Task RecordAsync(UsageDetails? used, string outcome, long started)
    {
        UsageEntry entry = new()
        {
            UserId = userId,
            ConnectionId = connection.Id,
            Kind = connection.Kind,
            Model = connection.Target.Model,
            InputTokens = used?.InputTokenCount,
            OutputTokens = used?.OutputTokenCount,
            Outcome = outcome,
            DurationMs = (long)recorder.Time.GetElapsedTime(started).TotalMilliseconds,
            At = recorder.Time.GetUtcNow(),
        };
        if (connection.Source != ConnectionSource.Builtin)
        {
            await recorder.RecordAsync(entry).ConfigureAwait(false);
        }

        await recorder.AnnounceAsync(entry).ConfigureAwait(false);
    }
}
