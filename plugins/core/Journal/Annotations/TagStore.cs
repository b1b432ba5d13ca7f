using AIWendy.Plugins.Journal.Data;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Npgsql;

namespace AIWendy.Plugins.Journal.Annotations;

internal sealed record TagBody(string Name, int Trades);

internal sealed record TagList(IReadOnlyList<TagBody> Items);

internal sealed record TagInput(string? Name);

internal sealed record ChangedBody(int Changed);

/// <summary>Tags are what is written on trades; there is no list of them beside.</summary>
internal sealed class TagStore(ICurrentUser user, TimeProvider time)
{
    /// <summary>Every tag with the number of closed trades that carry it, the most used first.</summary>
    public async Task<List<TagBody>> ListAsync(TenantTransaction transaction, CancellationToken cancellationToken)
    {
        List<TagBody> tags = [];
        await using NpgsqlCommand command = transaction.Command("""
            select word.tag, count(t.id)::int
            from journal.trade_annotations a cross join unnest(a.tags) as word (tag)
            left join journal.round_trips t on t.tenant_id = a.tenant_id and t.account_id = a.account_id and t.opening_key = a.opening_key
            where a.user_id = $1 group by word.tag order by 2 desc, 1 limit 1000
            """).With(user.Id);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            tags.Add(new TagBody(reader.GetString(0), reader.GetInt32(1)));
        }

        return tags;
    }

    /// <summary>Gives a tag another name; where a trade carries both, they become one.</summary>
    /// <returns>Number of annotations changed.</returns>
    public async Task<int> RenameAsync(TenantTransaction transaction, string from, string to, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command("""
            update journal.trade_annotations a set updated_at = $4, tags = array(
                select word.tag from unnest(array_replace(a.tags, $2, $3)) with ordinality as word (tag, place) group by word.tag order by min(word.place))
            where a.user_id = $1 and $2 = any(a.tags)
            """).With(user.Id).With(from).With(to).With(Timestamps.Now(time));
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Takes a tag off every trade.</summary>
    /// <returns>Number of annotations changed.</returns>
    public async Task<int> RemoveAsync(TenantTransaction transaction, string name, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command(
            "update journal.trade_annotations set updated_at = $3, tags = array_remove(tags, $2) where user_id = $1 and $2 = any(tags)")
            .With(user.Id).With(name).With(Timestamps.Now(time));
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
