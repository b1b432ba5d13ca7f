using AIWendy.Packaging.Archives;

namespace AIWendy.Packaging.Tests;

/// <summary>A folder of plugin output, and packages with whatever a test needs in them.</summary>
internal sealed class PluginFolder : IDisposable
{
    public const string Manifest = """
        {
          "id": "org.example.coach",
          "name": "Coach",
          "version": "1.2.0",
          "sdk": "[1.0,2.0)",
          "entry": "Coach.dll",
          "publisher": "Example"
        }
        """;

    public PluginFolder()
    {
        Root = Directory.CreateTempSubdirectory("aiwendy-packaging-").FullName;
        Path = System.IO.Path.Combine(Root, "output");
        Write("plugin.json", Manifest);
        Write("Coach.dll", string.Concat(Enumerable.Repeat("not really an assembly ", 200)));
        Write("web/ui.js", "export default {};");
    }

    public string Root { get; }

    public string Path { get; }

    public string PackageFile => System.IO.Path.Combine(Root, "coach.aiwp");

    public void Write(string name, string content) => Write(name, System.Text.Encoding.UTF8.GetBytes(content));

    public void Write(string name, byte[] content)
    {
        string path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    public Task<PluginArchive> PackAsync(PublisherKey? signer = null) => PluginArchive.PackAsync(Path, PackageFile, signer);

    /// <summary>A package with a correct list of hashes over the given files, in order of their names.</summary>
    public static byte[] Package(params (string Name, byte[] Content)[] files) =>
        Package(writer =>
        {
            foreach ((string name, byte[] content) in files.OrderBy(file => file.Name, StringComparer.Ordinal))
            {
                writer.Add(name, content);
            }
        }, files);

    public static byte[] Package(Action<ZipWriter> write, params (string Name, byte[] Content)[] listed)
    {
        using MemoryStream target = new();
        ZipWriter writer = new(target);
        write(writer);
        string before = Hash(target.ToArray());
        writer.AddStored(HashList.FileName, new HashList(before, listed.ToDictionary(file => file.Name, file => Hash(file.Content))).ToBytes());
        writer.Finish();
        return target.ToArray();
    }

    public static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    public static (string Name, byte[] Content)[] With(params (string Name, byte[] Content)[] more) =>
        [("Coach.dll", Bytes("entry")), ("plugin.json", Bytes(Manifest)), .. more];

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
}

/// <summary>Says that a package is refused, and why.</summary>
internal static class Refusal
{
    public static async Task<PackageException> ShouldBeRefusedAsync(this byte[] package, string code, PackageLimits? limits = null)
    {
        Func<Task> open = () => PluginArchive.OpenAsync(package, limits);
        PackageException refusal = (await open.Should().ThrowAsync<PackageException>()).Which;
        refusal.Code.Should().Be(code, refusal.Message);
        refusal.Message.Should().EndWith(".");
        return refusal;
    }
}
