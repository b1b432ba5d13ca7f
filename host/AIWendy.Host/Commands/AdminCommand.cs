using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AIWendy.Host.Commands;

/// <summary>What commands that administer a running host have in common: an answer for people or machines, and exit codes.</summary>
internal static class AdminCommand
{
    /// <summary>Exit code when the host refuses.</summary>
    public const int Refused = 1;

    public static Option<bool> JsonOption() => new("--json") { Description = "Print one JSON value for machines instead of text." };

    /// <summary>Gives a command its work. What the work returns is printed: as it is for machines, as sentences for people.</summary>
    public static Command Does(this Command command, Func<ParseResult, AdminClient, CancellationToken, Task<Answer>> work)
    {
        Option<bool> json = JsonOption();
        command.Add(json);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            TextWriter output = parsed.InvocationConfiguration.Output;
            bool machine = parsed.GetValue(json);
            try
            {
                using AdminClient client = AdminClient.Open();
                Answer answer = await work(parsed, client, cancellationToken);
                await output.WriteLineAsync(machine ? answer.Json.GetRawText() : answer.Text);
                return answer.ExitCode;
            }
            catch (Exception exception) when (exception is AdminException or IOException or UnauthorizedAccessException or Packaging.PackageException)
            {
                string code = (exception as AdminException)?.Code ?? (exception as Packaging.PackageException)?.Code ?? "file";
                if (machine)
                {
                    await output.WriteLineAsync(new JsonObject { ["error"] = code, ["message"] = exception.Message }.ToJsonString());
                }
                else
                {
                    await parsed.InvocationConfiguration.Error.WriteLineAsync(exception.Message);
                }

                return Refused;
            }
        });
        return command;
    }

    /// <summary>Asks the person at the keyboard; where there is none, the answer is no.</summary>
    public static bool Agrees(string question)
    {
        if (Console.IsInputRedirected)
        {
            throw new AdminException("not_confirmed", "Nobody is there to ask. Add --yes to go on without asking.");
        }

        Console.Error.Write(question + " [y/N] ");
        return Console.ReadLine()?.Trim().ToLowerInvariant() is "y" or "yes";
    }
}

/// <summary>What a command answers.</summary>
/// <param name="Text">For people.</param>
/// <param name="Json">For machines.</param>
/// <param name="ExitCode">Exit code of the process.</param>
internal sealed record Answer(string Text, JsonElement Json, int ExitCode = 0);
