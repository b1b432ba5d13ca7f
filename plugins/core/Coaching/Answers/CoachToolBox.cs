using System.Text.Json;
using AIWendy.Sdk;
using AIWendy.Sdk.Coaching;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace AIWendy.Plugins.Coaching.Answers;

/// <summary>
/// The tools of every plugin that a coach may call. A lease is held for one call only, so that a long answer does not
/// keep a plugin from being replaced.
/// </summary>
internal sealed partial class CoachToolBox(IExtensions<ICoachTool> tools, TimeProvider time, ILogger<CoachToolBox> logger)
{
    /// <summary>How long one call may take.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    /// <summary>Declares the tools whose scope lies within what the coach may read.</summary>
    public async Task<IReadOnlyList<OfferedTool>> OfferAsync(DataScope scope, string language)
    {
        await using IExtensionLease<ICoachTool> lease = tools.Acquire();
        List<OfferedTool> offered = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (Extension<ICoachTool> extension in lease.Items)
        {
            try
            {
                ICoachTool tool = extension.Value;
                if ((tool.Scope & scope) == tool.Scope && names.Add(tool.Name))
                {
                    AIFunctionDeclaration declaration = AIFunctionFactory.CreateDeclaration(tool.Name, tool.Description, tool.Parameters.Clone());
                    offered.Add(new OfferedTool(tool.Name, tool.Title.For(language), declaration));
                }
            }
            catch (Exception exception)
            {
                tools.ReportFault(extension, exception);
            }
        }

        return offered;
    }

    /// <summary>Calls a tool. Whatever goes wrong becomes a failed outcome that tells the model so.</summary>
    public async Task<ToolOutcome> InvokeAsync(string name, JsonElement arguments, DataScope scope, CancellationToken cancellationToken)
    {
        long started = time.GetTimestamp();
        await using IExtensionLease<ICoachTool> lease = tools.Acquire();
        Extension<ICoachTool>? found = lease.Items.FirstOrDefault(item => item.Value.Name == name && (item.Value.Scope & scope) == item.Value.Scope);
        if (found is null)
        {
            return ToolOutcome.Failed("unknown_tool", "There is no such tool.", TimeSpan.Zero);
        }

        using CancellationTokenSource limit = new(TimeLimit, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            // A tool that ignores its token must not hold the answer.
            CoachToolResult result = await found.Value.InvokeAsync(arguments, either.Token).WaitAsync(either.Token).ConfigureAwait(false);
            return ToolOutcome.Done(result, time.GetElapsedTime(started));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException)
        {
            LogSlow(logger, name, found.PluginId);
            return ToolOutcome.Failed("tool_timeout", "The tool did not answer in time.", time.GetElapsedTime(started));
        }
        catch (ProblemException problem)
        {
            return ToolOutcome.Failed(problem.Code, problem.Message, time.GetElapsedTime(started));
        }
        catch (Exception exception)
        {
            LogFailed(logger, exception, name, found.PluginId);
            tools.ReportFault(found, exception);
            return ToolOutcome.Failed("tool_failed", "The tool failed.", time.GetElapsedTime(started));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The tool {Tool} of plugin {Owner} did not answer in time")]
    private static partial void LogSlow(ILogger logger, string tool, string owner);

    [LoggerMessage(Level = LogLevel.Error, Message = "The tool {Tool} of plugin {Owner} failed")]
    private static partial void LogFailed(ILogger logger, Exception exception, string tool, string owner);
}

/// <summary>A tool that the model is told about.</summary>
internal sealed record OfferedTool(string Name, string Title, AIFunctionDeclaration Declaration);

/// <summary>How a call ended.</summary>
/// <param name="Json">What the model reads.</param>
/// <param name="Result">What the tool found, or null when it failed.</param>
internal sealed record ToolOutcome(string Json, CoachToolResult? Result, TimeSpan Duration)
{
    public static ToolOutcome Done(CoachToolResult result, TimeSpan duration) => new(result.Json, result, duration);

    public static ToolOutcome Failed(string code, string message, TimeSpan duration) =>
        new(JsonSerializer.Serialize(new ToolFailure(new ToolFailureDetail(code, message)), CoachingJsonContext.Default.ToolFailure), null, duration);
}

/// <summary>A failed call as the model reads it.</summary>
internal sealed record ToolFailure(ToolFailureDetail Error);

/// <summary>Why a call failed.</summary>
internal sealed record ToolFailureDetail(string Code, string Message);
