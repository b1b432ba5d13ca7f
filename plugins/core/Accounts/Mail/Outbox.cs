using AIWendy.Plugins.Accounts.Data;
using AIWendy.Sdk;
using AIWendy.Sdk.Jobs;
using AIWendy.Sdk.Mail;
using Microsoft.Extensions.Logging;
using MailAddress = System.Net.Mail.MailAddress;

namespace AIWendy.Plugins.Accounts.Mail;

/// <summary>
/// Writes messages down and lets a job send them, so that nobody waits for a mail server and nothing is lost when it is
/// away. Without a server the message stays for administrators.
/// </summary>
internal sealed partial class Outbox(
    AccountsDbContext context,
    MailSettings settings,
    ISecrets secrets,
    IJobs jobs,
    TimeProvider time,
    ILogger<Outbox> logger) : IMailSender
{
    public const string DeliverJob = "deliver-mail";

    private const string Purpose = "accounts.mail";

    public async Task SendAsync(MailMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (!MailAddress.TryCreate(message.Recipient, out _) || message.Recipient.Any(char.IsControl))
        {
            throw new ArgumentException("The recipient is no e-mail address.", nameof(message));
        }

        if (message.Subject.Any(char.IsControl))
        {
            throw new ArgumentException("The subject has line breaks.", nameof(message));
        }

        DateTimeOffset now = time.GetUtcNow();
        OutgoingMail mail = new()
        {
            UserId = message.UserId,
            Recipient = message.Recipient,
            Subject = message.Subject,
            Body = secrets.Protect(message.Body, Purpose),
            State = settings.IsConfigured ? MailState.Waiting : MailState.Kept,
            NextAttemptAt = settings.IsConfigured ? now : null,
            CreatedAt = now,
        };
        context.Mail.Add(mail);
        await context.SaveChangesAsync(cancellationToken);
        if (settings.IsConfigured)
        {
            await jobs.EnqueueAsync(DeliverJob, null, cancellationToken);
        }
        else
        {
            LogKept(logger, mail.Id);
        }
    }

    /// <summary>The text of a message, or null when it was sent and forgotten.</summary>
    public string? Read(OutgoingMail mail) => mail.Body is null ? null : secrets.Unprotect(mail.Body, Purpose);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {Id} can not be sent because no mail server is set (AIWENDY_SMTP_HOST). An administrator finds it under Settings, Outbox")]
    private static partial void LogKept(ILogger logger, Guid id);
}
