using System.CommandLine;
using System.Globalization;
using AIWendy.Host.Audit;
using AIWendy.Host.Configuration;
using AIWendy.Host.Data;
using AIWendy.Sdk;
using Npgsql;

namespace AIWendy.Host.Commands;

/// <summary><c>audit</c>: checks that nobody has changed what was noted.</summary>
internal static class AuditCommand
{
    public static Command Create()
    {
        Option<string?> expect = new("--expect")
        {
            Description = "A line SEQUENCE:HASH that an earlier check printed for the operator's tenant: that entry must still be the same.",
        };
        Command verify = new("verify", "Follow the chain of every tenant and say whether an entry was changed, removed or moved. Exit code 1 when one was.") { expect };
        verify.SetAction((parsed, cancellationToken) => VerifyAsync(HostConfiguration.Load().Settings, parsed.GetValue(expect), Console.Out, cancellationToken));
        return new Command("audit", "Look after the audit log.") { verify };
    }

    /// <summary>Runs the check.</summary>
    /// <returns>0 when every chain is whole, otherwise 1.</returns>
    public static async Task<int> VerifyAsync(HostSettings settings, string? expected, TextWriter output, CancellationToken cancellationToken)
    {
        await using HostDatabase database = CommandServices.Database(settings);
        await database.StartAsync(cancellationToken);
        await using NpgsqlConnection owner = await database.Owner.OpenConnectionAsync(cancellationToken);
        bool good = true;
        foreach (Guid tenant in await AuditChain.TenantsAsync(owner, cancellationToken))
        {
            AuditVerdict verdict = await AuditChain.VerifyAsync(owner, tenant, cancellationToken);
            good &= verdict.Fault is null;
            await output.WriteLineAsync(verdict.Fault is { } fault
                ? $"{tenant}: BROKEN, {fault}"
                : string.Create(CultureInfo.InvariantCulture, $"{tenant}: {verdict.Entries} entries in order, {verdict.Sequence}:{verdict.Hash}"));
        }

        if (expected is not null)
        {
            bool same = await HoldsAsync(owner, expected, cancellationToken);
            good &= same;
            await output.WriteLineAsync(same ? $"{expected} is still the same." : $"BROKEN, {expected} is not in the chain.");
        }

        return good ? 0 : 1;
    }

    private static async Task<bool> HoldsAsync(NpgsqlConnection owner, string expected, CancellationToken cancellationToken)
    {
        string[] parts = expected.Split(':');
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long sequence)
            && await AuditChain.HashAsync(owner, WellKnown.DefaultTenantId, sequence, cancellationToken) is { } hash
            && hash == parts[1];
    }
}
