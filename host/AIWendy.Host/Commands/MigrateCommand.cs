using System.CommandLine;
using AIWendy.Host.Configuration;
using AIWendy.Host.Data;
using Npgsql;

namespace AIWendy.Host.Commands;

/// <summary><c>migrate</c>: brings the host's schema up to date, for operators who do it before they start replicas.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        Command command = new("migrate", "Bring the host's database schema up to date and stop. Plugins migrate theirs when they start.");
        command.SetAction((_, cancellationToken) => RunAsync(cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using HostDatabase database = CommandServices.Database(HostConfiguration.Load().Settings);
        await database.StartAsync(cancellationToken);
        await using NpgsqlConnection connection = await database.Owner.OpenConnectionAsync(cancellationToken);
        IReadOnlyDictionary<int, string> applied = await HostMigrations.AppliedAsync(connection, cancellationToken);
        Console.WriteLine($"The database is up to date: {applied.Count} migrations, the last is {HostMigrations.All[^1].Name}.");
        return 0;
    }
}
