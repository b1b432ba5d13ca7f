using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using AIWendy.Host.Configuration;
using AIWendy.Host.Data;
using AIWendy.Host.Data.Embedded;
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

        Preflight(configuration.Settings);
        try
        {
            return await ServeHost.RunAsync(configuration, cancellationToken);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            throw PortTaken(configuration.Settings);
        }
        catch (OperationCanceledException)
        {
            // The platform gave up, or was told to stop, before the server was fully started; the log has the reason.
            return 1;
        }
    }

    // What most often goes wrong on somebody's machine, told in one sentence before anything is started.
    private static void Preflight(HostSettings settings)
    {
        IPAddress address = settings.Bind == "localhost" ? IPAddress.Loopback : IPAddress.Parse(settings.Bind);
        try
        {
            using TcpListener listener = new(address, settings.Port);
            listener.Start();
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw PortTaken(settings);
        }

        if (settings.DatabaseUrl is not null)
        {
            return;
        }

        using DataFolder folder = new(settings);
        folder.Create();
        if (!folder.TryHold())
        {
            throw EmbeddedPostgres.FolderTaken(settings);
        }

        EmbeddedPostgres.FindPrograms(settings);
    }

    private static DatabaseException PortTaken(HostSettings settings) =>
        new($"Port {settings.Port} of {settings.Bind} is in use by another program; stop it, or set {HostSettingCatalogue.Port.Key} to another port.");
}
