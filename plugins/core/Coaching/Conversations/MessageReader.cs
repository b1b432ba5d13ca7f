using AIWendy.Plugins.Coaching.Answers;
using AIWendy.Plugins.Coaching.Data;
using AIWendy.Sdk;
using AIWendy.Sdk.Runs;
using Microsoft.EntityFrameworkCore;

namespace AIWendy.Plugins.Coaching.Conversations;

/// <summary>Reads messages; of an answer under way also what its run has written so far.</summary>
internal sealed class MessageReader(CoachingDbContext database, StaleAnswers stale, IRuns runs, ICurrentUser user)
{
    private const int MaxPage = 200;

    public async Task<MessagePage> PageAsync(Guid conversationId, int? limit, string? cursor, CancellationToken cancellationToken)
    {
        bool exists = await database.Conversations.AsNoTracking()
            .AnyAsync(row => row.Id == conversationId && row.UserId == user.Id && row.DeletedAt == null, cancellationToken).ConfigureAwait(false);
        if (!exists)
        {
            throw ProblemException.NotFound("The conversation");
        }

        int size = Math.Clamp(limit ?? 50, 1, MaxPage);
        int? before = cursor is null ? null : PageCursor.DecodeSequence(cursor);
        List<Message> rows = await ReadAsync(conversationId, before, size + 1, cancellationToken).ConfigureAwait(false);
        string? next = rows.Count > size ? PageCursor.Encode(rows[size - 1].Sequence) : null;
        List<MessageView> items = [];
        foreach (Message row in rows.Take(size).Reverse())
        {
            items.Add(row.Status == MessageStatus.Streaming
                ? await LiveAsync(row, cancellationToken).ConfigureAwait(false)
                : MessageView.Of(row));
        }

        return new MessagePage(items, next);
    }

    private Task<List<Message>> ReadAsync(Guid conversationId, int? before, int count, CancellationToken cancellationToken)
    {
        IQueryable<Message> query = database.Messages.AsNoTracking()
            .Where(row => row.ConversationId == conversationId && row.UserId == user.Id && !row.IsSuperseded);
        if (before is { } sequence)
        {
            query = query.Where(row => row.Sequence < sequence);
        }

        return query.OrderByDescending(row => row.Sequence).Take(count).ToListAsync(cancellationToken);
    }

    private async Task<MessageView> LiveAsync(Message row, CancellationToken cancellationToken)
    {
        if (await stale.CloseAsync(row, cancellationToken).ConfigureAwait(false))
        {
            return await AgainAsync(row, cancellationToken).ConfigureAwait(false);
        }

        if (row.RunId is not { } runId)
        {
            return MessageView.Of(row);
        }

        IReadOnlyList<StoredRunEvent> events = await runs.ReadAsync(runId, 0, cancellationToken).ConfigureAwait(false);
        return MessageView.Of(row).With(RunTranscript.Fold(events), events.Count == 0 ? 0 : events[^1].Sequence);
    }

    // The answer may have ended between the two reads.
    private async Task<MessageView> AgainAsync(Message row, CancellationToken cancellationToken)
    {
        Message? current = await database.Messages.AsNoTracking()
            .FirstOrDefaultAsync(other => other.Id == row.Id && other.UserId == user.Id, cancellationToken).ConfigureAwait(false);
        return MessageView.Of(current ?? row);
    }
}
