namespace AIWendy.Sdk.Events;

/// <summary>A person has registered.</summary>
/// <param name="UserId">The new user.</param>
/// <param name="At">When, in UTC.</param>
public sealed record UserRegistered(Guid UserId, DateTimeOffset At) : IPluginEvent;

/// <summary>A person has signed in.</summary>
/// <param name="UserId">The user.</param>
/// <param name="At">When, in UTC.</param>
public sealed record UserSignedIn(Guid UserId, DateTimeOffset At) : IPluginEvent;

/// <summary>A user's message to a coach has been stored.</summary>
/// <param name="UserId">The author.</param>
/// <param name="ConversationId">The conversation.</param>
/// <param name="CoachId">The coach who answers.</param>
/// <param name="At">When, in UTC.</param>
public sealed record ChatMessageSent(Guid UserId, Guid ConversationId, string CoachId, DateTimeOffset At) : IPluginEvent;

/// <summary>An import has been committed to the journal.</summary>
/// <param name="UserId">The owner.</param>
/// <param name="ImportId">The import batch.</param>
/// <param name="Format">Id of the recognised format.</param>
/// <param name="Executions">Number of executions that were new.</param>
/// <param name="At">When, in UTC.</param>
public sealed record JournalImported(Guid UserId, Guid ImportId, string Format, int Executions, DateTimeOffset At) : IPluginEvent;

/// <summary>A plugin has become active, in a new version or again.</summary>
/// <param name="PluginId">The plugin.</param>
/// <param name="Version">Its version.</param>
public sealed record PluginActivated(string PluginId, string Version) : IPluginEvent;

/// <summary>A plugin has stopped serving.</summary>
/// <param name="PluginId">The plugin.</param>
public sealed record PluginDeactivated(string PluginId) : IPluginEvent;
