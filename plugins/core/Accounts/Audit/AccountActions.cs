namespace AIWendy.Plugins.Accounts.Audit;

/// <summary>Names of what is noted in the audit log.</summary>
internal static class AccountActions
{
    public const string SignIn = "accounts.sign_in";
    public const string SignOut = "accounts.sign_out";
    public const string Register = "accounts.register";
    public const string Proof = "accounts.proof";
    public const string PasswordChange = "accounts.password.change";
    public const string PasswordReset = "accounts.password.reset";
    public const string PasswordSend = "accounts.password.send_link";
    public const string EmailAsk = "accounts.email.ask";
    public const string EmailChange = "accounts.email.change";
    public const string EmailConfirm = "accounts.email.confirm";
    public const string FactorOn = "accounts.second_factor.on";
    public const string FactorOff = "accounts.second_factor.off";
    public const string RecoveryCodes = "accounts.second_factor.codes";
    public const string PasskeyAdd = "accounts.passkey.add";
    public const string PasskeyRemove = "accounts.passkey.remove";
    public const string TokenCreate = "accounts.token.create";
    public const string TokenRevoke = "accounts.token.revoke";
    public const string SessionRevoke = "accounts.session.revoke";
    public const string SessionsRevoke = "accounts.session.revoke_others";
    public const string UserSignOut = "accounts.user.sign_out";
    public const string RoleChange = "accounts.role.change";
    public const string UserDisable = "accounts.user.disable";
    public const string UserEnable = "accounts.user.enable";
    public const string UserErase = "accounts.user.erase";
    public const string Invite = "accounts.invitation.create";
    public const string InvitationRevoke = "accounts.invitation.revoke";
    public const string Export = "accounts.data.export";
    public const string Import = "accounts.data.import";
    public const string DeletionAsk = "accounts.deletion.ask";
    public const string DeletionUndo = "accounts.deletion.undo";
    public const string MailRead = "accounts.mail.read";
}
