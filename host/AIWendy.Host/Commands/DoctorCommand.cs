using System.CommandLine;
using System.Globalization;
using AIWendy.Host.Audit;
using AIWendy.Host.Configuration;
using AIWendy.Host.Data;
using Npgsql;

namespace AIWendy.Host.Commands;

/// <summary><c>doctor</c>: looks at everything that a start needs and says what is wrong.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        Command command = new("doctor", "Check configuration, data folder, secret, database, roles and plugins. Changes nothing that a start would not change.");
        command.SetAction((_, cancellationToken) => RunAsync(cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        HostConfiguration configuration = HostConfiguration.Load();
        List<Finding> findings =
        [
            new("configuration", configuration.Warnings.Count == 0, configuration.Warnings.Count == 0 ? "every setting is known and valid" : string.Join(" ", configuration.Warnings)),
            Folder(configuration.Settings),
            Secret(configuration.Settings),
            Plugins(configuration.Settings),
        ];
        findings.AddRange(await DatabaseAsync(configuration.Settings, cancellationToken));
        IReadOnlyList<(string Check, string Detail)> weak = WeakPoints.Find(configuration, Directory.GetCurrentDirectory(), TimeProvider.System.GetUtcNow());
        Console.WriteLine(Table.Of(
        [
            ["CHECK", "RESULT", "DETAIL"],
            .. findings.Select(finding => new[] { finding.Check, finding.Good ? "ok" : "PROBLEM", finding.Detail }),
            .. weak.Select(point => new[] { point.Check, "WEAK", point.Detail }),
        ]));
        return findings.TrueForAll(finding => finding.Good) ? 0 : 1;
    }

    private static Finding Folder(HostSettings settings)
    {
        try
        {
            using DataFolder folder = new(settings);
            folder.Create();
            return new("data folder", true, settings.DataFolder);
        }
        catch (DatabaseException exception)
        {
            return new("data folder", false, exception.Message);
        }
    }

    private static Finding Secret(HostSettings settings)
    {
        try
        {
            using DataFolder folder = new(settings);
            SecretKeyStore store = new(settings, folder);
            store.Derive("doctor");
            return new("secret key", true, settings.SecretKey is null ? $"kept in {store.File}; back it up with the data" : $"from {HostSettingCatalogue.SecretKey.Key}");
        }
        catch (DatabaseException exception)
        {
            return new("secret key", false, exception.Message);
        }
    }

    private static Finding Plugins(HostSettings settings)
    {
        IReadOnlyList<(string Id, string Version, string Folder)> plugins = PluginFolders.Find(settings);
        return plugins.Count == 0
            ? new("plugins", false, $"none in {settings.PluginsFolder}")
            : new("plugins", true, string.Join(", ", plugins.Select(plugin => $"{plugin.Id} {plugin.Version}")));
    }

    private static async Task<IReadOnlyList<Finding>> DatabaseAsync(HostSettings settings, CancellationToken cancellationToken)
    {
        string kind = settings.DatabaseUrl is null ? "private server" : $"server of {HostSettingCatalogue.DatabaseUrl.Key}";
        try
        {
            await using HostDatabase database = CommandServices.Database(settings);
            await database.StartAsync(cancellationToken);
            await using NpgsqlConnection connection = await database.Owner.OpenConnectionAsync(cancellationToken);
            IReadOnlyList<CatalogueFault> faults = await CatalogueGate.FindAsync(connection, database.ApplicationRole, cancellationToken);
            return
            [
                new("database", true, $"{kind}, PostgreSQL {connection.PostgreSqlVersion}, {HostMigrations.All.Count} migrations"),
                new("roles", true, $"{database.ApplicationRole} owns nothing and can not bypass row-level security"),
                await AuditAsync(connection, cancellationToken),
                new("tenant isolation", faults.Count == 0, faults.Count == 0 ? "every table is closed" : string.Join(" ", faults)),
            ];
        }
        catch (DatabaseException exception)
        {
            return [new("database", false, exception.Message)];
        }
    }

    private static async Task<Finding> AuditAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        int entries = 0;
        foreach (Guid tenant in await AuditChain.TenantsAsync(connection, cancellationToken))
        {
            AuditVerdict verdict = await AuditChain.VerifyAsync(connection, tenant, cancellationToken);
            if (verdict.Fault is { } fault)
            {
                return new("audit log", false, $"the chain of {tenant} is broken: {fault}");
            }

            entries += verdict.Entries;
        }

        return new("audit log", true, string.Create(CultureInfo.InvariantCulture, $"{entries} entries in order"));
    }

    private sealed record Finding(string Check, bool Good, string Detail);
}
