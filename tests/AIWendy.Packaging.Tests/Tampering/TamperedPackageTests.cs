using AIWendy.Packaging.Commands;

namespace AIWendy.Packaging.Tests.Tampering;

/// <summary>What somebody did to a package is seen before anything of it is unpacked.</summary>
public sealed class TamperedPackageTests : IDisposable
{
    private readonly PluginFolder folder = new();

    public static TheoryData<string> Names { get; } = [.. Tampered.All.Keys];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_a_forger_writes_honestly_is_what_pack_writes()
    {
        PluginArchive packed = await folder.PackAsync();
        PluginArchive raw = await PluginArchive.OpenAsync(RawPackage.Of(RawPackage.FilesOf(folder.Path)));
        raw.Files.Should().Equal(packed.Files, "the packages below are refused for nothing but what was done to them");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Verify_refuses_a_package_with(string name)
    {
        Tampered tampered = Tampered.All[name];
        string file = Path.Combine(folder.Root, "tampered.aiwp");
        await File.WriteAllBytesAsync(file, tampered.Make(RawPackage.FilesOf(folder.Path)));
        string[] before = Directory.GetFileSystemEntries(folder.Root, "*", SearchOption.AllDirectories);

        StringWriter error = new();
        int code = await PackagingCommands.RunAsync(["verify", file], TextWriter.Null, error);

        string said = error.ToString().TrimEnd();
        code.Should().Be(PackagingCommands.Refused, said);
        said.Should().StartWith(tampered.Code + ": ").And.Contain(tampered.Says).And.EndWith(".");
        Directory.GetFileSystemEntries(folder.Root, "*", SearchOption.AllDirectories).Should().Equal(before);
    }
}
