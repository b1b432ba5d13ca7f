using System.Text.Json.Nodes;
using AIWendy.Plugins.Coaching.Answers;
using AIWendy.Sdk.Runs;
using Microsoft.AspNetCore.Http;

namespace AIWendy.Coaching.Tests.Fakes;

internal sealed class FakeRun : IRunContext
{
    public static readonly AnswerInput Answer = new(Guid.NewGuid(), Guid.NewGuid(), "en");

    public FakeRun(string language = "en") => Input = (Answer with { Language = language }).ToJson();

    public Run Run { get; } = new(Guid.NewGuid(), AnswerInput.RunKind, Guid.NewGuid(), RunState.Running, DateTimeOffset.UnixEpoch);

    public string Input { get; }

    public RunStopReason StopReason { get; set; }

    public List<StoredRunEvent> Events { get; } = [];

    /// <summary>Fires once an event of this type was emitted.</summary>
    public Action<string>? OnEmit { get; set; }

    public IEnumerable<JsonObject> Of(string type) =>
        Events.Where(stored => stored.Type == type).Select(stored => JsonNode.Parse(stored.Json)!.AsObject());

    public string Text => string.Concat(Of("delta").Select(delta => (string?)delta["text"]));

    public ValueTask EmitAsync(RunEvent published, CancellationToken cancellationToken = default)
    {
        lock (Events)
        {
            Events.Add(new StoredRunEvent(Events.Count + 1, published.Type, published.Json));
        }

        OnEmit?.Invoke(published.Type);
        return ValueTask.CompletedTask;
    }

    public ValueTask FlushAsync(CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
}

internal sealed class FakeRuns : IRuns
{
    public Dictionary<Guid, Run> Runs { get; } = [];

    public Dictionary<Guid, IReadOnlyList<StoredRunEvent>> Events { get; } = [];

    public Task<Run> StartAsync(string kind, string input, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<Run?> FindAsync(Guid runId, CancellationToken cancellationToken = default) => Task.FromResult(Runs.GetValueOrDefault(runId));

    public Task CancelAsync(Guid runId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<StoredRunEvent>> ReadAsync(Guid runId, long afterSequence = 0, CancellationToken cancellationToken = default) =>
        Task.FromResult(Events.GetValueOrDefault(runId) ?? []);

    public IResult Stream(Run run) => throw new NotSupportedException();
}
