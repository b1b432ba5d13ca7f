using System.CommandLine;
using AIWendy.Host.Configuration;
using AIWendy.Host.Http.OpenApi;

namespace AIWendy.Host.Commands;

/// <summary><c>openapi</c>: keeps the API descriptions in the source tree true.</summary>
internal static class OpenApiCommandLine
{
    public static Command Create()
    {
        Option<bool> write = new("--write") { Description = "Write the descriptions; without it stale ones are only listed." };
        Option<string> source = new("--source")
        {
            Description = "Root of the source tree.",
            DefaultValueFactory = _ => Directory.GetCurrentDirectory(),
        };
        Command command = new("openapi", "Writes or checks the API descriptions in the source tree.") { write, source };
        command.SetAction((parsed, cancellationToken) => OpenApiCommand.RunAsync(
            HostConfiguration.Load(), Path.GetFullPath(parsed.GetValue(source)!), parsed.GetValue(write), Console.Out, cancellationToken));
        return command;
    }
}
