using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AIWendy.Packaging.Commands;

/// <summary>What a command has to say: lines for people, an object for machines.</summary>
/// <param name="ExitCode">Exit code of the process.</param>
/// <param name="Lines">For people.</param>
/// <param name="Json">For machines; <c>ok</c> is added.</param>
internal sealed record Report(int ExitCode, IReadOnlyList<string> Lines, JsonObject Json)
{
    public static Option<bool> JsonOption() => new("--json") { Description = "Print one JSON object for machines instead of text." };

    /// <summary>Makes the action of a command: does the work, prints its report, and turns refusals into exit codes.</summary>
    public static void SetAction(Command command, Option<bool> json, Func<ParseResult, CancellationToken, Task<Report>> work) =>
        command.SetAction(async (parsed, cancellationToken) =>
        {
            InvocationConfiguration configuration = parsed.InvocationConfiguration;
            bool machine = parsed.GetValue(json);
            try
            {
                Report report = await work(parsed, cancellationToken);
                report.Json.Insert(0, "ok", report.ExitCode == 0);
                await configuration.Output.WriteLineAsync(machine ? Text(report.Json) : string.Join(Environment.NewLine, report.Lines));
                return report.ExitCode;
            }
            catch (PackageException exception)
            {
                await FailAsync(configuration, machine, exception.Code, exception.Message);
                return PackagingCommands.Refused;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                await FailAsync(configuration, machine, "file", exception.Message);
                return PackagingCommands.WrongUsage;
            }
        });

    public static string Text(JsonObject json)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter writer = new(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteTo(writer);
        }

        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }

    public static JsonArray Array(IEnumerable<string> values) => new([.. values.Select(value => (JsonNode?)JsonValue.Create(value))]);

    private static async Task FailAsync(InvocationConfiguration configuration, bool machine, string code, string message)
    {
        if (machine)
        {
            await configuration.Output.WriteLineAsync(Text(new JsonObject { ["ok"] = false, ["code"] = code, ["message"] = message }));
        }
        else
        {
            await configuration.Error.WriteLineAsync($"{code}: {message}");
        }
    }
}
