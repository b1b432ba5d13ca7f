using AIWendy.Sdk;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Accounts;

/// <summary>The expected refusals of this plugin, in the caller's language.</summary>
internal static partial class AccountProblems
{
    private static readonly Text Credentials = Text.Of("The e-mail or the password is not right.", "邮箱或密码不正确。");
    private static readonly Text Attempts = Text.Of(
        "Too many attempts from this address. Wait a while, then try again.",
        "来自这个地址的尝试次数过多。请稍后再试。");

    private static readonly Text Taken = Text.Of(
        "This e-mail already has an account. Sign in instead.",
        "这个邮箱已有账户。请直接登录。");

    private static readonly Text Closed = Text.Of(
        "Registration is closed on this installation. Ask its owner for an account.",
        "此系统已关闭注册。请联系所有者开通账户。");

    private static readonly Text Guest = Text.Of(
        "The guest has no account. Register or sign in first.",
        "访客没有账户。请先注册或登录。");

    private static readonly Text Current = Text.Of("The password is not right.", "密码不正确。");

    private static readonly Text Changed = Text.Of(
        "The account was changed elsewhere at the same moment. Try again.",
        "账户刚刚在别处被修改。请重试。");

    private static readonly Text Unknown = Text.Of(
        "Your session can not be checked at the moment. Try again shortly.",
        "暂时无法确认你的登录状态。请稍后重试。");

    public const string EmailTakenCode = "email_taken";

    public static ProblemException InvalidCredentials(string language) =>
        new(401, "invalid_credentials", Credentials.For(language));

    public static ProblemException TooManyAttempts(string language, TimeSpan retryAfter) =>
        new(429, "too_many_attempts", Attempts.For(language)) { RetryAfter = retryAfter };

    public static ProblemException EmailTaken(string language) =>
        new(409, EmailTakenCode, Taken.For(language)) { Errors = Field("email", Taken.For(language)) };

    public static ProblemException RegistrationClosed(string language) =>
        new(403, "registration_closed", Closed.For(language));

    public static ProblemException GuestHasNoAccount(string language) =>
        new(409, "guest_has_no_account", Guest.For(language));

    public static ProblemException WrongPassword(string language, string field) =>
        new(400, "wrong_password", Current.For(language)) { Errors = Field(field, Current.For(language)) };

    public static ProblemException ChangedElsewhere(string language) =>
        new(409, "changed_elsewhere", Changed.For(language));

    public static ProblemException SessionUnknown(string language) =>
        new(503, "session_unknown", Unknown.For(language)) { RetryAfter = TimeSpan.FromSeconds(2) };

    private static Dictionary<string, string[]> Field(string name, string message) => new() { [name] = [message] };
}
