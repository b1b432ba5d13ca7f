using System.Text.Json.Nodes;
using AIWendy.Host.Audit;
using AIWendy.Host.Calls;
using AIWendy.Host.Http.Security;
using AIWendy.Host.Plugins.Administration;
using AIWendy.Packaging;
using AIWendy.Sdk;
using AIWendy.Sdk.Events;
using AIWendy.Sdk.Localization;

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
    IEvents events,
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
            throw Refused(400, refused);
        }
    }

    /// <summary>Installs a package that was staged, or upgrades to it.</summary>
    /// <param name="wanted">Which package, and what the administrator agrees to.</param>
    /// <param name="cancellationToken">Gives up, unless the change is made already.</param>
    /// <returns>Id of the plugin.</returns>
    /// <exception cref="ProblemException">404 for an unknown package, 409 with the reason when it can not serve.</exception>
    public async Task<string> InstallAsync(InstallationRequest wanted, CancellationToken cancellationToken)
    {
        StoredPackage package = await packages.FindAsync(wanted.Sha256, cancellationToken)
            ?? throw new ProblemException(404, "package_not_found", Text.Of(
                "No package of this hash was brought in within a day. Bring it in again.", "一天之内没有上传过这个插件包。请重新上传。"));
        return await AloneAsync(() => InstallAsync(package, wanted, cancellationToken), cancellationToken);
    }

    /// <summary>Puts the version back that served before.</summary>
    /// <exception cref="ProblemException">409: there is none, or it can not serve.</exception>
    public Task RollBackAsync(string pluginId, CancellationToken cancellationToken) => AloneAsync(() => PutBackAsync(pluginId, cancellationToken), cancellationToken);

    private async Task<string> AloneAsync(Func<Task<PluginInstalled>> change, CancellationToken cancellationToken)
    {
        PluginInstalled installed;
        await one.WaitAsync(cancellationToken);
        try
        {
            installed = await change();
        }
        catch (PackageException refused)
        {
            throw Refused(409, refused);
        }
        finally
        {
            one.Release();
        }

        // Only now: whoever handles it slowly holds up nobody else's installation.
        await events.PublishAsync(installed, CancellationToken.None);
        return installed.PluginId;
    }

    private async Task<PluginInstalled> InstallAsync(StoredPackage package, InstallationRequest wanted, CancellationToken cancellationToken)
    {
        SharedState state = await installations.ReadAsync(cancellationToken);
        PluginInstallation? installation = state.Installations.GetValueOrDefault(package.PluginId);
        PluginArchive archive = await folders.OpenAsync(package, cancellationToken);
        TrustVerdict verdict = await planner.JudgeAsync(archive, cancellationToken);
        PackagePlan plan = planner.Plan(archive, verdict, installation);
        Require(plan, wanted.AllowUnsigned == package.PluginId, wanted.AllowDowngrade);
        string[] earlier = [.. installation?.Previous.Select(item => item.Sha256) ?? []];
        string[] previous = installation is null || wanted.Draft ? earlier : [installation.Package.Sha256, .. earlier];
        JsonObject details = new() { ["version"] = package.Version, ["from"] = plan.Changes.FromVersion, ["sha256"] = package.Sha256, ["trust"] = verdict.Kind.ToString() };
        await PerformAsync("plugin.install", package, installation, previous, verdict.Kind != TrustKind.Trusted, details, cancellationToken);
        return Announce(package, plan.Changes.FromVersion);
    }

    private async Task<PluginInstalled> PutBackAsync(string pluginId, CancellationToken cancellationToken)
    {
        SharedState state = await installations.ReadAsync(cancellationToken);
        if (state.Installations.GetValueOrDefault(pluginId) is not { Previous: [{ } target, ..] } installation)
        {
            throw new ProblemException(409, "no_earlier_version", Text.Of($"No earlier version of {pluginId} is kept.", $"没有保留 {pluginId} 更早的版本。"));
        }

        // What was let in once is let in again, but not what was revoked since, or no longer fits this host.
        PluginArchive archive = await folders.OpenAsync(target, cancellationToken);
        Require(planner.Plan(archive, await planner.JudgeAsync(archive, cancellationToken), installation), unsignedAllowed: true, allowDowngrade: true);
        string[] previous = [installation.Package.Sha256, .. installation.Previous.Select(item => item.Sha256)];
        JsonObject details = new() { ["version"] = target.Version, ["from"] = installation.Package.Version, ["sha256"] = target.Sha256 };
        await PerformAsync("plugin.rollback", target, installation, previous, installation.UnsignedAllowed, details, cancellationToken);
        return Announce(target, installation.Package.Version);
    }

    // The command line is nobody's account.
    private PluginInstalled Announce(StoredPackage package, string? previousVersion)
    {
        Guid user = CallContext.Current?.UserId ?? Guid.Empty;
        return new PluginInstalled(user == AdminToken.CommandLineId ? Guid.Empty : user, package.PluginId, package.Version, previousVersion, time.GetUtcNow());
    }

    private static ProblemException Refused(int status, PackageException refused) =>
        new(status, refused.Code, PlanProblems.OfPackage(refused.Code, refused.Message));

    private static void Require(PackagePlan plan, bool unsignedAllowed, bool allowDowngrade)
    {
        PlanProblem[] problems =
        [
            .. plan.Problems.Where(problem => problem.Consent switch
            {
                "unsigned" => !unsignedAllowed,
                "downgrade" => !allowDowngrade,
                _ => true,
            }),
        ];
        if (problems is [{ } first, ..])
        {
            throw new ProblemException(409, first.Code, string.Join(' ', problems.Select(problem => problem.Message)));
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
            throw new ProblemException(409, "plugin_refused", Text.Of(refused.Message, $"这个版本没能运行，一切保持原样。（{refused.Message}）"));
        }

        await audit.WriteAsync(action, package.PluginId, details, CancellationToken.None);
    }

    // From here on nobody may change his mind: half a note is worse than a late one.
    private async Task NoteAsync(StoredPackage package, PluginInstallation? installation, string[] previous, bool unsignedAllowed)
    {
        if (!await installations.SetActiveAsync(package, previous, unsignedAllowed, installation?.Revision, CancellationToken.None))
        {
            throw new ProblemException(409, "installation_changed", Text.Of(
                $"Somebody else has changed {package.PluginId} meanwhile. Look again.", $"{package.PluginId} 刚刚被其他人改动过，请重新查看。"));
        }
    }
}
