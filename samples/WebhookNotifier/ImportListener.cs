using System.Text.Json;

namespace WebhookNotifier;

/// <summary>Leaves the call to a job, so that a slow address does not hold the import up and a restart loses nothing.</summary>
internal sealed class ImportListener(IJobs jobs) : IEventHandler<JournalImported>
{
    public Task HandleAsync(JournalImported published, CancellationToken cancellationToken)
    {
        Notification notification = new("journal_imported", published.ImportId, published.Format, published.Executions, published.At);
        return jobs.EnqueueAsync(Delivery.Name, JsonSerializer.Serialize(notification, WebhookJson.Default.Notification), cancellationToken);
    }
}
