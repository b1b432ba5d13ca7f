using AIWendy.Plugins.Analytics.Delivery;
using AIWendy.Sdk.Events;

namespace AIWendy.Plugins.Analytics.Capture;

/// <summary>Turns the events of the platform into usage events. What is not named here never leaves the installation.</summary>
internal sealed class EventCapture(AnalyticsGate gate, Outbox outbox) :
    IEventHandler<UserSignedUp>,
    IEventHandler<UserSignedIn>,
    IEventHandler<ChatMessageSent>,
    IEventHandler<JournalImported>,
    IEventHandler<ReportGenerated>,
    IEventHandler<SubscriptionChanged>,
    IEventHandler<PluginInstalled>
{
    public Task HandleAsync(UserSignedUp published, CancellationToken cancellationToken) => CaptureAsync(
        new UsageEvent("user_signed_up", published.UserId, published.At).With("method", published.Method), cancellationToken);

    public Task HandleAsync(UserSignedIn published, CancellationToken cancellationToken) => CaptureAsync(
        new UsageEvent("user_logged_in", published.UserId, published.At).With("method", published.Method), cancellationToken);

    public Task HandleAsync(ChatMessageSent published, CancellationToken cancellationToken) => CaptureAsync(
        new UsageEvent("chat_message_sent", published.UserId, published.At)
            .With("coach_id", published.CoachId)
            .With("message_length", published.Characters)
            .With("starts_conversation", published.StartsConversation),
        cancellationToken);

    public Task HandleAsync(JournalImported published, CancellationToken cancellationToken) => CaptureAsync(
        new UsageEvent("journal_imported", published.UserId, published.At)
            .With("format", published.Format)
            .With("executions", published.Executions)
            .With("duplicates", published.Duplicates),
        cancellationToken);

    public Task HandleAsync(ReportGenerated published, CancellationToken cancellationToken) => CaptureAsync(
        new UsageEvent("report_generated", published.UserId, published.At)
            .With("report_type", published.ReportType)
            .With("duration_ms", (long)published.Duration.TotalMilliseconds),
        cancellationToken);

    public Task HandleAsync(SubscriptionChanged published, CancellationToken cancellationToken) => CaptureAsync(
        new UsageEvent("subscription_changed", published.UserId, published.At)
            .With("old_tier", published.OldPlan)
            .With("new_tier", published.NewPlan),
        cancellationToken);

    public Task HandleAsync(PluginInstalled published, CancellationToken cancellationToken) => CaptureAsync(
        new UsageEvent("plugin_installed", published.UserId, published.At)
            .With("plugin_id", published.PluginId)
            .With("version", published.Version)
            .With("previous_version", published.PreviousVersion),
        cancellationToken);

    private async Task CaptureAsync(UsageEvent captured, CancellationToken cancellationToken)
    {
        if (await gate.AllowsAsync(cancellationToken))
        {
            await outbox.AddAsync(captured, cancellationToken);
        }
    }
}
