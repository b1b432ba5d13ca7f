using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using AIWendy.Plugins.Accounts.Data;
using AIWendy.Plugins.Accounts.Registration;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AIWendy.Plugins.Accounts.PersonalData;

/// <summary>The account itself: its profile goes along, its credentials do not, and it is the last thing to be erased.</summary>
internal sealed class AccountData(AccountsDbContext context, UserManager<User> users, ICurrentUser caller) : IPersonalData
{
    private const string Name = "accounts.users";

    /// <summary>What becomes of the account's own tables; everything but the picture only means something here.</summary>
    public static readonly IReadOnlyList<PersonalTable> Tables =
    [
        new("sessions") { IsImported = false },
        new("recovery_codes") { IsImported = false },
        new("passkeys") { IsImported = false, Omitted = ["public_key", "attestation_object", "client_data_json"] },
        new("access_tokens") { IsImported = false },
        new("tickets") { IsImported = false, Omitted = ["payload"] },
        new("mail") { IsImported = false, Omitted = ["body"] },
    ];

    public Task ExportAsync(Guid userId, IPersonalDataWriter writer, CancellationToken cancellationToken) =>
        writer.WriteRowsAsync(Name, RowsAsync(userId, cancellationToken), cancellationToken);

    public async Task ImportAsync(Guid userId, IPersonalDataReader reader, CancellationToken cancellationToken)
    {
        User? user = await users.FindByIdAsync(userId.ToString("D"));
        await foreach (JsonObject row in reader.ReadRowsAsync(Name, cancellationToken))
        {
            if (user is null)
            {
                return;
            }

            user.DisplayName = Text(row, "displayName") ?? user.DisplayName;
            user.Language = Text(row, "language") ?? user.Language;
            user.TimeZone = Text(row, "timeZone") ?? user.TimeZone;
            user.BaseCurrency = Text(row, "baseCurrency") ?? user.BaseCurrency;
            user.MainConcern = Text(row, "mainConcern") ?? user.MainConcern;
            user.PreferredCoachId = Text(row, "preferredCoachId") ?? user.PreferredCoachId;
            user.Markets = row["markets"] is JsonArray markets ? [.. markets.Select(market => market?.ToString() ?? string.Empty)] : user.Markets;
            if (await context.Avatars.AnyAsync(avatar => avatar.UserId == userId, cancellationToken))
            {
                user.AvatarChangedAt ??= DateTimeOffset.UnixEpoch;
            }

            (await users.UpdateAsync(user)).Demand(caller.Language);
        }
    }

    public async Task EraseAsync(Guid userId, CancellationToken cancellationToken)
    {
        if (await users.FindByIdAsync(userId.ToString("D")) is not { } user)
        {
            return;
        }

        string email = user.Email;
        await context.Invitations.Where(item => item.Email == email).ExecuteDeleteAsync(cancellationToken);
        await context.Invitations
            .Where(item => item.InvitedBy == userId)
            .ExecuteUpdateAsync(change => change.SetProperty(item => item.InvitedBy, Guid.Empty), cancellationToken);
        await context.Mail.Where(mail => mail.Recipient == email).ExecuteDeleteAsync(cancellationToken);
        await context.Users.Where(other => other.Id == userId).ExecuteDeleteAsync(cancellationToken);
    }

    private static string? Text(JsonObject row, string name) => row[name] is JsonValue value ? value.ToString() : null;

    private async IAsyncEnumerable<JsonObject> RowsAsync(Guid userId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await context.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == userId, cancellationToken) is not { } found)
        {
            yield break;
        }

        yield return new JsonObject
        {
            ["id"] = found.Id,
            ["email"] = found.Email,
            ["emailConfirmedAt"] = found.EmailConfirmedAt,
            ["displayName"] = found.DisplayName,
            ["language"] = found.Language,
            ["timeZone"] = found.TimeZone,
            ["role"] = found.Role.ToString().ToLowerInvariant(),
            ["createdAt"] = found.CreatedAt,
            ["baseCurrency"] = found.BaseCurrency,
            ["markets"] = found.Markets is null ? null : new JsonArray([.. found.Markets.Select(market => (JsonNode)market)]),
            ["mainConcern"] = found.MainConcern,
            ["preferredCoachId"] = found.PreferredCoachId,
        };
    }
}
