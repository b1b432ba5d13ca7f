using AIWendy.Plugins.Coaching.Answers;
using AIWendy.Plugins.Coaching.Coaches;
using AIWendy.Sdk.Coaching;
using AIWendy.Sdk.Localization;
using AIWendy.Sdk.Models;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;

namespace AIWendy.Coaching.Tests.Fakes;

/// <summary>One run of the answer handler over fakes.</summary>
internal sealed class AnswerBench
{
    private readonly AnswerTask task;
    private readonly ICoachTool[] tools;
    private readonly IChatClient? client;

    public AnswerBench(IChatClient? client, ICoachTool[]? tools = null, string question = "Why do I lose?", IReadOnlyList<Turn>? history = null, string coach = "wendy")
    {
        this.client = client;
        this.tools = tools ?? [];
        task = new AnswerTask(coach, null, question, history ?? []);
        Store = new FakeAnswerStore(task);
    }

    public FakeAnswerStore Store { get; }

    public FakeRun Run { get; init; } = new();

    public FakeRuns Runs { get; } = new();

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public static Coach Coach(string id, DataScope may = DataScope.JournalSummary | DataScope.Trades) => new(id, Text.Of(id))
    {
        Description = Text.Of("A coach."),
        Prompt = Text.Of($"You are {id}.", $"你是 {id}。"),
        Style = CoachStyle.Analytical,
        May = may,
    };

    public DataScope May { get; init; } = DataScope.JournalSummary | DataScope.Trades;

    public CoachAnswerRun Handler()
    {
        CoachCatalogue catalogue = new(new FakeExtensions<Coach>(Coach("wendy", May)));
        CoachToolBox toolBox = new(new FakeExtensions<ICoachTool>(tools), TimeProvider.System, NullLogger<CoachToolBox>.Instance);
        FakeExtensions<IModels> models = client is null ? new FakeExtensions<IModels>() : new FakeExtensions<IModels>(new FakeModels(client));
        return new CoachAnswerRun(
            Store, catalogue, models, new AnswerLoop(toolBox, Time), Runs, Time, NullLogger<CoachAnswerRun>.Instance);
    }

    public Task ExecuteAsync(CancellationToken cancellationToken = default) => Handler().ExecuteAsync(Run, cancellationToken);

    private sealed class FakeModels(IChatClient client) : IModels
    {
        public Task<ChatModel> GetChatModelAsync(Guid? connectionId, CancellationToken cancellationToken = default) =>
            Task.FromResult(new ChatModel(client, "test-model", "Test", "openai", IsLocal: true));
    }
}
