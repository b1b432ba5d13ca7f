using AIWendy.Plugins.Coaching.Coaches;
using AIWendy.Plugins.Coaching.Data;
using AIWendy.Plugins.Coaching.Safety;
using AIWendy.Sdk;
using AIWendy.Sdk.Coaching;
using AIWendy.Sdk.Localization;
using AIWendy.Sdk.Models;
using AIWendy.Sdk.Runs;
using Microsoft.Extensions.Logging;

namespace AIWendy.Plugins.Coaching.Answers;

/// <summary>Answers one message of a user. The answer is stored before its last event is sent.</summary>
internal sealed partial class CoachAnswerRun(
    IAnswerStore store,
    CoachCatalogue coaches,
    IExtensions<IModels> models,
    AnswerLoop loop,
    IRuns runs,
    TimeProvider time,
    ILogger<CoachAnswerRun> logger) : IRunHandler
{
    private static readonly TimeSpan SaveLimit = TimeSpan.FromSeconds(8);

    /// <inheritdoc />
    public async Task ExecuteAsync(IRunContext run, CancellationToken cancellationToken)
    {
        AnswerInput input = AnswerInput.Parse(run.Input);
        AnswerDraft draft = new();
        AnswerStream stream = new(run, draft, time);
        try
        {
            AnswerTask? task = await store.LoadAsync(input, run.Run.Id, cancellationToken).ConfigureAwait(false);
            if (task is null)
            {
                await run.EmitAsync(ChatEvents.Error("not_found", "The message does not exist any more.", retryable: false), CancellationToken.None).ConfigureAwait(false);
                return;
            }

            if (CrisisCheck.Matches(task.Question))
            {
                await WriteCrisisAnswerAsync(run, stream, input.Language).ConfigureAwait(false);
            }
            else
            {
                await AnswerAsync(task, input, stream, cancellationToken).ConfigureAwait(false);
            }

            draft.Status = MessageStatus.Complete;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            BreakOff(draft, run.StopReason);
        }
        catch (ModelException exception)
        {
            LogModelFailed(logger, exception, exception.Code, exception.Status);
            draft.Fail(new AnswerError(exception.Code, exception.Message, Seconds(exception.RetryAfter), exception.IsRetryable));
        }
        catch (ProblemException problem)
        {
            draft.Fail(new AnswerError(problem.Code, problem.Localized?.For(input.Language) ?? problem.Message, Seconds(problem.RetryAfter), Retryable: true));
        }
        catch (Exception exception)
        {
            LogFailed(logger, exception, run.Run.Id);
            draft.Fail(new AnswerError("internal_error", "The answer failed because of a fault in AIWendy. Try again; the log has the details.", null, Retryable: true));
        }

        await FinishAsync(run, input, stream).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public async Task AbandonedAsync(IRunContext run, CancellationToken cancellationToken)
    {
        AnswerInput input = AnswerInput.Parse(run.Input);
        AnswerDraft draft = RunTranscript.Fold(await runs.ReadAsync(run.Run.Id, 0, cancellationToken).ConfigureAwait(false));
        if (draft.Status == MessageStatus.Streaming)
        {
            draft.BreakOff(MessageStatus.Incomplete, "incomplete");
        }

        await store.SaveAsync(input, draft, cancellationToken).ConfigureAwait(false);
    }

    private async Task AnswerAsync(AnswerTask task, AnswerInput input, AnswerStream stream, CancellationToken cancellationToken)
    {
        Coach coach = await coaches.FindAsync(task.CoachId).ConfigureAwait(false)
            ?? throw new ProblemException(409, "coach_not_found", Text.Of("The coach of this conversation is not available. Choose another coach.", "这段对话的教练不可用。请选择另一位教练。"));
        await using IExtensionLease<IModels> lease = models.Acquire();
        if (lease.Items.Count == 0)
        {
            throw new ProblemException(503, "models_unavailable", Text.Of("No model can answer, because the Models plugin is off.", "模型插件已停用，没有模型可以回答。"));
        }

        ChatModel model = await lease.Items[0].Value.GetChatModelAsync(task.ConnectionId, cancellationToken).ConfigureAwait(false);
        using (model.Client)
        {
            await loop.RunAsync(
                model, coach, task, input, stream,
                () => store.SaveAsync(input, stream.Draft, cancellationToken), cancellationToken).ConfigureAwait(false);
        }

        Evidence earlier = task.History.Aggregate(new Evidence(), (all, turn) => all.With(turn.Evidence));
        await CheckCitationsAsync(stream, earlier, coach.Id).ConfigureAwait(false);
    }

    private async Task CheckCitationsAsync(AnswerStream stream, Evidence earlier, string coachId)
    {
        Evidence before = stream.Draft.Evidence;
        Evidence after = CitationGuard.Check(stream.Draft.Text.ToString(), before, earlier);
        if (after.Unbacked.Count > 0)
        {
            LogUnbacked(logger, after.Unbacked.Count, coachId, stream.Draft.Model);
        }

        if (after.Unbacked.Count > 0 || after.Figures.Count > before.Figures.Count || after.Trades.Count > before.Trades.Count)
        {
            await stream.EvidenceAsync(after).ConfigureAwait(false);
        }
    }

    private static async Task WriteCrisisAnswerAsync(IRunContext run, AnswerStream stream, string language)
    {
        stream.Draft.Kind = MessageKind.Crisis;
        await run.EmitAsync(CrisisAnswer.Event, CancellationToken.None).ConfigureAwait(false);
        await stream.TextAsync(CrisisAnswer.Text.For(language)).ConfigureAwait(false);
        stream.Draft.Finish = "stop";
    }

    private static void BreakOff(AnswerDraft draft, RunStopReason reason)
    {
        if (reason == RunStopReason.Cancelled)
        {
            draft.BreakOff(MessageStatus.Stopped, "cancelled");
        }
        else
        {
            draft.BreakOff(MessageStatus.Incomplete, "incomplete");
        }
    }

    // The run's token may have fired; what is there is kept nevertheless.
    private async Task FinishAsync(IRunContext run, AnswerInput input, AnswerStream stream)
    {
        AnswerDraft draft = stream.Draft;
        using CancellationTokenSource limit = new(SaveLimit);
        stream.EndThinking();
        await stream.FlushAsync().ConfigureAwait(false);
        await store.SaveAsync(input, draft, limit.Token).ConfigureAwait(false);
        if (draft.InputTokens is not null || draft.OutputTokens is not null)
        {
            await run.EmitAsync(ChatEvents.Usage(draft.InputTokens, draft.OutputTokens, draft.Model), limit.Token).ConfigureAwait(false);
        }

        RunEvent last = draft.Error is { } error
            ? ChatEvents.Error(error.Code, error.Message, error.RetryAfter, error.Retryable)
            : ChatEvents.Done(draft.Finish ?? "stop");
        await run.EmitAsync(last, limit.Token).ConfigureAwait(false);
        await run.FlushAsync(limit.Token).ConfigureAwait(false);
    }

    // A server may name a moment; a person waits whole seconds.
    private static double? Seconds(TimeSpan? wait) => wait is { } span ? Math.Ceiling(span.TotalSeconds) : null;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The model failed with {Code} (HTTP {Status})")]
    private static partial void LogModelFailed(ILogger logger, Exception exception, string code, int? status);

    [LoggerMessage(Level = LogLevel.Error, Message = "The answer of run {RunId} failed")]
    private static partial void LogFailed(ILogger logger, Exception exception, Guid runId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "An answer of coach {Coach} by model {Model} cites {Count} figures or trades that no tool returned")]
    private static partial void LogUnbacked(ILogger logger, int count, string coach, string? model);
}
