using AIWendy.Plugins.Coaching.Coaches;
using AIWendy.Plugins.Coaching.Data;
using AIWendy.Sdk;
using AIWendy.Sdk.Coaching;
using AIWendy.Sdk.Localization;
using AIWendy.Sdk.Models;
using Microsoft.EntityFrameworkCore;

namespace AIWendy.Plugins.Coaching.Conversations;

/// <summary>The current user's conversations.</summary>
internal sealed class ConversationStore(
    CoachingDbContext database, CoachCatalogue coaches, IExtensions<IModels> models, ICurrentUser user, TimeProvider time)
{
    private const int MaxPage = 100;

    public async Task<Conversation> CreateAsync(CreateConversation request, CancellationToken cancellationToken)
    {
        Coach coach = await RequireCoachAsync(request.CoachId ?? CoachCatalogue.DefaultId).ConfigureAwait(false);
        if (request.ConnectionId is { } connectionId)
        {
            await DescribeModelAsync(connectionId, cancellationToken).ConfigureAwait(false);
        }

        DateTimeOffset now = time.GetUtcNow();
        Conversation conversation = new()
        {
            Id = Guid.CreateVersion7(now),
            UserId = user.Id,
            CoachId = coach.Id,
            ConnectionId = request.ConnectionId,
            Language = user.Language,
            CreatedAt = now,
            UpdatedAt = now,
        };
        database.Conversations.Add(conversation);
        await database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return conversation;
    }

    /// <summary>Newest first; a search looks into titles.</summary>
    public async Task<ConversationPage> ListAsync(int? limit, string? cursor, string? search, CancellationToken cancellationToken)
    {
        int size = Math.Clamp(limit ?? 50, 1, MaxPage);
        IQueryable<Conversation> query = Mine().AsNoTracking().Where(row => row.DeletedAt == null);
        if (!string.IsNullOrWhiteSpace(search))
        {
            string pattern = $"%{EscapeLike(search.Trim())}%";
            query = query.Where(row => row.Title != null && EF.Functions.ILike(row.Title, pattern, "\\"));
        }

        if (cursor is not null)
        {
            (DateTimeOffset at, Guid id) = PageCursor.DecodeTime(cursor);
            query = query.Where(row => EF.Functions.LessThan(ValueTuple.Create(row.UpdatedAt, row.Id), ValueTuple.Create(at, id)));
        }

        List<Conversation> rows = await query
            .OrderByDescending(row => row.UpdatedAt).ThenByDescending(row => row.Id)
            .Take(size + 1)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        string? next = rows.Count > size ? PageCursor.Encode(rows[size - 1].UpdatedAt, rows[size - 1].Id) : null;
        return new ConversationPage([.. rows.Take(size).Select(ConversationView.Of)], next);
    }

    public async Task<Conversation> GetAsync(Guid id, CancellationToken cancellationToken) =>
        await Mine().FirstOrDefaultAsync(row => row.Id == id && row.DeletedAt == null, cancellationToken).ConfigureAwait(false)
        ?? throw ProblemException.NotFound("The conversation");

    public async Task<Conversation> ChangeAsync(Guid id, ChangeConversation request, CancellationToken cancellationToken)
    {
        Conversation conversation = await GetAsync(id, cancellationToken).ConfigureAwait(false);
        if (request.Title is { } title)
        {
            conversation.Title = ValidTitle(title);
        }

        if (request.CoachId is { } coachId)
        {
            conversation.CoachId = (await RequireCoachAsync(coachId).ConfigureAwait(false)).Id;
        }

        if (request.UseDefaultModel == true)
        {
            conversation.ConnectionId = null;
        }
        else if (request.ConnectionId is { } connectionId)
        {
            await DescribeModelAsync(connectionId, cancellationToken).ConfigureAwait(false);
            conversation.ConnectionId = connectionId;
        }

        await database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return conversation;
    }

    /// <summary>Hides a conversation; deleting it again changes nothing.</summary>
    public async Task DeleteAsync(Guid id, CancellationToken cancellationToken)
    {
        Conversation conversation = await GetAnyAsync(id, cancellationToken).ConfigureAwait(false);
        conversation.DeletedAt ??= time.GetUtcNow();
        await database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<Conversation> RestoreAsync(Guid id, CancellationToken cancellationToken)
    {
        Conversation conversation = await GetAnyAsync(id, cancellationToken).ConfigureAwait(false);
        conversation.DeletedAt = null;
        await database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return conversation;
    }

    /// <summary>What answers with this connection, or by default.</summary>
    /// <exception cref="ProblemException">Code <c>connection_not_found</c> or <c>models_unavailable</c>.</exception>
    public async Task<AnsweringModel> DescribeModelAsync(Guid? connectionId, CancellationToken cancellationToken)
    {
        await using IExtensionLease<IModels> lease = models.Acquire();
        if (lease.Items.Count == 0)
        {
            throw new ProblemException(503, "models_unavailable", Text.Of("No model can answer, because the Models plugin is off.", "模型插件已停用，没有模型可以回答。"));
        }

        ChatModel model = await lease.Items[0].Value.GetChatModelAsync(connectionId, cancellationToken).ConfigureAwait(false);
        using (model.Client)
        {
            return new AnsweringModel(model.Model, model.ConnectionName, model.Kind, model.IsLocal);
        }
    }

    private IQueryable<Conversation> Mine() => database.Conversations.Where(row => row.UserId == user.Id);

    private async Task<Conversation> GetAnyAsync(Guid id, CancellationToken cancellationToken) =>
        await Mine().FirstOrDefaultAsync(row => row.Id == id, cancellationToken).ConfigureAwait(false)
        ?? throw ProblemException.NotFound("The conversation");

    private async Task<Coach> RequireCoachAsync(string id) =>
        await coaches.FindAsync(id).ConfigureAwait(false)
        ?? throw new ProblemException(400, "coach_not_found", Text.Of("There is no such coach. Choose one of the list.", "没有这位教练。请从列表中选择。"));

    private static string ValidTitle(string title)
    {
        string trimmed = MessageContent.Clean(title).Trim();
        if (trimmed.Length is 0 or > Titles.MaxLength)
        {
            throw ProblemException.Invalid("title", Text.Of($"A title has 1 to {Titles.MaxLength} characters.", $"标题必须有 1 到 {Titles.MaxLength} 个字符。"));
        }

        return trimmed;
    }

    private static string EscapeLike(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal)
        .Replace("\0", string.Empty, StringComparison.Ordinal);
}
