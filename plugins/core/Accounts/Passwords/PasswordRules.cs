using System.Text;
using AIWendy.Plugins.Accounts.Data;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;
using Microsoft.AspNetCore.Identity;

namespace AIWendy.Plugins.Accounts.Passwords;

/// <summary>
/// Length counts, composition does not (NIST SP 800-63B): at least ten characters, none of the well-known ones, not the
/// e-mail address itself.
/// </summary>
internal sealed class PasswordRules(ICurrentUser caller) : IPasswordValidator<User>
{
    public const int MinimumLength = 10;

    /// <summary>Bounds the work of hashing, far above what a person types.</summary>
    public const int MaximumLength = 256;

    /// <summary>Rounds of PBKDF2 with HMAC-SHA-512, as OWASP recommends.</summary>
    public const int HashIterations = 210_000;

    private static readonly Text TooShort = Text.Of(
        $"Use at least {MinimumLength} characters.",
        $"至少使用 {MinimumLength} 个字符。");

    private static readonly Text TooLong = Text.Of(
        $"Use at most {MaximumLength} characters.",
        $"最多使用 {MaximumLength} 个字符。");

    private static readonly Text TooCommon = Text.Of(
        "This password is among the first that others would guess. Choose another one.",
        "这个密码太常见，容易被猜到。请换一个。");

    private static readonly Text LikeEmail = Text.Of(
        "The password must not be your e-mail address.",
        "密码不能与邮箱地址相同。");

    private static readonly Text NotText = Text.Of(
        "The password holds characters that are not valid text.",
        "密码含有无效字符。");

    /// <summary>
    /// The form in which a password is hashed: the same typed text gives the same bytes on every keyboard and system.
    /// </summary>
    /// <returns>The normalized text, or <see langword="null"/> when it is not well-formed.</returns>
    public static string? Normalize(string password)
    {
        if (password.Length > 4 * MaximumLength)
        {
            // Not worth normalizing; the length rule refuses it.
            return password;
        }

        try
        {
            return password.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>What is wrong with a password, or <see langword="null"/>.</summary>
    public static Text? Check(string? password, string email)
    {
        if (string.IsNullOrEmpty(password))
        {
            return TooShort;
        }

        if (Normalize(password) is not { } normalized)
        {
            return NotText;
        }

        int length = normalized.EnumerateRunes().Count();
        return length switch
        {
            < MinimumLength => TooShort,
            > MaximumLength => TooLong,
            _ when IsLikeEmail(normalized, email) => LikeEmail,
            _ when CommonPasswords.Contains(normalized) => TooCommon,
            _ => null,
        };
    }

    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password) =>
        Task.FromResult(Check(password, user.Email) is { } problem
            ? IdentityResult.Failed(new IdentityError { Code = "password", Description = problem.For(caller.Language) })
            : IdentityResult.Success);

    private static bool IsLikeEmail(string password, string email)
    {
        if (password.Contains(email, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        string name = email.Split('@')[0];
        return name.Length >= 4
            && CommonPasswords.Core(password).Equals(CommonPasswords.Core(name), StringComparison.OrdinalIgnoreCase)
            && CommonPasswords.Core(name).Length >= 4;
    }
}
