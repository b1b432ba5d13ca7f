using AIWendy.Plugins.Models.Data;
using AIWendy.Plugins.Models.Providers;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;
using AIWendy.Sdk.Models;
using Microsoft.EntityFrameworkCore;

namespace AIWendy.Plugins.Models.Connections;

/// <summary>A person's own connections.</summary>
internal sealed class ConnectionStore(ModelsDbContext context, ApiKeys keys, ConnectionRules rules, ICurrentUser user, TimeProvider time)
{
    private const int Most = 50;

    private IQueryable<Connection> Own => context.Connections.Where(connection => connection.UserId == user.Id);

    /// <summary>All that are not deleted, oldest first.</summary>
    public async Task<IReadOnlyList<Connection>> ListAsync(CancellationToken cancellationToken) =>
        await Own.AsNoTracking().Where(connection => connection.DeletedAt == null).OrderBy(connection => connection.Id).ToListAsync(cancellationToken);

    /// <summary>One that is not deleted, or null.</summary>
    public Task<Connection?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        Own.AsNoTracking().SingleOrDefaultAsync(connection => connection.Id == id && connection.DeletedAt == null, cancellationToken);

    public async Task<Connection> AddAsync(ConnectionChange given, CancellationToken cancellationToken)
    {
        if (await Own.CountAsync(connection => connection.DeletedAt == null, cancellationToken) >= Most)
        {
            throw new ProblemException(409, "too_many_connections", Text.Of($"You have {Most} connections. Delete one you no longer use.", $"你已有 {Most} 个连接。请删除不再使用的连接。"));
        }

        string kind = await rules.KindAsync(given.Kind);
        string? baseUrl = rules.BaseUrl(given.BaseUrl);
        string? key = ConnectionRules.Key(given.ApiKey);
        string model = ConnectionRules.Model(given.Model);
        ConnectionRules.DemandKey(kind, baseUrl, key);
        DateTimeOffset now = time.GetUtcNow();
        Connection connection = new()
        {
            UserId = user.Id,
            Kind = kind,
            Name = ConnectionRules.Name(given.Name, model),
            BaseUrl = baseUrl,
            ApiKey = key is null ? null : keys.Protect(key, kind, baseUrl),
            Model = model,
            CreatedAt = now,
            UpdatedAt = now,
        };
        context.Connections.Add(connection);
        await context.SaveChangesAsync(cancellationToken);
        return connection;
    }

    /// <summary>Changes what is given; null leaves a field as it is.</summary>
    public async Task<Connection> ChangeAsync(Guid id, ConnectionChange given, CancellationToken cancellationToken)
    {
        Connection connection = await Own.SingleOrDefaultAsync(item => item.Id == id && item.DeletedAt == null, cancellationToken) ?? throw NotFound();
        if (given.Kind is not null && given.Kind != connection.Kind)
        {
            throw ProblemException.Invalid("kind", Text.Of("The kind of a connection can not change. Add a new connection instead.", "连接的类型不能更改。请新建一个连接。"));
        }

        string? baseUrl = given.BaseUrl is null ? connection.BaseUrl : rules.BaseUrl(given.BaseUrl);
        connection.ApiKey = ChangedKey(connection, baseUrl, given.ApiKey);
        connection.BaseUrl = baseUrl;
        connection.Model = given.Model is null ? connection.Model : ConnectionRules.Model(given.Model);
        connection.Name = given.Name is null ? connection.Name : ConnectionRules.Name(given.Name, connection.Model);
        connection.UpdatedAt = time.GetUtcNow();
        connection.LastTestedAt = null;
        connection.LastTestCode = null;
        connection.LastTestLatencyMs = null;
        await context.SaveChangesAsync(cancellationToken);
        return connection;
    }

    /// <summary>Deletes a connection; it can be brought back for a day.</summary>
    public async Task DeleteAsync(Guid id, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        int changed = await Own.Where(connection => connection.Id == id && connection.DeletedAt == null)
            .ExecuteUpdateAsync(change => change.SetProperty(connection => connection.DeletedAt, now), cancellationToken);
        if (changed == 0)
        {
            throw NotFound();
        }
    }

    public async Task RestoreAsync(Guid id, CancellationToken cancellationToken)
    {
        int changed = await Own.Where(connection => connection.Id == id && connection.DeletedAt != null)
            .ExecuteUpdateAsync(change => change.SetProperty(connection => connection.DeletedAt, (DateTimeOffset?)null), cancellationToken);
        if (changed == 0 && await FindAsync(id, cancellationToken) is null)
        {
            throw NotFound();
        }
    }

    /// <summary>Notes how a test went, unless the connection changed in between.</summary>
    public Task NoteTestAsync(Connection tested, string? code, long? latencyMs, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        return Own.Where(connection => connection.Id == tested.Id && connection.UpdatedAt == tested.UpdatedAt)
            .ExecuteUpdateAsync(
                change => change
                    .SetProperty(connection => connection.LastTestedAt, now)
                    .SetProperty(connection => connection.LastTestCode, code)
                    .SetProperty(connection => connection.LastTestLatencyMs, latencyMs),
                cancellationToken);
    }

    /// <summary>What the person made his default, or null.</summary>
    public Task<Guid?> DefaultAsync(CancellationToken cancellationToken) =>
        context.Preferences.Where(preference => preference.UserId == user.Id)
            .Select(preference => (Guid?)preference.DefaultConnectionId).SingleOrDefaultAsync(cancellationToken);

    public async Task SetDefaultAsync(Guid id, CancellationToken cancellationToken)
    {
        int changed = await context.Preferences.Where(preference => preference.UserId == user.Id)
            .ExecuteUpdateAsync(change => change.SetProperty(preference => preference.DefaultConnectionId, id), cancellationToken);
        if (changed > 0)
        {
            return;
        }

        Preference added = new() { UserId = user.Id, DefaultConnectionId = id };
        context.Preferences.Add(added);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Two first choices at once: the row is there now.
            context.Entry(added).State = EntityState.Detached;
            await context.Preferences.Where(preference => preference.UserId == user.Id)
                .ExecuteUpdateAsync(change => change.SetProperty(preference => preference.DefaultConnectionId, id), cancellationToken);
        }
    }

    public ConnectionDetails Details(Connection connection)
    {
        Uri? baseUrl = connection.BaseUrl is null ? null : new Uri(connection.BaseUrl);
        Uri? address = baseUrl ?? ProviderSet.Known.FirstOrDefault(known => known.Kind == connection.Kind)?.DefaultBaseUrl;
        return new ConnectionDetails(
            connection.Id,
            ConnectionSource.User,
            connection.Kind,
            connection.Name,
            new ModelConnection(baseUrl, keys.Read(connection), connection.Model),
            address is not null && LocalAddress.Is(address));
    }

    public static ProblemException NotFound() => new(404, "connection_not_found", "This connection was not found. It may have been deleted.");

    /// <summary>A key goes only where it was meant to go: a new address needs a new key.</summary>
    private string? ChangedKey(Connection connection, string? baseUrl, string? given)
    {
        bool isLeft = given is null || ApiKeys.IsMask(given);
        if (isLeft)
        {
            return baseUrl == connection.BaseUrl ? connection.ApiKey : null;
        }

        return ConnectionRules.Key(given) is { } key ? keys.Protect(key, connection.Kind, baseUrl) : null;
    }
}
