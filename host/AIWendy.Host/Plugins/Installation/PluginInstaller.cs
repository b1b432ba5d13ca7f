using System.Text.Json.Nodes;
using AIWendy.Host.Audit;
using AIWendy.Packaging;
using AIWendy.Sdk;
using NuGet.Versioning;

namespace AIWendy.Host.Plugins.Installation;

/// <summary>
/// Brings packages in and puts them to work, one at a time. Until the new version is loaded, migrated and healthy nothing
/// has changed for anybody; then the change is noted once, for all replicas.
/// </summary>
internal sealed class PluginInstaller(
    IPluginRuntime plugins,
    PackageStore packages,
    PackageFolders folders,
    PackagePlanner planner,
    InstallationStore installations,
    AuditLog audit,
    TimeProvider time)
{
    private readonly SemaphoreSlim one = new(1, 1);

    /// <summary>Checks a package, keeps it for a day, and says what installing it would do.</summary>
    /// <exception cref="ProblemException">It is no usable package.</exception>
    public async Task<PackagePlan> StageAsync(Stream content, PackageExpectation expected, CancellationToken cancellationToken)
    {
        try
        {
            PluginArchive archive = await PluginArchive.OpenAsync(content, cancellationToken: cancellationToken);
            archive.Require(expected);
            TrustVerdict verdict = await planner.JudgeAsync(archive, cancellationToken);
            bool trusted = verdict.Kind == TrustKind.Trusted;
            PluginManifest manifest = archive.Manifest;
            StoredPackage package = new(
                archive.Sha256, manifest.Id, manifest.Version, archive.ManifestJson, archive.Size, trusted ? verdict.KeyId : null, trusted ? verdict.Publisher : null, time.GetUtcNow());
            await packages.StoreAsync(package, archive.Content, cancellationToken);
            SharedState state = await installations.ReadAsync(cancellationToken);
            return planner.Plan(archive, verdict, state.Installations.GetValueOrDefault(manifest.Id));
        }
        catch (PackageException refused)
        {
            throw new ProblemException(400, refused.Code, refused.Message);
        }
    }

    /// <summary>Installs a package that was staged, or upgrades to it.</summary>
    /// <param name="sha256">Names the package.</param>
    /// <param name="allowUnsigned">Id of the plugin when the administrator lets it in without a trusted signature.</param>
    /// <param name="allowDowngrade">Whether an older version may replace a newer one.</param>
    /// <param name="cancellationToken">Gives up, unless the change is made already.</param>
    /// <returns>Id of the plugin.</returns>
    /// <exception cref="ProblemException">404 for an unknown package, 409 with the reason when it can not serve.</exception>
    public async Task<string> InstallAsync(string sha256, string? allowUnsigned, bool allowDowngrade, CancellationToken cancellationToken)
    {
        StoredPackage package = await packages.FindAsync(sha256, cancellationToken)
            ?? throw new ProblemException(404, "package_not_found", "No package of this hash was brought in within a day. Bring it in again.");
        await one.WaitAsync(cancellationToken);
        try
        {
            SharedState state = await installations.ReadAsync(cancellationToken);
            PluginInstallation? installation = state.Installations.GetValueOrDefault(package.PluginId);
            PluginArchive archive = await folders.OpenAsync(package, cancellationToken);
            TrustVerdict verdict = await planner.JudgeAsync(archive, cancellationToken);
            PackagePlan plan = planner.Plan(archive, verdict, installation);
            bool unsignedAllowed = allowUnsigned == package.PluginId || installation?.UnsignedAllowed == true;
            Require(plan, unsignedAllowed, allowDowngrade);
            string[] previous = installation is null ? [] : [installation.Package.Sha256, .. installation.Previous.Select(item => item.Sha256)];
            JsonObject details = new() { ["version"] = package.Version, ["from"] = plan.Changes.FromVersion, ["sha256"] = sha256, ["trust"] = verdict.Kind.ToString() };
            await PerformAsync("plugin.install", package, installation, previous, verdict.Kind != TrustKind.Trusted, details, cancellationToken);
            return package.PluginId;
        }
        catch (PackageException refused)
        {
            throw new ProblemException(409, refused.Code, refused.Message);
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Puts the version back that served before.</summary>
    /// <exception cref="ProblemException">409: there is none, or it can not serve.</exception>
    public async Task RollBackAsync(string pluginId, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            SharedState state = await installations.ReadAsync(cancellationToken);
            if (state.Installations.GetValueOrDefault(pluginId) is not { Previous: [{ } target, ..] } installation)
            {
                throw new ProblemException(409, "no_earlier_version", $"No earlier version of {pluginId} is kept.");
            }

            PluginArchive current = await folders.OpenAsync(installation.Package, cancellationToken);
            if (current.Manifest.OldestCompatibleSchema is { } oldest && NuGetVersion.Parse(target.Version) < NuGetVersion.Parse(oldest))
            {
                throw new ProblemException(409, "schema_incompatible", $"{installation.Package.Version} has changed its tables in a way that only {oldest} and newer can read.");
            }

            string[] previous = [installation.Package.Sha256, .. installation.Previous.Select(item => item.Sha256)];
            JsonObject details = new() { ["version"] = target.Version, ["from"] = installation.Package.Version, ["sha256"] = target.Sha256 };
            await PerformAsync("plugin.rollback", target, installation, previous, installation.UnsignedAllowed, details, cancellationToken);
        }
        catch (PackageException refused)
        {
            throw new ProblemException(409, refused.Code, refused.Message);
        }
        finally
        {
            one.Release();
        }
    }

    private static void Require(PackagePlan plan, bool unsignedAllowed, bool allowDowngrade)
    {
        PlanProblem? problem = plan.Problems.FirstOrDefault(problem => problem.Consent switch
        {
            "unsigned" => !unsignedAllowed,
            "downgrade" => !allowDowngrade,
            _ => true,
        });
        if (problem is not null)
        {
            throw new ProblemException(409, problem.Code, problem.Message);
        }
    }

    private async Task PerformAsync(
        string action,
        StoredPackage package,
        PluginInstallation? installation,
        string[] previous,
        bool unsignedAllowed,
        JsonObject details,
        CancellationToken cancellationToken)
    {
        string folder = await folders.EnsureAsync(package, cancellationToken);
        try
        {
            await plugins.ReplaceAsync(folder, () => NoteAsync(package, installation, previous, unsignedAllowed), cancellationToken);
        }
        catch (PluginRefusedException refused)
        {
            await installations.SetFailureAsync(package.PluginId, new FailedUpgrade(package.Version, refused.Message, time.GetUtcNow()), CancellationToken.None);
            details["refused"] = refused.Message;
            await audit.WriteAsync(action, package.PluginId, details, CancellationToken.None);
            throw new ProblemException(409, "plugin_refused", refused.Message);
        }

        await audit.WriteAsync(action, package.PluginId, details, CancellationToken.None);
    }

    // From here on nobody may change his mind: half a note is worse than a late one.
    private async Task NoteAsync(StoredPackage package, PluginInstallation? installation, string[] previous, bool unsignedAllowed)
    {
        if (!await installations.SetActiveAsync(package, previous, unsignedAllowed, installation?.Revision, CancellationToken.None))
        {
            throw new ProblemException(409, "installation_changed", $"Somebody else has changed {package.PluginId} meanwhile. Look again.");
        }
    }
}
