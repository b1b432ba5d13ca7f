using AIWendy.Plugins.Models.Data;
using AIWendy.Plugins.Models.Providers;
using AIWendy.Sdk;
using AIWendy.Sdk.Models;

namespace AIWendy.Plugins.Models.Connections;

/// <summary>Tries a connection and says in words what is wrong with it.</summary>
internal sealed class ConnectionTest(ConnectionCatalogue catalogue, ConnectionStore store, ProviderSet providers)
{
    public async Task<TestResult> RunAsync(Guid id, CancellationToken cancellationToken)
    {
        ConnectionDetails connection = await catalogue.FindAsync(id, cancellationToken) ?? throw ConnectionStore.NotFound();
        TestResult result = await TryAsync(connection, cancellationToken);
        if (connection.Source == ConnectionSource.User && await store.FindAsync(id, cancellationToken) is { } stored)
        {
            await NoteAsync(stored, result, cancellationToken);
        }

        return result;
    }

    private async Task<TestResult> TryAsync(ConnectionDetails connection, CancellationToken cancellationToken)
    {
        try
        {
            await using ProviderLease? lease = await providers.TakeAsync(connection.Kind);
            if (lease is null)
            {
                return TestResult.Failed("provider_not_available", $"The plugin for connections of the kind {connection.Kind} is not active.");
            }

            ModelProbe probe = await lease.Provider.ProbeAsync(connection.Target, cancellationToken);
            return new TestResult(true, probe.LatencyMs, probe.Models, null, null, null);
        }
        catch (ModelException failure)
        {
            return TestResult.Failed(failure.Code, failure.Message, failure.RetryAfter);
        }
        catch (ProblemException refused)
        {
            return TestResult.Failed(refused.Code, refused.Message);
        }
    }

    private Task NoteAsync(Connection stored, TestResult result, CancellationToken cancellationToken) =>
        store.NoteTestAsync(stored, result.Code, result.LatencyMs, cancellationToken);
}

/// <summary>How a test went.</summary>
/// <param name="Ok">Whether address, key and model work.</param>
/// <param name="LatencyMs">Time to the first answer, in milliseconds; null when it failed.</param>
/// <param name="Models">Models that the server offers, when it says so.</param>
/// <param name="Code">What is wrong, as a stable name.</param>
/// <param name="Message">What is wrong, in words.</param>
/// <param name="RetryAfter">Seconds to wait, when the server says so.</param>
internal sealed record TestResult(bool Ok, long? LatencyMs, IReadOnlyList<string> Models, string? Code, string? Message, double? RetryAfter)
{
    public static TestResult Failed(string code, string message, TimeSpan? retryAfter = null) =>
        new(false, null, [], code, message, retryAfter?.TotalSeconds);
}
