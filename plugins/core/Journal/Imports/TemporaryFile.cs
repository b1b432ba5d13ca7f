using System.Security.Cryptography;

namespace AIWendy.Plugins.Journal.Imports;

/// <summary>Content on its way into the journal, in a file that vanishes when it is closed, so that memory stays constant.</summary>
internal sealed class TemporaryFile : IAsyncDisposable
{
    private readonly FileStream _content;

    private TemporaryFile(FileStream content, IncomingFile file)
    {
        _content = content;
        File = file;
    }

    /// <summary>The file as the journal takes it.</summary>
    public IncomingFile File { get; }

    /// <summary>Copies a stream into a new file.</summary>
    /// <param name="from">What is copied to its end.</param>
    /// <param name="name">Name without a path.</param>
    /// <param name="limit">Most bytes.</param>
    /// <param name="tooLarge">Thrown beyond the limit.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<TemporaryFile> CopyAsync(Stream from, string name, long limit, Func<Exception> tooLarge, CancellationToken cancellationToken)
    {
        FileStream to = Create();
        try
        {
            using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            byte[] buffer = new byte[64 * 1024];
            long total = 0;
            int read;
            while ((read = await from.ReadAsync(buffer, cancellationToken)) > 0)
            {
                total += read;
                if (total > limit)
                {
                    throw tooLarge();
                }

                hash.AppendData(buffer, 0, read);
                await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            await to.FlushAsync(cancellationToken);
            string path = to.Name;
            return new TemporaryFile(to, new IncomingFile(name, total, hash.GetHashAndReset(), () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete)));
        }
        catch
        {
            await to.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _content.DisposeAsync();

    private static FileStream Create()
    {
        FileStreamOptions options = new()
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite | FileShare.Delete,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(Path.Combine(Path.GetTempPath(), "aiwendy-import-" + Guid.NewGuid().ToString("N")), options);
    }
}
