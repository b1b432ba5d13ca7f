using System.CommandLine;
using System.CommandLine.Help;
using AIWendy.Host.Configuration;
using AIWendy.Host.Data;

namespace AIWendy.Host.Commands;

/// <summary>The command line: <c>serve</c> unless another command is named.</summary>
internal static class HostCommand
{
    // Whoever is told to end has work to finish: requests that run, or a plugin to put back.
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(40);

    /// <summary>Runs one command and returns the exit code of the process.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        InvocationConfiguration invocation = new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = EndLimit };
        try
        {
            ParseResult parsed = Build().Parse(args);
            return parsed.Action is HelpAction ? await HelpAsync(parsed, invocation) : await parsed.InvokeAsync(invocation);
        }
        catch (ConfigurationException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return ConfigurationException.ExitCode;
        }
        catch (DatabaseException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }

    // Help says what to type, which is not the name of the assembly.
    private static async Task<int> HelpAsync(ParseResult parsed, InvocationConfiguration invocation)
    {
        await using StringWriter help = new();
        invocation.Output = help;
        int code = await parsed.InvokeAsync(invocation);
        await Console.Out.WriteAsync(help.ToString().Replace(parsed.RootCommandResult.Command.Name, "./aiwendy", StringComparison.Ordinal));
        return code;
    }

    /// <summary>All commands.</summary>
    public static RootCommand Build()
    {
        RootCommand root = new("AIWendy, an AI coach for trading psychology. Without a command it serves the page and the API.")
        {
            ServeCommand.Create(),
            MigrateCommand.Create(),
            DoctorCommand.Create(),
            ConfigCommand.Create(),
            PackageCommands.AddTo(PluginCommand.Create()),
            PackageCommands.Feed(),
            LicenceCommand.Create(),
            FeaturesCommand.Create(),
            AuditCommand.Create(),
            SecretsCommand.Create(),
            OpenApiCommandLine.Create(),
            HealthCommand.Create(),
            VersionCommand.Create(),
        };
        root.SetAction((_, cancellationToken) => ServeCommand.RunAsync(cancellationToken));
        return root;
    }
}
