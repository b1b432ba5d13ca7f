using AIWendy.Plugins.Accounts.Data;
using AIWendy.Sdk.Localization;
using AIWendy.Sdk.Mail;

namespace AIWendy.Plugins.Accounts.Mail;

/// <summary>The messages of this plugin, in the recipient's language. Secrets stand in the fragment of a link, which browsers do not send.</summary>
internal sealed class AccountMails(Outbox outbox)
{
    private static readonly Text Greeting = Text.Of("Hello{0},", "你好{0}，");
    private static readonly Text Ignore = Text.Of(
        "If you did not ask for this, do nothing; nothing changes.",
        "如果这不是你本人的操作，请忽略此邮件，账户不会有任何变化。");

    public Task ConfirmAsync(User user, string origin, string token, string language, CancellationToken cancellationToken) =>
        SendAsync(
            user,
            user.Email,
            Text.Of("Confirm your e-mail address", "确认你的邮箱地址"),
            Text.Of("Open this link to confirm that this address is yours. It is valid for three days.", "打开下面的链接，确认这个邮箱属于你。链接三天内有效。"),
            $"{origin}/confirm-email#{token}",
            language,
            cancellationToken);

    public Task ChangeAsync(User user, string email, string origin, string token, string language, CancellationToken cancellationToken) =>
        SendAsync(
            user,
            email,
            Text.Of("Confirm your new e-mail address", "确认你的新邮箱地址"),
            Text.Of("Open this link to sign in with this address from now on. It is valid for one day.", "打开下面的链接，今后使用这个邮箱登录。链接一天内有效。"),
            $"{origin}/confirm-email#{token}",
            language,
            cancellationToken);

    public Task ResetAsync(User user, string origin, string token, string language, CancellationToken cancellationToken) =>
        SendAsync(
            user,
            user.Email,
            Text.Of("Choose a new password", "设置新密码"),
            Text.Of("Open this link to choose a new password. It is valid for one hour and works once.", "打开下面的链接设置新密码。链接一小时内有效，只能使用一次。"),
            $"{origin}/reset-password#{token}",
            language,
            cancellationToken);

    /// <summary>Tells the person of an account that somebody tried to register with his address.</summary>
    public Task AlreadyAsync(User user, string origin, string language, CancellationToken cancellationToken) =>
        SendAsync(
            user,
            user.Email,
            Text.Of("You already have an account", "你已经有账户了"),
            Text.Of(
                "Somebody tried to create an AIWendy account with this address, perhaps you. There is one already: sign in there, or choose a new password if you forgot yours.",
                "有人（也许是你）尝试用这个邮箱创建 AIWendy 账户。这个邮箱已有账户：请直接登录；如果忘记了密码，可以在登录页重新设置。"),
            $"{origin}/sign-in",
            language,
            cancellationToken);

    public Task InviteAsync(string email, string origin, string token, string language, CancellationToken cancellationToken)
    {
        Text subject = Text.Of("You are invited to AIWendy", "邀请你使用 AIWendy");
        Text lead = Text.Of("Open this link to create your account. It is valid for seven days.", "打开下面的链接创建你的账户。链接七天内有效。");
        string body = $"{lead.For(language)}\n\n{origin}/register#{token}\n";
        return outbox.SendAsync(new MailMessage(email, subject.For(language), body), cancellationToken);
    }

    /// <summary>Tells a person what was changed, at the address that he had before.</summary>
    public Task NoticeAsync(User user, string email, Text subject, Text what, string language, CancellationToken cancellationToken)
    {
        Text advice = Text.Of(
            "If this was not you, choose a new password at once and end your other sessions.",
            "如果这不是你本人的操作，请立即更换密码，并结束其他会话。");
        string body = $"{Greet(user, language)}\n\n{what.For(language)}\n\n{advice.For(language)}\n";
        return outbox.SendAsync(new MailMessage(email, subject.For(language), body, user.Id), cancellationToken);
    }

    private Task SendAsync(
        User user, string email, Text subject, Text lead, string link, string language, CancellationToken cancellationToken)
    {
        string body = $"{Greet(user, language)}\n\n{lead.For(language)}\n\n{link}\n\n{Ignore.For(language)}\n";
        return outbox.SendAsync(new MailMessage(email, subject.For(language), body, user.Id), cancellationToken);
    }

    private static string Greet(User user, string language)
    {
        string name = user.DisplayName is { } known ? (language == "en" ? " " + known : known) : string.Empty;
        return Greeting.For(language).Replace("{0}", name, StringComparison.Ordinal);
    }
}
