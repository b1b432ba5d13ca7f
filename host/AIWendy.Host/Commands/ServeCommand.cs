using System.CommandLine;
using AIWendy.Host.Configuration;
using AIWendy.Host.Hosting;
using Microsoft.AspNetCore.Connections;

namespace AIWendy.Host.Commands;

/// <summary><c>serve</c>: the page and the API, until the process is told to stop.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        Command command = new("serve", "Serve the page and the API until Ctrl+C (the default).");
        command.SetAction((_, cancellationToken) => RunAsync(cancellationToken));
        return command;
    }

    public static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        HostConfiguration configuration = HostConfiguration.Load();
        foreach (string warning in configuration.Warnings)
        {
            await Console.Error.WriteLineAsync("Warning: " + warning);
        }

        try
        {
            return await ServeHost.RunAsync(configuration, cancellationToken);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            HostSettings settings = configuration.Settings;
            await Console.Error.WriteLineAsync(
                $"Port {settings.Port} of {settings.Bind} is in use by another program; stop it, or set {HostSettingCatalogue.Port.Key} to another port.");
            return 1;
        }
    }
}
