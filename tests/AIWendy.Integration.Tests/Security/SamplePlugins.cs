namespace AIWendy.Integration.Tests.Security;

/// <summary>A folder of built-in plugins that holds the sample alone.</summary>
internal sealed class SamplePlugins : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("aiwendy-sample-").FullName;

    public SamplePlugins() =>
        Directory.CreateSymbolicLink(Path.Combine(folder, "test.sample"), Path.Combine(AppContext.BaseDirectory, "test-plugins", "sample"));

    /// <summary>The setting that makes a host take it.</summary>
    public (string Key, string Value) Setting => ("AIWENDY_PLUGINS_DIR", folder);

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
