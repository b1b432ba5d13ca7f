using System.Text.Json;
using System.Text.Json.Serialization;
using AIWendy.Plugins.Accounts.Passkeys;

namespace AIWendy.Plugins.Accounts.Endpoints;

/// <summary>Says that the password was right and that the second step is missing, as problem details.</summary>
internal sealed record SecondFactorProblem(string Type, string Title, int Status, string Code, string Detail, string Ticket);

internal sealed record SecondFactorRequest(string? Ticket, string? Code = null, string? RecoveryCode = null);

internal sealed record PasswordProofRequest(string? Password);

internal sealed record TwoFactorState(bool Enabled, DateTimeOffset? Since, int RecoveryCodes);

/// <summary>What goes into an authenticator app.</summary>
/// <param name="Secret">To type.</param>
/// <param name="Uri">To show as a QR code.</param>
internal sealed record TwoFactorSetup(string Secret, string Uri);

internal sealed record CodeRequest(string? Code);

/// <summary>Shown once.</summary>
internal sealed record RecoveryCodeList(IReadOnlyList<string> Codes);

internal sealed record PasskeyRequest(string? Ticket, JsonElement Credential, string? Name = null);

internal sealed record PasskeyName(string? Name);

internal sealed record PasskeyInfo(Guid Id, string Name, bool BackedUp, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt);

internal sealed record PasskeyList(IReadOnlyList<PasskeyInfo> Items);

internal sealed record LinkRequest(string? Token);

internal sealed record EmailChangeRequest(string? Email, string? Password);

internal sealed record ForgottenRequest(string? Email);

internal sealed record ResetRequest(string? Token, string? Password);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SecondFactorProblem))]
[JsonSerializable(typeof(SecondFactorRequest))]
[JsonSerializable(typeof(PasswordProofRequest))]
[JsonSerializable(typeof(TwoFactorState))]
[JsonSerializable(typeof(TwoFactorSetup))]
[JsonSerializable(typeof(CodeRequest))]
[JsonSerializable(typeof(RecoveryCodeList))]
[JsonSerializable(typeof(PasskeyChallenge))]
[JsonSerializable(typeof(PasskeyRequest))]
[JsonSerializable(typeof(PasskeyName))]
[JsonSerializable(typeof(PasskeyInfo))]
[JsonSerializable(typeof(PasskeyList))]
[JsonSerializable(typeof(LinkRequest))]
[JsonSerializable(typeof(EmailChangeRequest))]
[JsonSerializable(typeof(ForgottenRequest))]
[JsonSerializable(typeof(ResetRequest))]
internal sealed partial class SecurityJsonContext : JsonSerializerContext;
