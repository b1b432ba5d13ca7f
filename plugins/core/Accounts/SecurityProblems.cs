using AIWendy.Sdk;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Accounts;

internal static partial class AccountProblems
{
    private static readonly Text Code = Text.Of("The code is not right, or it was used already.", "验证码不正确，或已经用过。");

    private static readonly Text Expired = Text.Of(
        "The sign-in took too long. Begin again with your password.",
        "登录时间过长。请从密码开始重新登录。");

    private static readonly Text Link = Text.Of(
        "This link is no longer valid. Ask for a new one.",
        "这个链接已失效。请重新获取。");

    private static readonly Text FactorOn = Text.Of(
        "Two-step sign-in is on already. Turn it off before you set up another app.",
        "两步登录已经开启。如需更换应用，请先关闭。");

    private static readonly Text FactorOff = Text.Of("Two-step sign-in is not on.", "两步登录尚未开启。");

    private static readonly Text Disabled = Text.Of(
        "This account is closed. Ask an administrator of this installation.",
        "这个账户已被停用。请联系此系统的管理员。");

    private static readonly Text Passkey = Text.Of(
        "The passkey was not accepted. Try again, or sign in with your password.",
        "通行密钥未被接受。请重试，或使用密码登录。");

    private static readonly Text Token = Text.Of(
        "This access token is unknown, expired or revoked.",
        "这个访问令牌不存在、已过期或已被撤销。");

    private static readonly Text Owner = Text.Of(
        "The installation needs at least one owner. Make somebody else an owner first.",
        "系统至少需要一位所有者。请先指定另一位所有者。");

    private static readonly Text Rank = Text.Of(
        "Only an owner may change an owner or make one.",
        "只有所有者才能修改或指定所有者。");

    private static readonly Text Invited = Text.Of(
        "The invitation was sent to another e-mail address. Use that one.",
        "这份邀请发给了另一个邮箱地址。请使用该地址注册。");

    public static ProblemException OtherInvited(string language) =>
        new(400, "invited_other", Invited.For(language)) { Errors = Field("email", Invited.For(language)) };

    public static ProblemException WrongCode(string language, int status) =>
        new(status, "code_invalid", Code.For(language)) { Errors = Field("code", Code.For(language)) };

    public static ProblemException SignInExpired(string language) => new(401, "sign_in_expired", Expired.For(language));

    public static ProblemException LinkExpired(string language) => new(400, "link_expired", Link.For(language));

    public static ProblemException SecondFactorOn(string language) => new(409, "second_factor_on", FactorOn.For(language));

    public static ProblemException SecondFactorOff(string language) => new(409, "second_factor_off", FactorOff.For(language));

    public static ProblemException AccountDisabled(string language) => new(403, "account_disabled", Disabled.For(language));

    public static ProblemException PasskeyRefused(string language, int status) => new(status, "passkey_refused", Passkey.For(language));

    public static ProblemException TokenInvalid(string language) => new(401, "token_invalid", Token.For(language));

    public static ProblemException LastOwner(string language) => new(409, "last_owner", Owner.For(language));

    public static ProblemException OwnersOnly(string language) => new(403, "owners_only", Rank.For(language));
}
