using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using AIWendy.Host.Calls;
using AIWendy.Host.Configuration;
using AIWendy.Host.Features;
using AIWendy.Host.Hosting;
using AIWendy.Host.Licences;
using AIWendy.Sdk;
using AIWendy.Sdk.Features;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace AIWendy.Bench;

/// <summary>
/// A question to a gate that was answered before, in the whole host with a licence, beside the least that a kept answer
/// can cost: a look into a dictionary by feature and tenant.
/// </summary>
internal static class GateBench
{
    private const string Feature = "analytics.events";
    private const int Questions = 1_000_000;
    private const int Rounds = 7;
    private const double WantedNanoseconds = 1000;

    public static async Task RunAsync(Workspace workspace, Report report)
    {
        await using WebApplication host = await StartAsync(workspace);
        IFeatures features = host.Services.GetRequiredService<IFeatures>();
        Guid[] tenants = [WellKnown.DefaultTenantId, Guid.CreateVersion7()];
        ConcurrentDictionary<(string, Guid), FeatureState> dictionary = new();
        foreach (Guid tenant in tenants)
        {
            using IDisposable call = CallContext.Enter(new CallState { TenantId = tenant });
            FeatureState state = await features.ExplainAsync(Feature);
            dictionary[(Feature, tenant)] = state.IsOn
                ? state
                : throw new InvalidOperationException($"The licence does not switch {Feature} on: {state.Reason}.");
        }

        List<double> lookups = [], questions = [], gates = [];
        for (int round = 0; round <= Rounds; round++)
        {
            Guid tenant = tenants[round % 2];
            using IDisposable call = CallContext.Enter(new CallState { TenantId = tenant });
            double lookup = Nanoseconds(() => dictionary[(Feature, tenant)].IsOn);
            double question = Nanoseconds(() => features.IsOnAsync(Feature) is { IsCompletedSuccessfully: true, Result: true });
            double gate = Nanoseconds(() => FeatureGate.EnforceAsync(features, Feature, "POST", alwaysReachable: false, default).IsCompletedSuccessfully);
            if (round > 0)
            {
                lookups.Add(lookup);
                questions.Add(question);
                gates.Add(gate);
            }
        }

        report.Figure($"gate before an endpoint, warm (median of {Rounds})", Median(gates), "ns", Median(gates) < WantedNanoseconds, "< 1000 ns");
        report.Note($"question of a plugin: {Figure(Median(questions))} ns; look into a dictionary: {Figure(Median(lookups))} ns");
        report.Note($"ratio gate / dictionary: {Figure(Median([.. gates.Zip(lookups, static (gate, lookup) => gate / lookup)]))}");
        await host.StopAsync();
    }

    // Everything as in production, but for the key, which counts in Development alone.
    private static async Task<WebApplication> StartAsync(Workspace workspace)
    {
        string folder = workspace.Folder("gate");
        string keys = Path.Combine(folder, "keys");
        Directory.CreateDirectory(keys);
        using ECDsa issuer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await File.WriteAllTextAsync(Path.Combine(keys, "bench.pub.pem"), issuer.ExportSubjectPublicKeyInfoPem());
        LicenceClaims claims = new() { Licensee = "Benchmark", Edition = "cloud", Entitlements = ["analytics"], Expires = DateTimeOffset.UtcNow.AddYears(1) };
        Dictionary<string, string> variables = new()
        {
            ["HOME"] = folder,
            ["AIWENDY_PORT"] = ServerProcess.FreePort().ToString(CultureInfo.InvariantCulture),
            ["AIWENDY_BIND"] = "127.0.0.1",
            ["AIWENDY_DATA"] = Path.Combine(folder, "data"),
            ["AIWENDY_LOG_DIR"] = Path.Combine(folder, "logs"),
            ["AIWENDY_PLUGINS_DIR"] = workspace.BuiltInPlugins,
            ["AIWENDY_LICENCE_KEYS"] = keys,
            ["AIWENDY_LICENCE"] = LicenceVerifier.Issue(claims, issuer, DateTimeOffset.UtcNow),
            ["DEPLOYMENT_MODE"] = "cloud",
        };
        Environment.SetEnvironmentVariable("DOTNET_ENVIRONMENT", "Development");
        WebApplication host = ServeHost.Build(HostConfiguration.Load(variables, folder));
        await host.StartAsync();
        IPlatformReadiness readiness = host.Services.GetRequiredService<IPlatformReadiness>();
        for (Stopwatch waited = Stopwatch.StartNew(); !readiness.IsReady; await Task.Delay(50))
        {
            if (readiness.Failure is not null || waited.Elapsed > TimeSpan.FromSeconds(60))
            {
                throw new InvalidOperationException($"The host does not get ready: {readiness.Failure}");
            }
        }

        return host;
    }

    private static double Nanoseconds(Func<bool> ask)
    {
        long began = Stopwatch.GetTimestamp();
        for (int i = 0; i < Questions; i++)
        {
            if (!ask())
            {
                throw new InvalidOperationException("The feature is off.");
            }
        }

        return Stopwatch.GetElapsedTime(began).TotalNanoseconds / Questions;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    private static string Figure(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
