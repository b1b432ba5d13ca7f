using System.Text.Json;
using AIWendy.Plugins.Journal.Annotations;
using AIWendy.Plugins.Journal.Data;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Npgsql;
using NpgsqlTypes;

namespace AIWendy.Plugins.Journal.Screenshots;

/// <summary>A picture without its bytes.</summary>
internal sealed record ScreenshotBody(
    Guid Id, string ContentType, int Width, int Height, int Size, string? Caption, IReadOnlyList<Shape> Shapes, DateTimeOffset CreatedAt);

/// <summary>Pictures of trades, kept where the trade's edits are kept.</summary>
internal sealed class ScreenshotStore(ITenantContext tenant, ICurrentUser user)
{
    private const string Columns = "select s.id, s.content_type, s.width, s.height, s.size, s.caption, s.shapes, s.created_at from journal.screenshots s";

    /// <summary>Pictures of a trade, oldest first.</summary>
    public async Task<List<ScreenshotBody>> ListAsync(TenantTransaction transaction, Guid tradeId, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command(Columns + """
             join journal.round_trips t on t.tenant_id = s.tenant_id and t.account_id = s.account_id and t.opening_key = s.opening_key
            where t.user_id = $1 and t.id = $2 order by s.id
            """).With(user.Id).With(tradeId);
        return await ReadAsync(command, cancellationToken);
    }

    /// <summary>One picture.</summary>
    /// <exception cref="ProblemException">404: it is not the caller's.</exception>
    public async Task<ScreenshotBody> GetAsync(TenantTransaction transaction, Guid id, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command(Columns + " where s.user_id = $1 and s.id = $2").With(user.Id).With(id);
        return (await ReadAsync(command, cancellationToken)).FirstOrDefault() ?? throw NotFound();
    }

    /// <summary>Type and bytes of a picture.</summary>
    /// <exception cref="ProblemException">404: it is not the caller's.</exception>
    public async Task<(string ContentType, byte[] Content)> ReadContentAsync(TenantTransaction transaction, Guid id, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command("select content_type, content from journal.screenshots where user_id = $1 and id = $2")
            .With(user.Id).With(id);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (reader.GetString(0), reader.GetFieldValue<byte[]>(1)) : throw NotFound();
    }

    /// <summary>Whether a trade has a picture already, byte by byte.</summary>
    public async Task<bool> HasAsync(TenantTransaction transaction, Guid accountId, string openingKey, byte[] content, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command("""
            select exists (select from journal.screenshots where user_id = $1 and account_id = $2 and opening_key = $3 and size = $4 and content = $5)
            """).With(user.Id).With(accountId).With(openingKey).With(content.Length).With(content);
        return (bool?)await command.ExecuteScalarAsync(cancellationToken) ?? false;
    }

    /// <summary>Adds a picture to a trade that is the caller's.</summary>
    public async Task<Guid> AddAsync(
        TenantTransaction transaction, AnnotatedTrade trade, ImageHeader header, byte[] content, string? caption, DateTimeOffset at, CancellationToken cancellationToken)
    {
        Guid id = Guid.CreateVersion7();
        await using NpgsqlCommand command = transaction.Command("""
            insert into journal.screenshots (tenant_id, id, user_id, account_id, opening_key, content_type, width, height, size, content, caption, shapes, created_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '[]', $12)
            """)
            .With(tenant.TenantId).With(id).With(user.Id).With(trade.AccountId).With(trade.OpeningKey).With(header.ContentType).With(header.Width)
            .With(header.Height).With(content.Length).With(content).WithOptional(caption, NpgsqlDbType.Text).With(at);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return id;
    }

    /// <summary>Writes the words and drawings of a picture.</summary>
    public async Task UpdateAsync(TenantTransaction transaction, Guid id, string? caption, IReadOnlyList<Shape> shapes, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command("update journal.screenshots set caption = $3, shapes = $4 where user_id = $1 and id = $2")
            .With(user.Id).With(id).WithOptional(caption, NpgsqlDbType.Text)
            .WithOptional(JsonSerializer.Serialize(shapes, OverlayJsonContext.Default.IReadOnlyListShape), NpgsqlDbType.Jsonb);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Writes the drawings of a picture.</summary>
    public async Task UpdateShapesAsync(TenantTransaction transaction, Guid id, IReadOnlyList<Shape> shapes, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command("update journal.screenshots set shapes = $3 where user_id = $1 and id = $2").With(user.Id).With(id)
            .WithOptional(JsonSerializer.Serialize(shapes, OverlayJsonContext.Default.IReadOnlyListShape), NpgsqlDbType.Jsonb);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Removes a picture.</summary>
    /// <exception cref="ProblemException">404: it is not the caller's.</exception>
    public async Task RemoveAsync(TenantTransaction transaction, Guid id, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command("delete from journal.screenshots where user_id = $1 and id = $2").With(user.Id).With(id);
        if (await command.ExecuteNonQueryAsync(cancellationToken) == 0)
        {
            throw NotFound();
        }
    }

    private static ProblemException NotFound() => ProblemException.NotFound("The screenshot");

    private static async Task<List<ScreenshotBody>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        List<ScreenshotBody> screenshots = [];
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            screenshots.Add(new ScreenshotBody(
                reader.GetGuid(0),
                reader.GetString(1),
                reader.GetInt32(2),
                reader.GetInt32(3),
                reader.GetInt32(4),
                reader.Optional<string>(5),
                JsonSerializer.Deserialize(reader.GetString(6), OverlayJsonContext.Default.IReadOnlyListShape) ?? [],
                reader.GetFieldValue<DateTimeOffset>(7)));
        }

        return screenshots;
    }
}
