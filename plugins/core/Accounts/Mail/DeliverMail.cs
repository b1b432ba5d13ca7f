using System.Net.Mail;
using AIWendy.Plugins.Accounts.Data;
using AIWendy.Sdk.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AIWendy.Plugins.Accounts.Mail;

/// <summary>Sends what waits; what the server does not take is tried again, later and later, for about a day.</summary>
internal sealed partial class DeliverMail(
    AccountsDbContext context,
    Outbox outbox,
    IMailTransport transport,
    MailSettings settings,
    TimeProvider time,
    ILogger<DeliverMail> logger) : IPluginJob
{
    private const int MostAttempts = 9;
    private const int MostAtOnce = 50;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(5);

    /// <summary>How long another node leaves a message alone that this one is sending.</summary>
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);

    public async Task ExecuteAsync(JobContext job, CancellationToken cancellationToken)
    {
        if (!settings.IsConfigured)
        {
            return;
        }

        DateTimeOffset now = time.GetUtcNow();
        List<OutgoingMail> due = await context.Mail
            .Where(mail => mail.State == MailState.Waiting && mail.NextAttemptAt <= now)
            .OrderBy(mail => mail.Id)
            .Take(MostAtOnce)
            .ToListAsync(cancellationToken);
        foreach (OutgoingMail mail in due)
        {
            if (await TryClaimAsync(mail, cancellationToken))
            {
                await DeliverAsync(mail, cancellationToken);
            }
        }
    }

    private async Task<bool> TryClaimAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        int claimed = await context.Mail
            .Where(other => other.Id == mail.Id && other.State == MailState.Waiting && other.NextAttemptAt <= now)
            .ExecuteUpdateAsync(
                change => change
                    .SetProperty(other => other.NextAttemptAt, now + Claim)
                    .SetProperty(other => other.Attempts, other => other.Attempts + 1),
                cancellationToken);
        return claimed == 1;
    }

    private async Task DeliverAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        mail.Attempts++;
        try
        {
            await transport.SendAsync(mail, outbox.Read(mail) ?? string.Empty, cancellationToken);
            mail.State = MailState.Sent;
            mail.SentAt = time.GetUtcNow();
            mail.NextAttemptAt = null;
            mail.Error = null;

            // What was sent is the recipient's alone.
            mail.Body = null;
        }
        catch (SmtpException exception)
        {
            mail.Error = exception.InnerException?.Message ?? exception.Message;
            mail.State = mail.Attempts >= MostAttempts ? MailState.Failed : MailState.Waiting;
            mail.NextAttemptAt = mail.State == MailState.Failed
                ? null
                : time.GetUtcNow() + (FirstPause * Math.Pow(2, mail.Attempts - 1));
            LogNotSent(logger, mail.Id, mail.Attempts, mail.Error);
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {Id} was not taken by the mail server at attempt {Attempt}: {Error}")]
    private static partial void LogNotSent(ILogger logger, Guid id, int attempt, string error);
}
