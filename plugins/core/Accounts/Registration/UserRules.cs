using AIWendy.Plugins.Accounts.Data;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;
using Microsoft.AspNetCore.Identity;

namespace AIWendy.Plugins.Accounts.Registration;

/// <summary>
/// What an account must look like. Deliberately mild about addresses: only a mail server knows which ones exist.
/// Uniqueness is left to the database, which alone can decide it.
/// </summary>
internal sealed class UserRules(ICurrentUser caller) : IUserValidator<User>
{
    private const int LongestAddress = 254;
    private const int LongestLocalPart = 64;
    private const int LongestName = 80;
    private const int LongestConcern = 500;

    private static readonly Text NoAddress = Text.Of("This is not an e-mail address.", "这不是有效的邮箱地址。");

    private static readonly Text LongName = Text.Of(
        $"Use at most {LongestName} characters, without line breaks.",
        $"最多 {LongestName} 个字符，且不能换行。");

    private static readonly Text NoLanguage = Text.Of("Choose English or Simplified Chinese.", "请选择英语或简体中文。");

    private static readonly Text NoZone = Text.Of(
        "This time zone is unknown. Use a name such as America/New_York.",
        "未知时区。请使用类似 America/New_York 的名称。");

    private static readonly Text NoCurrency = Text.Of("Use a code of three letters such as USD.", "请使用三个字母的货币代码，例如 USD。");

    private static readonly Text NoMarket = Text.Of("This market is unknown.", "未知的市场。");

    private static readonly Text LongConcern = Text.Of(
        $"Use at most {LongestConcern} characters.",
        $"最多 {LongestConcern} 个字符。");

    private static readonly string[] Markets = ["stocks", "futures", "crypto", "forex", "options", "other"];

    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user)
    {
        List<IdentityError> errors = [];
        Add(errors, "email", CheckEmail(user.Email));
        Add(errors, "displayName", CheckDisplayName(user.DisplayName));
        Add(errors, "language", CheckLanguage(user.Language));
        Add(errors, "timeZone", CheckTimeZone(user.TimeZone));
        Add(errors, "baseCurrency", CheckCurrency(user.BaseCurrency));
        Add(errors, "markets", user.Markets?.All(market => Markets.Contains(market, StringComparer.Ordinal)) == false ? NoMarket : null);
        Add(errors, "mainConcern", user.MainConcern is { Length: > LongestConcern } ? LongConcern : null);
        Add(errors, "preferredCoachId", user.PreferredCoachId is { Length: > LongestName } ? LongName : null);
        return Task.FromResult(errors.Count == 0 ? IdentityResult.Success : IdentityResult.Failed([.. errors]));
    }

    internal static Text? CheckEmail(string email)
    {
        int at = email.LastIndexOf('@');
        bool fits = email.Length <= LongestAddress
            && at is > 0 and <= LongestLocalPart
            && IsDomain(email.AsSpan(at + 1))
            && email.IndexOf('@') == at
            && !email.Any(character => char.IsWhiteSpace(character) || char.IsControl(character) || char.IsSurrogate(character));
        return fits ? null : NoAddress;
    }

    internal static Text? CheckDisplayName(string? name) =>
        name is null || (name.Length <= LongestName && !name.Any(char.IsControl)) ? null : LongName;

    internal static Text? CheckLanguage(string? language) => language is null or "en" or "zh-CN" ? null : NoLanguage;

    internal static Text? CheckTimeZone(string? timeZone) =>
        timeZone is null || (timeZone.Length <= 64 && TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out _)) ? null : NoZone;

    internal static Text? CheckCurrency(string? currency) =>
        currency is null || (currency.Length is >= 3 and <= 5 && currency.All(char.IsAsciiLetterUpper)) ? null : NoCurrency;

    private static bool IsDomain(ReadOnlySpan<char> domain) =>
        domain.Length > 0 && domain[0] is not '.' and not '-' && domain[^1] is not '.' and not '-'
        && domain.IndexOf("..", StringComparison.Ordinal) < 0;

    private void Add(List<IdentityError> errors, string field, Text? problem)
    {
        if (problem is not null)
        {
            errors.Add(new IdentityError { Code = field, Description = problem.For(caller.Language) });
        }
    }
}
