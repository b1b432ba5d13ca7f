using AIWendy.Host.Plugins.Discovery;
using AIWendy.Host.Plugins.Loading;
using AIWendy.Packaging;
using AIWendy.Sdk;
using NuGet.Versioning;

namespace AIWendy.Host.Plugins.Installation;

/// <summary>Says what would happen if a package were installed, from its manifest and the metadata of its assemblies alone.</summary>
internal sealed class PackagePlanner(IPluginRuntime plugins, PublisherKeys keys, PluginRuntimeOptions options)
{
    private readonly Lazy<IReadOnlyList<string>> shared = new(SharedPaths);

    /// <summary>What a signature is worth here.</summary>
    public async Task<TrustVerdict> JudgeAsync(PluginArchive archive, CancellationToken cancellationToken)
    {
        IReadOnlyList<PublisherKeyView> known = await keys.ListAsync(cancellationToken);
        return PackageTrust.Judge(archive, [.. known.Select(key => new TrustedKey(key.KeyId!, key.Publisher, key.PublicKey, key.Revoked))]);
    }

    /// <summary>The plan for a package.</summary>
    /// <param name="archive">The package.</param>
    /// <param name="verdict">What its signature is worth.</param>
    /// <param name="installation">What is installed under its id, or null.</param>
    public PackagePlan Plan(PluginArchive archive, TrustVerdict verdict, PluginInstallation? installation)
    {
        PluginManifest manifest = archive.Manifest;
        PluginStatus? present = plugins.Plugins.FirstOrDefault(status => status.Manifest.Id == manifest.Id);
        List<PlanRequirement> requires = [.. manifest.DependsOn.Select(needed => Requirement(needed.Key, needed.Value))];
        List<PlanBreak> breaks = [.. Breaks(manifest)];
        List<PlanProblem> problems =
        [
            .. SafeMode(),
            .. PluginData.IsReserved(manifest.Id) ? [new PlanProblem("reserved_id", $"The id {manifest.Id} belongs to the host.")] : Array.Empty<PlanProblem>(),
            .. archive.Problems(new PackageExpectation { SdkVersion = DependencyResolver.SdkVersion.ToString(), Platform = PackagePlatform.Current })
                .Select(problem => new PlanProblem(problem.Code, problem.Message)),
            .. Trust(verdict),
            .. Versions(archive, present, installation),
            .. requires.Where(requirement => requirement.State != "met").Select(Unmet),
            .. breaks.Select(broken => new PlanProblem("breaks_dependants", $"{broken.Id} would stop: {broken.Reason}")),
        ];
        string[] entitlements = [.. manifest.Features.Select(feature => feature.Entitlement).OfType<string>().Distinct()];
        return new PackagePlan(
            archive.Sha256,
            manifest.Id,
            manifest.Name,
            manifest.NameZh,
            manifest.Version,
            verdict.Kind == TrustKind.Trusted ? verdict.Publisher : manifest.Publisher,
            verdict.KeyId,
            verdict.Kind,
            manifest.Edition,
            manifest.Description,
            manifest.DescriptionZh,
            archive.Size,
            manifest.Permissions,
            manifest.Settings,
            [.. manifest.Features.Select(feature => feature.Key)],
            manifest.Menu,
            entitlements.Length == 0 ? null : string.Join(", ", entitlements),
            Changes(manifest, present?.Manifest),
            requires,
            breaks,
            problems,
            problems.TrueForAll(problem => problem.Consent is not null));
    }

    private static PlanChanges Changes(PluginManifest manifest, PluginManifest? present) => new(
        present?.Version,
        [.. manifest.Permissions.Except(present?.Permissions ?? [])],
        [.. manifest.DependsOn.Keys.Except(present?.DependsOn.Keys ?? [])]);

    private static IEnumerable<PlanProblem> Trust(TrustVerdict verdict) => verdict.Kind switch
    {
        TrustKind.Trusted => [],
        TrustKind.Unsigned => [new PlanProblem("unsigned", verdict.Message, "unsigned")],
        TrustKind.UnknownKey => [new PlanProblem("unknown_key", verdict.Message, "unsigned")],
        TrustKind.RevokedKey => [new PlanProblem("revoked_key", verdict.Message)],
        _ => [new PlanProblem("bad_signature", verdict.Message)],
    };

    private static PlanProblem Unmet(PlanRequirement requirement) => requirement.State switch
    {
        "missing" => new PlanProblem("dependency_missing", $"Needs {requirement.Id} in {requirement.Range}, which is not installed."),
        "version" => new PlanProblem("dependency_version", $"Needs {requirement.Id} in {requirement.Range}; another version is installed."),
        _ => new PlanProblem("dependency_inactive", $"Needs {requirement.Id}, which is installed and not active."),
    };

    private static List<string> SharedPaths()
    {
        SharedAssemblies names = new();
        string trusted = AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? string.Empty;
        List<string> paths = [.. trusted.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Where(path => names.Contains(Path.GetFileNameWithoutExtension(path)))];
        string sdk = typeof(IPlugin).Assembly.Location;
        return paths.Exists(path => Path.GetFileName(path) == Path.GetFileName(sdk)) ? paths : [.. paths, sdk];
    }

    private IEnumerable<PlanProblem> SafeMode() =>
        options.SafeMode ? [new PlanProblem("safe_mode", "The host runs in safe mode. Start it without AIWENDY_SAFE_MODE to install plugins.")] : [];

    private static IEnumerable<PlanProblem> Versions(PluginArchive archive, PluginStatus? present, PluginInstallation? installation)
    {
        if (present is null)
        {
            yield break;
        }

        if (installation?.Package.Sha256 == archive.Sha256)
        {
            yield return new PlanProblem("already_installed", $"{archive.Manifest.Id} {archive.Manifest.Version} is installed already.");
            yield break;
        }

        NuGetVersion fresh = NuGetVersion.Parse(archive.Manifest.Version);
        NuGetVersion old = NuGetVersion.Parse(present.Manifest.Version);
        if (fresh < old)
        {
            if (present.BuiltIn)
            {
                yield return new PlanProblem("older_than_built_in", $"The product brings {old} of this plugin, which is newer.");
                yield break;
            }

            yield return new PlanProblem("downgrade", $"{old} is installed, which is newer.", "downgrade");
            if (present.Manifest.OldestCompatibleSchema is { } oldest && fresh < NuGetVersion.Parse(oldest))
            {
                yield return new PlanProblem("schema_incompatible", $"{old} has changed its tables in a way that only {oldest} and newer can read.");
            }
        }
        else if (archive.Manifest.OldestCompatibleSchema is { } needed && old < NuGetVersion.Parse(needed) && present.State != PluginState.Disabled)
        {
            yield return new PlanProblem(
                "schema_incompatible",
                $"{fresh} changes its tables in a way that {old} can not read, so the two can not serve side by side. Upgrade to {needed} first, or switch the plugin off for the upgrade.");
        }
    }

    private PlanRequirement Requirement(string id, string range)
    {
        PluginStatus? status = plugins.Plugins.FirstOrDefault(plugin => plugin.Manifest.Id == id);
        string state = status is null ? "missing"
            : !DependencyResolver.Allows(range, NuGetVersion.Parse(status.Manifest.Version)) ? "version"
            : status.State == PluginState.Active ? "met" : "inactive";
        return new PlanRequirement(id, range, state);
    }

    private IEnumerable<PlanBreak> Breaks(PluginManifest manifest)
    {
        NuGetVersion version = NuGetVersion.Parse(manifest.Version);
        foreach (PluginStatus other in plugins.Plugins.Where(plugin => plugin.State == PluginState.Active && plugin.Manifest.Id != manifest.Id))
        {
            if (other.Manifest.DependsOn.TryGetValue(manifest.Id, out string? range) && !DependencyResolver.Allows(range, version))
            {
                yield return new PlanBreak(other.Manifest.Id, $"it needs {manifest.Id} in {range}.");
            }
        }
    }
}
