using System.Threading.Channels;

namespace AIWendy.Host.Commands.Development;

/// <summary>Hears of files that an author saves, and puts together what belongs to one save.</summary>
internal sealed class SourceWatch : IDisposable
{
    private static readonly string[] Ignored = ["bin", "obj", "tests", "node_modules", ".git", ".vs", ".idea", ".aiwendy"];

    // Editors write a file in several steps, and several files at once.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(40);

    private readonly Channel<string> changes = Channel.CreateUnbounded<string>();
    private readonly FileSystemWatcher watcher;
    private readonly string folder;

    public SourceWatch(string folder)
    {
        this.folder = folder;
        watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size,
            InternalBufferSize = 64 * 1024,
        };
        watcher.Changed += (_, change) => Take(change.FullPath);
        watcher.Created += (_, change) => Take(change.FullPath);
        watcher.Deleted += (_, change) => Take(change.FullPath);
        watcher.Renamed += (_, change) =>
        {
            Take(change.OldFullPath);
            Take(change.FullPath);
        };
        watcher.EnableRaisingEvents = true;
    }

    /// <summary>Waits for a save and returns the files of it.</summary>
    public async Task<IReadOnlySet<string>> NextAsync(CancellationToken cancellationToken)
    {
        HashSet<string> files = [await changes.Reader.ReadAsync(cancellationToken)];
        do
        {
            await Task.Delay(Quiet, cancellationToken);
        }
        while (Drain(files));
        return files;
    }

    public void Dispose() => watcher.Dispose();

    private bool Drain(HashSet<string> files)
    {
        bool any = false;
        while (changes.Reader.TryRead(out string? file))
        {
            files.Add(file);
            any = true;
        }

        return any;
    }

    private void Take(string file)
    {
        string[] parts = Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar);
        bool temporary = parts[^1].StartsWith('.') || parts[^1].EndsWith('~') || parts[^1].EndsWith(".tmp", StringComparison.OrdinalIgnoreCase);
        if (!temporary && !parts.Any(part => Ignored.Contains(part)) && !Directory.Exists(file))
        {
            changes.Writer.TryWrite(file);
        }
    }
}
