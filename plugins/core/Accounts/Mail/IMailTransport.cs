using System.Net;
using System.Net.Mail;
using AIWendy.Plugins.Accounts.Data;

namespace AIWendy.Plugins.Accounts.Mail;

/// <summary>Hands a message to a mail server.</summary>
internal interface IMailTransport
{
    /// <exception cref="SmtpException">The server refused or did not answer.</exception>
    Task SendAsync(OutgoingMail mail, string body, CancellationToken cancellationToken);
}

/// <inheritdoc />
internal sealed class SmtpTransport(MailSettings settings) : IMailTransport
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public async Task SendAsync(OutgoingMail mail, string body, CancellationToken cancellationToken)
    {
        using SmtpClient client = new(settings.Host, settings.Port) { EnableSsl = settings.Encrypt };
        if (settings.User is not null)
        {
            client.Credentials = new NetworkCredential(settings.User, settings.Password);
        }

        using MailMessage message = new(new MailAddress(settings.From, "AIWendy"), new MailAddress(mail.Recipient))
        {
            Subject = mail.Subject,
            Body = body,
        };
        message.Headers.Add("Auto-Submitted", "auto-generated");
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            await client.SendMailAsync(message, limit.Token);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SmtpException("The mail server did not answer in time.", exception);
        }
    }
}
