using AIWendy.Plugins.Coaching.Answers;
using AIWendy.Plugins.Coaching.Data;
using AIWendy.Plugins.Coaching.Safety;
using AIWendy.Sdk;
using AIWendy.Sdk.Events;
using AIWendy.Sdk.Localization;
using AIWendy.Sdk.Runs;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AIWendy.Plugins.Coaching.Conversations;

/// <summary>Stores a user's message and starts the answer to it. The database keeps two answers from starting at once.</summary>
internal sealed class MessageSender(
    CoachingDbContext database, StaleAnswers stale, IRuns runs, IEvents events, ICurrentUser user, TimeProvider time)
{
    public const int MaxLength = 8_000;
    private const int MaxKeyLength = 200;

    public async Task<Run> SendAsync(Guid conversationId, SendMessage request, CancellationToken cancellationToken)
    {
        string text = ValidText(request.Text);
        string? key = ValidKey(request.IdempotencyKey);
        Conversation conversation = await FindAsync(conversationId, cancellationToken).ConfigureAwait(false);
        if (key is not null && await RepeatAsync(conversationId, key, text, cancellationToken).ConfigureAwait(false) is { } earlier)
        {
            return earlier;
        }

        await RequireQuietAsync(conversationId, cancellationToken).ConfigureAwait(false);
        Message question = Add(conversation, MessageRole.User, text);
        question.IdempotencyKey = key;
        Message answer = AddAnswer(conversation, question.Id);
        if (conversation.Title is null && !CrisisCheck.Matches(text))
        {
            // Words of despair do not become a headline in a list.
            conversation.Title = Titles.FromMessage(text);
        }

        conversation.MessageCount += 2;
        try
        {
            await database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (DbUpdateException exception) when (ViolatedIndex(exception) is { } index)
        {
            database.ChangeTracker.Clear();
            if (index == CoachingDbContext.IdempotencyIndex && key is not null
                && await RepeatAsync(conversationId, key, text, cancellationToken).ConfigureAwait(false) is { } winner)
            {
                return winner;
            }

            throw InProgress();
        }

        ChatMessageSent sent = new(user.Id, conversationId, conversation.CoachId, text.Length, question.Sequence == 1, question.CreatedAt);
        await events.PublishAsync(sent, CancellationToken.None).ConfigureAwait(false);
        return await StartAsync(conversation, answer, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Answers the last message again, in place of an answer that is there.</summary>
    public async Task<Run> RetryAsync(Guid conversationId, Guid messageId, CancellationToken cancellationToken)
    {
        Conversation conversation = await FindAsync(conversationId, cancellationToken).ConfigureAwait(false);
        await RequireQuietAsync(conversationId, cancellationToken).ConfigureAwait(false);
        List<Message> last = await database.Messages
            .Where(row => row.ConversationId == conversationId && row.UserId == user.Id && !row.IsSuperseded)
            .OrderByDescending(row => row.Sequence).Take(2)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        Message? question = last.FirstOrDefault(row => row.Role == MessageRole.User);
        Message? previous = last.FirstOrDefault(row => row.Role == MessageRole.Assistant && row.ReplyToId == question?.Id);
        if (question is null || (messageId != question.Id && messageId != previous?.Id))
        {
            bool exists = await database.Messages.AsNoTracking()
                .AnyAsync(row => row.Id == messageId && row.ConversationId == conversationId && row.UserId == user.Id, cancellationToken).ConfigureAwait(false);
            throw exists
                ? new ProblemException(409, "not_last_message", Text.Of("Only the last message can be answered again.", "只有最后一条消息可以重新回答。"))
                : ProblemException.NotFound("The message");
        }

        Message answer = AddAnswer(conversation, question.Id);
        if (previous is null)
        {
            conversation.MessageCount++;
        }
        else
        {
            previous.IsSuperseded = true;
        }

        try
        {
            await database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (DbUpdateException exception) when (ViolatedIndex(exception) is not null)
        {
            throw InProgress();
        }

        return await StartAsync(conversation, answer, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Run> StartAsync(Conversation conversation, Message answer, CancellationToken cancellationToken)
    {
        AnswerInput input = new(conversation.Id, answer.Id, user.Language);
        Run run;
        try
        {
            run = await runs.StartAsync(AnswerInput.RunKind, input.ToJson(), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The message is stored and stays; the answer shows that it did not start and can be retried.
            AnswerDraft draft = new();
            draft.Fail(new AnswerError("not_started", "The answer could not be started. Your message is kept; try again.", null, Retryable: true));
            answer.Take(draft, time.GetUtcNow());
            await database.SaveChangesAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }

        // The run notes its id as well; whoever comes first, the value is the same.
        await database.Messages
            .Where(row => row.Id == answer.Id && row.UserId == user.Id && row.RunId == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RunId, run.Id), cancellationToken).ConfigureAwait(false);
        return run;
    }

    private async Task<Conversation> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await database.Conversations
            .FirstOrDefaultAsync(row => row.Id == id && row.UserId == user.Id && row.DeletedAt == null, cancellationToken).ConfigureAwait(false)
        ?? throw ProblemException.NotFound("The conversation");

    private async Task<Run?> RepeatAsync(Guid conversationId, string key, string text, CancellationToken cancellationToken)
    {
        Message? question = await database.Messages.AsNoTracking()
            .FirstOrDefaultAsync(row => row.ConversationId == conversationId && row.UserId == user.Id && row.IdempotencyKey == key, cancellationToken).ConfigureAwait(false);
        if (question is null)
        {
            return null;
        }

        if (question.Text != text)
        {
            throw new ProblemException(409, "idempotency_key_reused", Text.Of("This key was used for another message.", "这个键已用于另一条消息。"));
        }

        Guid? runId = await database.Messages.AsNoTracking()
            .Where(row => row.ReplyToId == question.Id && row.ConversationId == conversationId && row.UserId == user.Id)
            .OrderByDescending(row => row.Sequence)
            .Select(row => row.RunId)
            .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        Run? run = runId is { } id ? await runs.FindAsync(id, cancellationToken).ConfigureAwait(false) : null;
        return run ?? throw new ProblemException(409, "already_sent", Text.Of("This message was sent already. Read the conversation to see its answer.", "这条消息已经发送过。打开对话查看它的回答。"));
    }

    private async Task RequireQuietAsync(Guid conversationId, CancellationToken cancellationToken)
    {
        Message? open = await database.Messages.AsNoTracking().FirstOrDefaultAsync(
            row => row.ConversationId == conversationId && row.UserId == user.Id && row.Status == MessageStatus.Streaming,
            cancellationToken).ConfigureAwait(false);
        if (open is null)
        {
            return;
        }

        if (!await stale.CloseAsync(open, cancellationToken).ConfigureAwait(false))
        {
            throw InProgress();
        }
    }

    private Message AddAnswer(Conversation conversation, Guid questionId)
    {
        Message answer = Add(conversation, MessageRole.Assistant, string.Empty);
        answer.Status = MessageStatus.Streaming;
        answer.CoachId = conversation.CoachId;
        answer.ReplyToId = questionId;
        return answer;
    }

    private Message Add(Conversation conversation, MessageRole role, string text)
    {
        DateTimeOffset now = time.GetUtcNow();
        conversation.UpdatedAt = now;
        Message message = new()
        {
            Id = Guid.CreateVersion7(now),
            ConversationId = conversation.Id,
            UserId = user.Id,
            Sequence = ++conversation.LastSequence,
            Role = role,
            Text = text,
            CreatedAt = now,
        };
        database.Messages.Add(message);
        return message;
    }

    private static string ValidText(string? text)
    {
        string trimmed = MessageContent.Clean(text ?? string.Empty).Trim();
        return trimmed.Length switch
        {
            0 => throw Refuse("message_empty", "The message is empty."),
            > MaxLength => throw Refuse("message_too_long", $"A message has at most {MaxLength:N0} characters; this one has {trimmed.Length:N0}."),
            _ => trimmed,
        };
    }

    private static string? ValidKey(string? key) => key is null or { Length: > 0 and <= MaxKeyLength }
        ? key
        : throw ProblemException.Invalid("idempotencyKey", Text.Of($"A key has 1 to {MaxKeyLength} characters.", $"键必须有 1 到 {MaxKeyLength} 个字符。"));

    private static ProblemException Refuse(string code, string message) =>
        new(400, code, message) { Errors = new Dictionary<string, string[]> { ["text"] = [message] } };

    private static ProblemException InProgress() =>
        new(409, "answer_in_progress", "An answer is being written in this conversation. Wait for it or stop it.");

    private static string? ViolatedIndex(DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } violation ? violation.ConstraintName : null;
}
