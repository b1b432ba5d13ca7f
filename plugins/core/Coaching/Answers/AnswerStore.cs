using AIWendy.Plugins.Coaching.Data;
using AIWendy.Sdk;
using Microsoft.EntityFrameworkCore;

namespace AIWendy.Plugins.Coaching.Answers;

/// <summary>Answers in the database, always those of the current user.</summary>
internal sealed class AnswerStore(CoachingDbContext database, ICurrentUser user, TimeProvider time) : IAnswerStore
{
    /// <summary>More turns than this never fit into a model's window.</summary>
    private const int HistoryLimit = 200;

    public async Task<AnswerTask?> LoadAsync(AnswerInput input, Guid runId, CancellationToken cancellationToken)
    {
        Message? answer = await FindOpenAsync(input, cancellationToken).ConfigureAwait(false);
        Conversation? conversation = await database.Conversations.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == input.ConversationId && row.UserId == user.Id, cancellationToken).ConfigureAwait(false);
        if (answer is null || conversation is null)
        {
            return null;
        }

        answer.RunId = runId;
        await database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        Message? question = await database.Messages.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == answer.ReplyToId && row.UserId == user.Id, cancellationToken).ConfigureAwait(false);
        if (question is null)
        {
            return null;
        }

        List<Message> earlier = await database.Messages.AsNoTracking()
            .Where(row => row.ConversationId == conversation.Id && row.UserId == user.Id
                && row.Sequence < question.Sequence && !row.IsSuperseded)
            .OrderByDescending(row => row.Sequence)
            .Take(HistoryLimit)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        earlier.Reverse();
        return new AnswerTask(answer.CoachId ?? conversation.CoachId, conversation.ConnectionId, question.Text, History.Turns(earlier));
    }

    public async Task SaveAsync(AnswerInput input, AnswerDraft draft, CancellationToken cancellationToken)
    {
        Message? answer = await FindOpenAsync(input, cancellationToken).ConfigureAwait(false);
        if (answer is null)
        {
            return;
        }

        DateTimeOffset? completedAt = draft.Status == MessageStatus.Streaming ? null : time.GetUtcNow();
        answer.Take(draft, completedAt);
        if (completedAt is not null)
        {
            Conversation? conversation = await database.Conversations
                .FirstOrDefaultAsync(row => row.Id == input.ConversationId && row.UserId == user.Id, cancellationToken).ConfigureAwait(false);
            if (conversation is not null)
            {
                conversation.UpdatedAt = completedAt.Value;
            }
        }

        await database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<Message?> FindOpenAsync(AnswerInput input, CancellationToken cancellationToken)
    {
        // Another replica may have settled the answer since it was read.
        database.ChangeTracker.Clear();
        return await database.Messages.FirstOrDefaultAsync(
            row => row.Id == input.MessageId && row.UserId == user.Id && row.Status == MessageStatus.Streaming,
            cancellationToken).ConfigureAwait(false);
    }
}
