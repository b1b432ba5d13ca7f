using AIWendy.Plugins.Coaching.Answers;
using AIWendy.Plugins.Coaching.Data;
using AIWendy.Sdk.Runs;

namespace AIWendy.Plugins.Coaching.Conversations;

/// <summary>
/// Closes answers whose run is over although nobody closed them: the host died between two writes. Without it such an
/// answer would block its conversation for ever.
/// </summary>
internal sealed class StaleAnswers(IAnswerStore answers, IRuns runs, TimeProvider time)
{
    /// <summary>A message is stored before its run starts; after this time the start has failed.</summary>
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(1);

    /// <summary>Whether the answer was closed; false means that it is being written.</summary>
    public async Task<bool> CloseAsync(Message answer, CancellationToken cancellationToken)
    {
        AnswerDraft draft = new();
        if (answer.RunId is { } runId)
        {
            Run? run = await runs.FindAsync(runId, cancellationToken).ConfigureAwait(false);
            if (run is { State: RunState.Running })
            {
                return false;
            }

            draft = run is null ? draft : RunTranscript.Fold(await runs.ReadAsync(runId, 0, cancellationToken).ConfigureAwait(false));
        }
        else if (time.GetUtcNow() - answer.CreatedAt < StartLimit)
        {
            return false;
        }

        if (draft.Status == MessageStatus.Streaming)
        {
            draft.BreakOff(MessageStatus.Incomplete, "incomplete");
        }

        AnswerInput input = new(answer.ConversationId, answer.Id, "en");
        await answers.SaveAsync(input, draft, cancellationToken).ConfigureAwait(false);
        return true;
    }
}
