using System.CommandLine;
using AIWendy.Host.Configuration;

namespace AIWendy.Host.Commands;

/// <summary><c>version</c>.</summary>
internal static class VersionCommand
{
    public static Command Create()
    {
        Command command = new("version", "Print the version.");
        command.SetAction(_ =>
        {
            Console.WriteLine(Deployment.ProductVersion);
            return 0;
        });
        return command;
    }
}
