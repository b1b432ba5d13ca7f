using AIWendy.Host.Plugins.Discovery;
using AIWendy.Host.Plugins.Loading;
using AIWendy.Packaging;
using AIWendy.Sdk;
using NuGet.Versioning;

namespace AIWendy.Host.Plugins.Installation;

/// <summary>Says what would happen if a package were installed, from its manifest and the metadata of its assemblies alone.</summary>
internal sealed class PackagePlanner(IPluginRuntime plugins, PublisherKeys keys, PluginRuntimeOptions options)
{
    private readonly Lazy<SharedAssemblies> shared = new(() => new SharedAssemblies());

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
            .. options.SafeMode ? [PlanProblems.SafeMode()] : Array.Empty<PlanProblem>(),
            .. PluginData.IsReserved(manifest.Id) ? [PlanProblems.ReservedId(manifest.Id)] : Array.Empty<PlanProblem>(),
            .. archive.Problems(Fitting()).Select(PlanProblems.Package),
            .. PlanProblems.Trust(verdict) is { } distrust ? [distrust] : Array.Empty<PlanProblem>(),
            .. Versions(archive, present, installation),
            .. requires.Where(requirement => requirement.State != "met").Select(PlanProblems.Unmet),
            .. breaks.Select(PlanProblems.Breaks),
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

    private PackageExpectation Fitting() => new()
    {
        SdkVersion = DependencyResolver.SdkVersion.ToString(),
        Platform = PackagePlatform.Current,
        Shared = shared.Value.Paths,
    };

    private static PlanChanges Changes(PluginManifest manifest, PluginManifest? present) => new(
        present?.Version,
        [.. manifest.Permissions.Except(present?.Permissions ?? [])],
        [.. manifest.DependsOn.Keys.Except(present?.DependsOn.Keys ?? [])]);

    private static IEnumerable<PlanProblem> Versions(PluginArchive archive, PluginStatus? present, PluginInstallation? installation)
    {
        if (present is null)
        {
            yield break;
        }

        if (installation?.Package.Sha256 == archive.Sha256)
        {
            yield return PlanProblems.AlreadyInstalled(archive.Manifest.Id, archive.Manifest.Version);
            yield break;
        }

        NuGetVersion fresh = NuGetVersion.Parse(archive.Manifest.Version);
        NuGetVersion old = NuGetVersion.Parse(present.Manifest.Version);
        if (fresh < old)
        {
            if (present.BuiltIn)
            {
                yield return PlanProblems.OlderThanBuiltIn(present.Manifest.Version);
                yield break;
            }

            yield return PlanProblems.Downgrade(present.Manifest.Version);
            if (present.Manifest.OldestCompatibleSchema is { } oldest && fresh < NuGetVersion.Parse(oldest))
            {
                yield return PlanProblems.TablesTooNew(present.Manifest.Version, oldest);
            }
        }
        else if (archive.Manifest.OldestCompatibleSchema is { } needed && old < NuGetVersion.Parse(needed) && present.State != PluginState.Disabled)
        {
            yield return PlanProblems.TablesTooOld(archive.Manifest.Version, present.Manifest.Version, needed);
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
                yield return new PlanBreak(other.Manifest.Id, PlanProblems.NeedsOther(manifest.Id, range));
            }
        }
    }
}
