using System.CommandLine;

namespace AIWendy.Host.Commands.Development;

/// <summary><c>plugin dev</c>: an author's plugin in a running host, swapped at every save.</summary>
internal static class PluginDevCommand
{
    public static Command Create()
    {
        Argument<string> folder = new("folder") { Description = "Folder of the plugin's project.", DefaultValueFactory = _ => "." };
        Command command = new("dev", "Build a plugin into the running host and swap it whenever a file is saved; for development.") { folder };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            try
            {
                string file = PluginProject.Find(parsed.GetValue(folder)!);
                await new DevelopmentLoop(file, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error).RunAsync(cancellationToken);
                return 0;
            }
            catch (Exception refused) when (refused is AdminException or Packaging.PackageException or IOException)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(refused.Message);
                return AdminCommand.Refused;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return 0;
            }
        });
        return command;
    }
}
