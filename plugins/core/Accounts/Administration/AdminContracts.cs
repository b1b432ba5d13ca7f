using System.Text.Json;
using System.Text.Json.Serialization;
using AIWendy.Plugins.Accounts.Endpoints;
using AIWendy.Sdk;

namespace AIWendy.Plugins.Accounts.Administration;

internal sealed record UserInfo(
    Guid Id,
    string Email,
    string? DisplayName,
    [property: JsonConverter(typeof(RoleConverter))] Role Role,
    bool EmailConfirmed,
    bool TwoFactor,
    DateTimeOffset CreatedAt,
    DateTimeOffset? DisabledAt,
    DateTimeOffset? DeletionDueAt);

internal sealed record UserPage(IReadOnlyList<UserInfo> Items, Guid? NextCursor);

/// <summary>A change of somebody's account: what is absent stays.</summary>
internal sealed record UserChange([property: JsonConverter(typeof(RoleConverter))] Role? Role = null, bool? Disabled = null);

internal sealed record InvitationRequest(string? Email, [property: JsonConverter(typeof(RoleConverter))] Role Role = Role.Member);

internal sealed record InvitationInfo(
    Guid Id,
    string Email,
    [property: JsonConverter(typeof(RoleConverter))] Role Role,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt);

/// <param name="Invitation">What is kept of it.</param>
/// <param name="Link">For the invited person; nobody can show it again.</param>
internal sealed record InvitationCreated(InvitationInfo Invitation, string Link);

internal sealed record InvitationList(IReadOnlyList<InvitationInfo> Items);

/// <summary>A role and the permissions that it holds.</summary>
internal sealed record RoleInfo([property: JsonConverter(typeof(RoleConverter))] Role Role, IReadOnlyList<ScopeInfo> Permissions);

internal sealed record RoleList(IReadOnlyList<RoleInfo> Items);

internal sealed record AnySession(
    Guid Id, Guid UserId, string Email, string? UserAgent, string? Address, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt);

internal sealed record AnySessionList(IReadOnlyList<AnySession> Items);

internal sealed record MailInfo(
    Guid Id, string Recipient, string Subject, string State, string? Error, int Attempts, bool Readable, DateTimeOffset CreatedAt, DateTimeOffset? SentAt);

internal sealed record MailPage(IReadOnlyList<MailInfo> Items, Guid? NextCursor, bool ServerConfigured);

internal sealed record MailText(string Recipient, string Subject, string Body);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(UserPage))]
[JsonSerializable(typeof(UserInfo))]
[JsonSerializable(typeof(UserChange))]
[JsonSerializable(typeof(InvitationRequest))]
[JsonSerializable(typeof(InvitationCreated))]
[JsonSerializable(typeof(InvitationList))]
[JsonSerializable(typeof(RoleList))]
[JsonSerializable(typeof(AnySessionList))]
[JsonSerializable(typeof(MailPage))]
[JsonSerializable(typeof(MailText))]
internal sealed partial class AdminJsonContext : JsonSerializerContext;
