using System.Diagnostics;
using AIWendy.Packaging;

namespace AIWendy.Bench.Lifecycle;

/// <summary>Takes plugins through their lives, and notes how long each change takes and each old version stays in memory.</summary>
internal sealed class Course(Administration administration, SwappedPlugin swapped, ServerProcess host, PublisherKey key)
{
    /// <summary>How long each old version stayed in memory after the change was made, in seconds.</summary>
    public List<double> Collections { get; } = [];

    /// <summary>How long each upgrade took, from sending the package to the answer, in milliseconds.</summary>
    public List<double> Changes { get; } = [];

    /// <summary>Resident memory of the host, in MiB, after few upgrades.</summary>
    public double MemoryEarly { get; private set; }

    /// <summary>The same after many.</summary>
    public double MemoryLate { get; private set; }

    /// <summary>Installs, upgrades, switches off and on, and removes.</summary>
    /// <param name="folder">The built plugin.</param>
    /// <param name="path">What it serves, or null.</param>
    /// <param name="upgrades">How often it is upgraded.</param>
    public async Task LiveAsync(string folder, string? path, int upgrades)
    {
        PackageVersions versions = new(folder, key);
        await InstallAsync(versions, path);
        for (int upgrade = 1; upgrade <= upgrades; upgrade++)
        {
            await UpgradeAsync(versions, upgrade);
        }

        swapped.Leaves(path is not null);
        await administration.DisableAsync(versions.Id);
        Collections.Add(await administration.CollectedAsync(versions.Id, alive: 0));
        await administration.EnableAsync(versions.Id);
        swapped.Serves();
        await Task.Delay(200);
        swapped.Leaves(path is not null);
        await administration.RemoveAsync(versions.Id);
    }

    /// <summary>Upgrades again and again, and looks at the memory after few and after many.</summary>
    public async Task UpgradeAsync(string folder, string path, int few, int many)
    {
        PackageVersions versions = new(folder, key);
        await InstallAsync(versions, path);
        for (int upgrade = 1; upgrade <= many; upgrade++)
        {
            await ChangeAsync(versions, upgrade);
            if (upgrade == few)
            {
                Collections.Add(await administration.CollectedAsync(versions.Id, alive: 1));
                MemoryEarly = await MemoryAsync();
            }
        }

        Collections.Add(await administration.CollectedAsync(versions.Id, alive: 1));
        MemoryLate = await MemoryAsync();
    }

    private async Task InstallAsync(PackageVersions versions, string? path)
    {
        swapped.Point(path ?? "/api/coaches", isAbsent: path is not null);
        await administration.InstallAsync(await versions.PackAsync("1.0.0"));
        swapped.Serves();
    }

    private async Task UpgradeAsync(PackageVersions versions, int number)
    {
        await ChangeAsync(versions, number);
        Collections.Add(await administration.CollectedAsync(versions.Id, alive: 1));
    }

    private async Task ChangeAsync(PackageVersions versions, int number)
    {
        PluginArchive package = await versions.PackAsync(FormattableString.Invariant($"1.0.{number}"));
        long began = Stopwatch.GetTimestamp();
        await administration.InstallAsync(package);
        Changes.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }

    // The load goes on, so that the figure moves a little: the one in the middle of a few seconds counts.
    private async Task<double> MemoryAsync()
    {
        List<double> seen = [];
        for (int look = 0; look < 20; look++)
        {
            await Task.Delay(250);
            seen.Add(host.MemoryMebibytes());
        }

        return Report.Median(seen);
    }
}
