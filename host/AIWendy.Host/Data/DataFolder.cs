using AIWendy.Host.Configuration;

namespace AIWendy.Host.Data;

/// <summary>The data folder: made on demand, and held by one serving process at a time.</summary>
internal sealed class DataFolder(HostSettings settings) : IDisposable
{
    private FileStream? held;

    /// <summary>Absolute path.</summary>
    public string Path => settings.DataFolder;

    /// <summary>Whether this process holds the folder.</summary>
    public bool IsHeld => held is not null;

    /// <summary>Makes the folder and proves that it can be written.</summary>
    /// <exception cref="DatabaseException">It can not.</exception>
    public void Create()
    {
        try
        {
            PrivateFile.CreateFolder(Path);
            PrivateFile.Write(System.IO.Path.Combine(Path, ".writable"), string.Empty);
            File.Delete(System.IO.Path.Combine(Path, ".writable"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseException(
                $"The data folder {Path} can not be written by this user; give it to the user or set {HostSettingCatalogue.DataFolder.Key} to another folder.", exception);
        }
    }

    /// <summary>Takes the folder for this process; the system gives it back when the process ends in whatever way.</summary>
    /// <returns>False when another process holds it.</returns>
    public bool TryHold()
    {
        if (held is not null)
        {
            return true;
        }

        try
        {
            held = new FileStream(System.IO.Path.Combine(Path, "host.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Gives the folder back.</summary>
    public void Release()
    {
        held?.Dispose();
        held = null;
    }

    public void Dispose() => Release();
}
