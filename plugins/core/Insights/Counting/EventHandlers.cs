using AIWendy.Sdk.Events;

namespace AIWendy.Plugins.Insights.Counting;

/// <summary>Counts registrations and sign-ins.</summary>
internal sealed class CountPeople(UsageCounter counter) : IEventHandler<UserSignedUp>, IEventHandler<UserSignedIn>
{
    public Task HandleAsync(UserSignedUp published, CancellationToken cancellationToken) =>
        counter.AddAsync(published.At, published.UserId, [new(Metrics.SignUps, string.Empty, 1)], cancellationToken);

    public Task HandleAsync(UserSignedIn published, CancellationToken cancellationToken) =>
        counter.AddAsync(published.At, published.UserId, [new(Metrics.SignIns, string.Empty, 1)], cancellationToken);
}

/// <summary>Counts what people say to which coach.</summary>
internal sealed class CountMessages(UsageCounter counter) : IEventHandler<ChatMessageSent>
{
    public Task HandleAsync(ChatMessageSent published, CancellationToken cancellationToken) => counter.AddAsync(
        published.At,
        published.UserId,
        [new(Metrics.Messages, published.CoachId, 1), new(Metrics.Conversations, string.Empty, published.StartsConversation ? 1 : 0)],
        cancellationToken);
}

/// <summary>Counts calls to models and their errors. A call that a person stopped is no error.</summary>
internal sealed class CountModelCalls(UsageCounter counter) : IEventHandler<ModelCalled>
{
    public Task HandleAsync(ModelCalled published, CancellationToken cancellationToken) => counter.AddAsync(
        published.At,
        published.UserId,
        [
            new(Metrics.ModelCalls, published.ModelKind, 1),
            new(Metrics.ModelTokens, published.ModelKind, (published.InputTokens ?? 0) + (published.OutputTokens ?? 0)),
            new(Metrics.ModelErrors, published.Outcome, published.Outcome is "ok" or "cancelled" ? 0 : 1),
        ],
        cancellationToken);
}

/// <summary>Counts imports by format.</summary>
internal sealed class CountImports(UsageCounter counter) : IEventHandler<JournalImported>
{
    public Task HandleAsync(JournalImported published, CancellationToken cancellationToken) => counter.AddAsync(
        published.At,
        published.UserId,
        [new(Metrics.Imports, published.Format, 1), new(Metrics.Executions, string.Empty, published.Executions)],
        cancellationToken);
}

/// <summary>Counts reports by type.</summary>
internal sealed class CountReports(UsageCounter counter) : IEventHandler<ReportGenerated>
{
    public Task HandleAsync(ReportGenerated published, CancellationToken cancellationToken) =>
        counter.AddAsync(published.At, published.UserId, [new(Metrics.Reports, published.ReportType, 1)], cancellationToken);
}
