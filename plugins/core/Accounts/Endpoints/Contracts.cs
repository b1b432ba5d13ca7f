using System.Text.Json;
using System.Text.Json.Serialization;
using AIWendy.Sdk;

namespace AIWendy.Plugins.Accounts.Endpoints;

internal sealed record RegisterRequest(
    string? Email, string? Password, string? DisplayName = null, string? Language = null, string? Invitation = null);

internal sealed record SignInRequest(string? Email, string? Password);

/// <summary>A change of the profile: absent fields stay, an empty text clears the field.</summary>
internal sealed record ProfileChange(
    string? DisplayName = null,
    string? Language = null,
    string? TimeZone = null,
    string? BaseCurrency = null,
    IReadOnlyList<string>? Markets = null,
    string? MainConcern = null,
    string? PreferredCoachId = null);

internal sealed record PasswordChangeRequest(string? Current, string? New);

/// <summary>The caller. The guest has neither e-mail nor date.</summary>
internal sealed record Profile(
    Guid Id,
    string? Email,
    string? DisplayName,
    string? Language,
    string? TimeZone,
    [property: JsonConverter(typeof(RoleConverter))] Role Role,
    bool IsGuest,
    DateTimeOffset? CreatedAt)
{
    public bool EmailConfirmed { get; init; }

    public string? BaseCurrency { get; init; }

    public IReadOnlyList<string> Markets { get; init; } = [];

    public string? MainConcern { get; init; }

    public string? PreferredCoachId { get; init; }

    /// <summary>Address of the picture, or null without one.</summary>
    public string? AvatarUrl { get; init; }

    /// <summary>When everything will be erased, or null unless the person asked for it.</summary>
    public DateTimeOffset? DeletionDueAt { get; init; }
}

internal sealed record SignedIn(Profile User);

/// <param name="Open">Whether anybody may register now.</param>
/// <param name="FirstUser">Whether the next one will own the installation.</param>
/// <param name="ByInvitation">Whether those who are invited may register.</param>
internal sealed record RegistrationState(bool Open, bool FirstUser, bool ByInvitation);

internal sealed record SessionInfo(
    Guid Id,
    bool Current,
    string? UserAgent,
    string? Address,
    DateTimeOffset CreatedAt,
    DateTimeOffset LastSeenAt,
    DateTimeOffset ExpiresAt);

internal sealed record SessionList(IReadOnlyList<SessionInfo> Items);

/// <summary>Writes a role as <c>owner</c>.</summary>
internal sealed class RoleConverter() : JsonStringEnumConverter<Role>(JsonNamingPolicy.CamelCase);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(RegisterRequest))]
[JsonSerializable(typeof(SignInRequest))]
[JsonSerializable(typeof(ProfileChange))]
[JsonSerializable(typeof(PasswordChangeRequest))]
[JsonSerializable(typeof(Profile))]
[JsonSerializable(typeof(SignedIn))]
[JsonSerializable(typeof(RegistrationState))]
[JsonSerializable(typeof(SessionList))]
internal sealed partial class AccountsJsonContext : JsonSerializerContext;
