namespace AIWendy.Packaging.Tests;

public sealed class PackTests : IDisposable
{
    private readonly PluginFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_is_packed_is_what_is_opened()
    {
        PluginArchive packed = await folder.PackAsync();
        PluginArchive opened = await PluginArchive.OpenAsync(folder.PackageFile);

        opened.Manifest.Id.Should().Be("org.example.coach");
        opened.ManifestJson.Should().Be(PluginFolder.Manifest);
        opened.Files.Select(file => file.Path).Should().Equal("Coach.dll", "plugin.json", "web/ui.js");
        opened.Sha256.Should().Be(packed.Sha256).And.HaveLength(64);
        opened.ReadText("web/ui.js").Should().Be("export default {};");
        opened.ReadText("web/none.js").Should().BeNull();
        opened.Signature.Should().BeNull();
        opened.Size.Should().BeLessThan(opened.UnpackedSize);
    }

    [Fact]
    public async Task The_same_files_give_the_same_bytes()
    {
        string first = (await folder.PackAsync()).Sha256;

        using PluginFolder again = new();
        string other = System.IO.Path.Combine(again.Root, "again");
        foreach (string name in new[] { "web/ui.js", "plugin.json", "Coach.dll" })
        {
            string target = System.IO.Path.Combine(other, name);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(System.IO.Path.Combine(folder.Path, name), target);
            File.SetLastWriteTimeUtc(target, new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(target, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            }
        }

        (await PluginArchive.PackAsync(other, again.PackageFile)).Sha256.Should().Be(first);
        (await File.ReadAllBytesAsync(again.PackageFile)).Should().Equal(await File.ReadAllBytesAsync(folder.PackageFile));
    }

    [Fact]
    public async Task Other_files_give_other_bytes()
    {
        string first = (await folder.PackAsync()).Sha256;
        folder.Write("web/ui.js", "export default [];");
        (await folder.PackAsync()).Sha256.Should().NotBe(first);
    }

    [Fact]
    public async Task An_unpacked_package_can_be_packed_again_into_the_same_bytes()
    {
        PluginArchive packed = await folder.PackAsync();
        string unpacked = System.IO.Path.Combine(folder.Root, "deep", "unpacked");
        await packed.ExtractAsync(unpacked);

        Directory.GetFiles(unpacked, "*", SearchOption.AllDirectories).Select(file => System.IO.Path.GetRelativePath(unpacked, file).Replace('\\', '/'))
            .Should().BeEquivalentTo("Coach.dll", "plugin.json", "web/ui.js", "hashes.json");
        (await PluginArchive.PackAsync(unpacked, System.IO.Path.Combine(folder.Root, "again.aiwp"))).Sha256.Should().Be(packed.Sha256);
    }

    [Fact]
    public async Task Unpacking_leaves_an_existing_folder_alone()
    {
        PluginArchive packed = await folder.PackAsync();
        Func<Task> extract = () => packed.ExtractAsync(folder.Path);
        (await extract.Should().ThrowAsync<PackageException>()).Which.Code.Should().Be(PackageErrors.Exists);
        Directory.GetDirectories(folder.Root).Should().Equal(folder.Path);
    }

    [Fact]
    public async Task Unpacking_that_is_stopped_leaves_nothing()
    {
        PluginArchive packed = await folder.PackAsync();
        Func<Task> extract = () => packed.ExtractAsync(System.IO.Path.Combine(folder.Root, "unpacked"), new CancellationToken(canceled: true));
        await extract.Should().ThrowAsync<OperationCanceledException>();
        Directory.GetDirectories(folder.Root).Should().Equal(folder.Path);
    }

    [Fact]
    public async Task A_file_of_one_letter_a_million_times_is_packed_so_that_it_opens()
    {
        folder.Write("zeros.bin", new byte[1_000_000]);
        (await folder.PackAsync()).Files.Should().Contain(file => file.Path == "zeros.bin" && file.Size == 1_000_000);
    }

    [Fact]
    public async Task A_link_is_not_packed()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.CreateSymbolicLink(System.IO.Path.Combine(folder.Path, "passwords"), "/etc/passwd");
        await PackShouldFailAsync(PackageErrors.Path, "link");
    }

    [Fact]
    public async Task A_folder_without_a_manifest_is_not_packed()
    {
        File.Delete(System.IO.Path.Combine(folder.Path, "plugin.json"));
        await PackShouldFailAsync(PackageErrors.Manifest, "holds no plugin.json");
    }

    [Fact]
    public async Task A_manifest_that_breaks_a_rule_is_not_packed()
    {
        folder.Write("plugin.json", PluginFolder.Manifest.Replace("1.2.0", "latest", StringComparison.Ordinal));
        await PackShouldFailAsync(PackageErrors.Manifest, "semantic version");
        File.Exists(folder.PackageFile).Should().BeFalse();
    }

    [Fact]
    public async Task A_manifest_that_names_absent_files_is_not_packed()
    {
        folder.Write("plugin.json", PluginFolder.Manifest.Replace("Coach.dll", "Other.dll", StringComparison.Ordinal));
        await PackShouldFailAsync(PackageErrors.Manifest, "entry assembly Other.dll");
        folder.Write("plugin.json", PluginFolder.Manifest.Replace("\"publisher\"", "\"web\": \"web/none.js\", \"publisher\"", StringComparison.Ordinal));
        await PackShouldFailAsync(PackageErrors.Manifest, "web module web/none.js");
    }

    private async Task PackShouldFailAsync(string code, string message)
    {
        Func<Task> pack = () => folder.PackAsync();
        PackageException refusal = (await pack.Should().ThrowAsync<PackageException>()).Which;
        refusal.Code.Should().Be(code);
        refusal.Message.Should().Contain(message);
    }
}
