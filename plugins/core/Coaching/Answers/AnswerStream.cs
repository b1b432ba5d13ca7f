using System.Text;
using AIWendy.Sdk.Runs;

namespace AIWendy.Plugins.Coaching.Answers;

/// <summary>
/// Writes an answer to its draft and to the run's events. Pieces of text are gathered for at most 30 ms, so that a
/// fast model does not cost one event a token.
/// </summary>
internal sealed class AnswerStream(IRunContext run, AnswerDraft draft, TimeProvider time)
{
    /// <summary>How long a piece of text may wait for more.</summary>
    public static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(30);

    private readonly StringBuilder pending = new();
    private bool pendingIsReasoning;
    private long pendingSince;
    private long? thinkingSince;

    public AnswerDraft Draft => draft;

    /// <summary>How long the gathered text may still wait; null when there is none.</summary>
    public TimeSpan? Due
    {
        get
        {
            if (pending.Length == 0)
            {
                return null;
            }

            TimeSpan left = Gathering - time.GetElapsedTime(pendingSince);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    public ValueTask TextAsync(string text)
    {
        if (text.Length > 0)
        {
            EndThinking();
        }

        return AppendAsync(text, isReasoning: false);
    }

    public ValueTask ReasoningAsync(string text)
    {
        if (text.Length > 0)
        {
            thinkingSince ??= time.GetTimestamp();
        }

        return AppendAsync(text, isReasoning: true);
    }

    /// <summary>Adds the stretch of thinking that ends now to the answer's; nothing when the model does not think.</summary>
    public void EndThinking()
    {
        if (thinkingSince is { } since)
        {
            draft.ThoughtFor = (draft.ThoughtFor ?? TimeSpan.Zero) + time.GetElapsedTime(since);
            thinkingSince = null;
        }
    }

    public async ValueTask ToolAsync(ToolStep step)
    {
        EndThinking();
        await FlushAsync().ConfigureAwait(false);
        draft.Set(step);
        await run.EmitAsync(ChatEvents.Tool(step.CallId, step.Name, step.Title, step.Status, step.DurationMs)).ConfigureAwait(false);
    }

    public async ValueTask EvidenceAsync(Evidence evidence)
    {
        if (evidence.IsEmpty)
        {
            return;
        }

        await FlushAsync().ConfigureAwait(false);
        draft.Evidence = draft.Evidence.With(evidence);
        await run.EmitAsync(ChatEvents.Evidence(evidence.ToNode())).ConfigureAwait(false);
    }

    /// <summary>Sends the gathered text now.</summary>
    public async ValueTask FlushAsync()
    {
        if (pending.Length == 0)
        {
            return;
        }

        string text = pending.ToString();
        pending.Clear();
        await run.EmitAsync(pendingIsReasoning ? ChatEvents.Reasoning(text) : ChatEvents.Delta(text)).ConfigureAwait(false);
    }

    private async ValueTask AppendAsync(string text, bool isReasoning)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (pendingIsReasoning != isReasoning)
        {
            await FlushAsync().ConfigureAwait(false);
            pendingIsReasoning = isReasoning;
        }

        (isReasoning ? draft.Reasoning : draft.Text).Append(text);
        if (pending.Length == 0)
        {
            pendingSince = time.GetTimestamp();
        }

        pending.Append(text);
        if (Due == TimeSpan.Zero)
        {
            await FlushAsync().ConfigureAwait(false);
        }
    }
}
