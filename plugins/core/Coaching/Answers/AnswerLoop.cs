using System.Text.Json;
using AIWendy.Sdk.Coaching;
using AIWendy.Sdk.Models;
using Microsoft.Extensions.AI;

namespace AIWendy.Plugins.Coaching.Answers;

/// <summary>
/// Talks to the model until it answers: streams what it says, runs the tools that it calls, and gives it the results.
/// </summary>
internal sealed class AnswerLoop(CoachToolBox toolBox, TimeProvider time)
{
    /// <summary>How often a model may call tools before it has to answer.</summary>
    public const int MaxToolRounds = 6;

    /// <summary>Calls of one round beyond this number are not run.</summary>
    public const int MaxCallsPerRound = 8;

    /// <summary>Writes the answer to <paramref name="stream"/> and sets how it finished.</summary>
    /// <param name="saveProgress">Called after each round of tools.</param>
    /// <exception cref="ModelException">The model failed; what came before is in the draft.</exception>
    public async Task RunAsync(
        ChatModel model, Coach coach, AnswerTask task, AnswerInput input, AnswerStream stream,
        Func<Task> saveProgress, CancellationToken cancellationToken)
    {
        string language = input.Language;
        IReadOnlyList<OfferedTool> tools = await toolBox.OfferAsync(coach.May, language).ConfigureAwait(false);
        DateOnly today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        List<ChatMessage> messages = AnswerPrompt.Messages(coach, task, language, today);
        ChatOptions options = AnswerPrompt.Options(coach, input, tools);
        stream.Draft.Model = model.Model;

        for (int round = 0; ; round++)
        {
            if (round == MaxToolRounds)
            {
                options.ToolMode = ChatToolMode.None;
            }

            int textBefore = stream.Draft.Text.Length;
            ChatResponse response = await ReadAsync(model.Client, messages, options, stream, cancellationToken).ConfigureAwait(false);
            List<FunctionCallContent> calls = [.. response.Messages
                .SelectMany(message => message.Contents).OfType<FunctionCallContent>().Where(call => !call.InformationalOnly)];
            if (calls.Count == 0 || round == MaxToolRounds)
            {
                Finish(stream.Draft, response.FinishReason);
                return;
            }

            messages.AddRange(response.Messages);
            messages.Add(await RunToolsAsync(calls, tools, coach.May, language, stream, cancellationToken).ConfigureAwait(false));
            if (stream.Draft.Text.Length > textBefore)
            {
                // What the model says between two calls is a paragraph of its own.
                await stream.TextAsync("\n\n").ConfigureAwait(false);
            }

            await saveProgress().ConfigureAwait(false);
        }
    }

    private static async Task<ChatResponse> ReadAsync(
        IChatClient client, List<ChatMessage> messages, ChatOptions options, AnswerStream stream, CancellationToken cancellationToken)
    {
        List<ChatResponseUpdate> updates = [];
        IAsyncEnumerator<ChatResponseUpdate> source =
            client.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (source.ConfigureAwait(false))
        {
            while (await NextAsync(source, stream).ConfigureAwait(false))
            {
                ChatResponseUpdate update = source.Current;
                updates.Add(update);
                await WriteAsync(update, stream).ConfigureAwait(false);
            }
        }

        await stream.FlushAsync().ConfigureAwait(false);
        return updates.ToChatResponse();
    }

    // Gathered text must not wait for a model that pauses.
    private static async Task<bool> NextAsync(IAsyncEnumerator<ChatResponseUpdate> source, AnswerStream stream)
    {
        ValueTask<bool> next = source.MoveNextAsync();
        if (next.IsCompleted || stream.Due is not { } due)
        {
            return await next.ConfigureAwait(false);
        }

        Task<bool> moving = next.AsTask();
        await Task.WhenAny(moving, Task.Delay(due, CancellationToken.None)).ConfigureAwait(false);
        if (!moving.IsCompleted)
        {
            await stream.FlushAsync().ConfigureAwait(false);
        }

        return await moving.ConfigureAwait(false);
    }

    private static async Task WriteAsync(ChatResponseUpdate update, AnswerStream stream)
    {
        if (!string.IsNullOrEmpty(update.ModelId))
        {
            stream.Draft.Model = update.ModelId;
        }

        foreach (AIContent content in update.Contents)
        {
            switch (content)
            {
                case TextReasoningContent reasoning:
                    await stream.ReasoningAsync(reasoning.Text ?? string.Empty).ConfigureAwait(false);
                    break;
                case TextContent text:
                    await stream.TextAsync(text.Text ?? string.Empty).ConfigureAwait(false);
                    break;
                case FunctionCallContent:
                    stream.EndThinking();
                    break;
                case ErrorContent { ErrorCode: "Refusal" } refusal:
                    // The model's own words for why it does not answer; the finish says that they are a refusal.
                    await stream.TextAsync(refusal.Message).ConfigureAwait(false);
                    break;
                case UsageContent usage:
                    stream.Draft.InputTokens = Sum(stream.Draft.InputTokens, usage.Details.InputTokenCount);
                    stream.Draft.OutputTokens = Sum(stream.Draft.OutputTokens, usage.Details.OutputTokenCount);
                    break;
            }
        }
    }

    private async Task<ChatMessage> RunToolsAsync(
        List<FunctionCallContent> calls, IReadOnlyList<OfferedTool> tools, DataScope scope, string language,
        AnswerStream stream, CancellationToken cancellationToken)
    {
        List<AIContent> results = [];
        for (int i = 0; i < calls.Count; i++)
        {
            FunctionCallContent call = calls[i];
            string stepId = $"{stream.Draft.Tools.Count + 1}";
            string title = tools.FirstOrDefault(tool => tool.Name == call.Name)?.Title ?? call.Name;
            if (i >= MaxCallsPerRound)
            {
                results.Add(new FunctionResultContent(call.CallId, ToolOutcome.Failed("too_many_calls", "Too many calls at once.", TimeSpan.Zero).Json));
                continue;
            }

            ToolStep step = new(stepId, call.Name, title, "running", null);
            await stream.ToolAsync(step).ConfigureAwait(false);
            JsonElement arguments = ToolArguments.ToJson(call.Arguments);
            ToolOutcome outcome = call.Exception is null
                ? await toolBox.InvokeAsync(call.Name, arguments, scope, cancellationToken).ConfigureAwait(false)
                : ToolOutcome.Failed("bad_arguments", "The arguments are not valid JSON.", TimeSpan.Zero);
            await stream.ToolAsync(step with
            {
                Status = outcome.Result is null ? "failed" : "done",
                DurationMs = (long)outcome.Duration.TotalMilliseconds,
            }).ConfigureAwait(false);
            if (outcome.Result is not null)
            {
                await stream.EvidenceAsync(Evidence.Of(outcome.Result, language)).ConfigureAwait(false);
            }

            results.Add(new FunctionResultContent(call.CallId, outcome.Json));
        }

        return new ChatMessage(ChatRole.Tool, results);
    }

    private static void Finish(AnswerDraft draft, ChatFinishReason? reason)
    {
        string finish = reason?.Value switch
        {
            "length" => "length",
            "content_filter" => "content_filter",
            "refusal" => "refusal",
            _ => "stop",
        };
        if (finish == "stop" && string.IsNullOrWhiteSpace(draft.Text.ToString()))
        {
            throw new ModelException("model_bad_response", "The model sent an empty answer. Try again, or choose another model.") { IsRetryable = true };
        }

        draft.Finish = finish;
    }

    private static long? Sum(long? first, long? second) => first is null ? second : first + (second ?? 0);
}
