using AIWendy.Plugins.Coaching.Answers;
using AIWendy.Plugins.Coaching.Data;

namespace AIWendy.Coaching.Tests.Fakes;

/// <summary>Keeps one answer and, like the real store, never changes one that has ended.</summary>
internal sealed class FakeAnswerStore(AnswerTask? task) : IAnswerStore
{
    public Message Saved { get; } = new() { Role = MessageRole.Assistant, Status = MessageStatus.Streaming };

    public int Saves { get; private set; }

    public Task<AnswerTask?> LoadAsync(AnswerInput input, Guid runId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(task);
    }

    public Task SaveAsync(AnswerInput input, AnswerDraft draft, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Saved.Status == MessageStatus.Streaming)
        {
            Saves++;
            Saved.Take(draft, draft.Status == MessageStatus.Streaming ? null : DateTimeOffset.UnixEpoch);
        }

        return Task.CompletedTask;
    }
}
