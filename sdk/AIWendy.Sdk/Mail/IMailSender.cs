namespace AIWendy.Sdk.Mail;

/// <summary>
/// Extension point: sends mail for the installation. Take it from <see cref="IExtensions{T}"/>; the accounts plugin
/// contributes the one that uses the operator's SMTP server, or keeps messages for administrators where there is none.
/// </summary>
public interface IMailSender
{
    /// <summary>
    /// Accepts a message. It is sent in the background and tried again when the server does not answer, so that a
    /// message that was accepted has not necessarily arrived.
    /// </summary>
    /// <exception cref="ArgumentException">The recipient is no e-mail address, or the subject has line breaks.</exception>
    Task SendAsync(MailMessage message, CancellationToken cancellationToken = default);
}

/// <summary>A message to one person.</summary>
/// <param name="Recipient">The e-mail address.</param>
/// <param name="Subject">One line, in the recipient's language.</param>
/// <param name="Body">Plain text, in the recipient's language. Links stand in lines of their own.</param>
/// <param name="UserId">The recipient's account, so that the message goes when he goes; <see langword="null"/> without one.</param>
public sealed record MailMessage(string Recipient, string Subject, string Body, Guid? UserId = null);
