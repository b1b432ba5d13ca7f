namespace AIWendy.Sdk.Events;

/// <summary>A person has registered.</summary>
/// <param name="UserId">The new user.</param>
/// <param name="Method">How: <c>password</c>, or the name of the sign-in method that made the account.</param>
/// <param name="At">When, in UTC.</param>
public sealed record UserSignedUp(Guid UserId, string Method, DateTimeOffset At) : IPluginEvent;

/// <summary>A person has signed in.</summary>
/// <param name="UserId">The user.</param>
/// <param name="Method">How: <c>password</c>, or the name of another sign-in method.</param>
/// <param name="At">When, in UTC.</param>
public sealed record UserSignedIn(Guid UserId, string Method, DateTimeOffset At) : IPluginEvent;

/// <summary>A user's message to a coach has been stored. The text is not part of the event.</summary>
/// <param name="UserId">The author.</param>
/// <param name="ConversationId">The conversation.</param>
/// <param name="CoachId">The coach who answers.</param>
/// <param name="Characters">Length of the message.</param>
/// <param name="StartsConversation">Whether it is the first of its conversation.</param>
/// <param name="At">When, in UTC.</param>
public sealed record ChatMessageSent(Guid UserId, Guid ConversationId, string CoachId, int Characters, bool StartsConversation, DateTimeOffset At) : IPluginEvent;

/// <summary>A call to a model has ended. Questions and answers are not part of the event.</summary>
/// <param name="UserId">On whose behalf.</param>
/// <param name="ModelKind"><c>openai</c>, <c>anthropic</c>, <c>ollama</c>, <c>offline</c> or the kind of another provider.</param>
/// <param name="Outcome"><c>ok</c>, <c>cancelled</c>, or the code of the error.</param>
/// <param name="InputTokens">Tokens of the question, or <see langword="null"/> when the model did not say.</param>
/// <param name="OutputTokens">Tokens of the answer, or <see langword="null"/> when the model did not say.</param>
/// <param name="Duration">From the question to the end of the answer.</param>
/// <param name="At">When it ended, in UTC.</param>
public sealed record ModelCalled(
    Guid UserId, string ModelKind, string Outcome, long? InputTokens, long? OutputTokens, TimeSpan Duration, DateTimeOffset At) : IPluginEvent;

/// <summary>An import has been committed to the journal.</summary>
/// <param name="UserId">The owner.</param>
/// <param name="ImportId">The import batch.</param>
/// <param name="Format">Id of the recognised format.</param>
/// <param name="Executions">Number of executions that were new.</param>
/// <param name="Duplicates">Number of executions that the journal held already.</param>
/// <param name="At">When, in UTC.</param>
public sealed record JournalImported(Guid UserId, Guid ImportId, string Format, int Executions, int Duplicates, DateTimeOffset At) : IPluginEvent;

/// <summary>A report has been made.</summary>
/// <param name="UserId">For whom.</param>
/// <param name="ReportId">The report.</param>
/// <param name="ReportType">Id of the kind of report, for example <c>weekly</c>.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="At">When it was ready, in UTC.</param>
public sealed record ReportGenerated(Guid UserId, Guid ReportId, string ReportType, TimeSpan Duration, DateTimeOffset At) : IPluginEvent;

/// <summary>A tenant has moved to another plan.</summary>
/// <param name="UserId">Who changed it; <see cref="Guid.Empty"/> when the payment provider did.</param>
/// <param name="OldPlan">Id of the plan before.</param>
/// <param name="NewPlan">Id of the plan after.</param>
/// <param name="At">When, in UTC.</param>
public sealed record SubscriptionChanged(Guid UserId, string OldPlan, string NewPlan, DateTimeOffset At) : IPluginEvent;

/// <summary>An administrator has installed a plugin or moved it to another version.</summary>
/// <param name="UserId">Who did it; <see cref="Guid.Empty"/> when it was done on the command line.</param>
/// <param name="PluginId">The plugin.</param>
/// <param name="Version">The version that is installed now.</param>
/// <param name="PreviousVersion">The version before, or <see langword="null"/> for a new plugin.</param>
/// <param name="At">When, in UTC.</param>
public sealed record PluginInstalled(Guid UserId, string PluginId, string Version, string? PreviousVersion, DateTimeOffset At) : IPluginEvent;

/// <summary>A plugin has become active, in a new version or again.</summary>
/// <param name="PluginId">The plugin.</param>
/// <param name="Version">Its version.</param>
public sealed record PluginActivated(string PluginId, string Version) : IPluginEvent;

/// <summary>A plugin has stopped serving.</summary>
/// <param name="PluginId">The plugin.</param>
public sealed record PluginDeactivated(string PluginId) : IPluginEvent;
