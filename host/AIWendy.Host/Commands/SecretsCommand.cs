using System.CommandLine;
using AIWendy.Host.Configuration;
using AIWendy.Host.Data;
using AIWendy.Host.Data.Embedded;
using AIWendy.Host.Data.Protection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace AIWendy.Host.Commands;

/// <summary><c>secrets</c>: changes the key of the installation.</summary>
internal static class SecretsCommand
{
    public static Command Create()
    {
        Command rotate = new("rotate", "Change the installation's key and wrap everything anew that it protects, while the host serves. Stored secrets stay readable.");
        rotate.SetAction((_, cancellationToken) => RotateAsync(HostConfiguration.Load().Settings, Console.Out, cancellationToken));
        return new Command("secrets", "Look after the installation's key.") { rotate };
    }

    /// <summary>Changes the key.</summary>
    /// <returns>0 when it was changed, 1 when the operator has something to do first.</returns>
    public static async Task<int> RotateAsync(HostSettings settings, TextWriter output, CancellationToken cancellationToken)
    {
        if (settings.SecretKey is not null && settings.PreviousSecretKeys.Count == 0)
        {
            await output.WriteLineAsync($"""
                The key comes from {HostSettingCatalogue.SecretKey.Key}, so you change it yourself, without a pause:
                  1. Set {HostSettingCatalogue.PreviousSecretKey.Key} to the present key and {HostSettingCatalogue.SecretKey.Key} to a new one
                     (`openssl rand -base64 32`), and restart the replicas one after the other.
                  2. Run `aiwendy secrets rotate` again with the same settings.
                  3. Remove {HostSettingCatalogue.PreviousSecretKey.Key} and restart the replicas one after the other.
                """);
            return 1;
        }

        using DataFolder folder = new(settings);
        SecretKeyStore store = new(settings, folder);
        await using HostDatabase database = new(
            settings, new EmbeddedPostgres(settings, folder, NullLogger<EmbeddedPostgres>.Instance, mayShare: true), store, NullLogger<HostDatabase>.Instance);
        await database.StartAsync(cancellationToken);
        await using NpgsqlConnection owner = await database.Owner.OpenConnectionAsync(cancellationToken);
        if (!store.IsGiven)
        {
            // Processes that serve read the file again when they meet what they can not open.
            store.Begin();
        }

        int count = await SecretRotation.RewrapAsync(owner, store, database.DerivedRolePassword, cancellationToken);
        if (!store.IsGiven)
        {
            store.Forget();
        }

        await output.WriteLineAsync(store.IsGiven
            ? $"{count} keys are wrapped by the new {HostSettingCatalogue.SecretKey.Key}. Remove {HostSettingCatalogue.PreviousSecretKey.Key} and restart the replicas one after the other."
            : $"{count} keys are wrapped by a new key in {store.File}. Back the file up with the data; the old key opens older backups only.");
        return 0;
    }
}
