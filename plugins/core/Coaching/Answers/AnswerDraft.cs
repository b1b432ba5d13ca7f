using System.Text;
using AIWendy.Plugins.Coaching.Data;

namespace AIWendy.Plugins.Coaching.Answers;

/// <summary>An answer while it grows, and what is stored of it.</summary>
internal sealed class AnswerDraft
{
    private readonly List<ToolStep> tools = [];

    public StringBuilder Text { get; } = new();

    public StringBuilder Reasoning { get; } = new();

    /// <summary>How long the model thought aloud; null when it did not, or when nobody measured it.</summary>
    public TimeSpan? ThoughtFor { get; set; }

    public IReadOnlyList<ToolStep> Tools => tools;

    public Evidence Evidence { get; set; } = new();

    public MessageKind Kind { get; set; }

    public MessageStatus Status { get; set; } = MessageStatus.Streaming;

    public string? Finish { get; set; }

    public string? Model { get; set; }

    public long? InputTokens { get; set; }

    public long? OutputTokens { get; set; }

    public AnswerError? Error { get; set; }

    /// <summary>Adds a tool call, or replaces the one with the same id.</summary>
    public void Set(ToolStep step)
    {
        int index = tools.FindIndex(existing => existing.CallId == step.CallId);
        if (index < 0)
        {
            tools.Add(step);
        }
        else
        {
            tools[index] = step;
        }
    }

    /// <summary>Ends the answer with an error that the user sees; text that came before stays.</summary>
    public void Fail(AnswerError error)
    {
        Status = MessageStatus.Failed;
        Error = error;
        FailRunningTools();
    }

    /// <summary>Ends the answer before the coach was done.</summary>
    public void BreakOff(MessageStatus status, string finish)
    {
        Status = status;
        Finish = finish;
        FailRunningTools();
    }

    private void FailRunningTools()
    {
        for (int i = 0; i < tools.Count; i++)
        {
            if (tools[i].Status == "running")
            {
                tools[i] = tools[i] with { Status = "failed" };
            }
        }
    }
}

/// <summary>Why an answer failed.</summary>
/// <param name="RetryAfter">Seconds to wait, when the other side says so.</param>
internal sealed record AnswerError(string Code, string Message, double? RetryAfter, bool Retryable);
