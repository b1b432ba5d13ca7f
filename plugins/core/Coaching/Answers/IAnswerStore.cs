namespace AIWendy.Plugins.Coaching.Answers;

/// <summary>What an answer needs from the database.</summary>
internal interface IAnswerStore
{
    /// <summary>
    /// Loads what an answer rests on and notes which run writes it; null when the message is gone or already answered.
    /// </summary>
    Task<AnswerTask?> LoadAsync(AnswerInput input, Guid runId, CancellationToken cancellationToken);

    /// <summary>Stores an answer if it is still open; an answer that has ended is never changed.</summary>
    Task SaveAsync(AnswerInput input, AnswerDraft draft, CancellationToken cancellationToken);
}

/// <summary>What an answer rests on.</summary>
/// <param name="History">Earlier turns, oldest first.</param>
internal sealed record AnswerTask(string CoachId, Guid? ConnectionId, string Question, IReadOnlyList<Turn> History);
