using System.Text;

namespace AIWendy.Packaging.Tests;

public sealed class FeedTests : IDisposable
{
    private readonly PluginFolder folder = new();

    private string Feed => System.IO.Path.Combine(folder.Root, "feed");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_feed_lists_plugins_and_their_versions_newest_first()
    {
        using PublisherKey key = PublisherKey.Create();
        folder.Write("CHANGELOG.md", "# Changes\n\n## Unreleased\n\n## [1.10.0] - 2026-05-04\n\n- Speaks Latin.\n\n## 1.2.0\n\n- Listens.\n");
        await PublishAsync("1.2.0", "old/coach 1.aiwp");
        PluginArchive newest = await PublishAsync("1.10.0", "coach.aiwp", key);

        FeedIndex index = await FeedBuilder.BuildAsync(Feed);
        FeedItem item = index.Items.Should().ContainSingle().Subject;
        item.Versions.Select(version => version.Version).Should().Equal("1.10.0", "1.2.0");
        FeedVersion first = item.Versions[0];
        first.Sha256.Should().Be(newest.Sha256);
        first.KeyId.Should().Be(key.KeyId);
        first.Published.Should().Be(new DateOnly(2026, 5, 4));
        first.Changes.Should().Be("- Speaks Latin.");
        item.Versions[1].Changes.Should().Be("- Listens.");
        item.Versions[1].Published.Should().BeNull();
        item.Versions[1].Locate(new Uri("https://example.org/feed/index.json")).AbsoluteUri.Should().Be("https://example.org/feed/old/coach%201.aiwp");
        index.Find(item.Id)!.Version.Should().Be("1.10.0");
        index.Find(item.Id, "1.2.0")!.Version.Should().Be("1.2.0");
        index.Find(item.Id, "3.0.0").Should().BeNull();
    }

    [Fact]
    public async Task The_same_packages_give_the_same_index_and_it_reads_back()
    {
        await PublishAsync("1.2.0", "coach.aiwp");
        byte[] first = (await FeedBuilder.BuildAsync(Feed)).ToBytes();
        File.SetLastWriteTimeUtc(System.IO.Path.Combine(Feed, "coach.aiwp"), new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        (await FeedBuilder.BuildAsync(Feed)).ToBytes().Should().Equal(first);
        FeedIndex.Read(first).ToBytes().Should().Equal(first);
    }

    [Fact]
    public async Task Packages_elsewhere_are_addressed_in_full()
    {
        await PublishAsync("1.2.0", "a b/coach.aiwp");
        FeedIndex index = await FeedBuilder.BuildAsync(Feed, new Uri("https://cdn.example.org/packages/"));
        index.Items[0].Versions[0].File.Should().Be("https://cdn.example.org/packages/a%20b/coach.aiwp");
    }

    [Fact]
    public async Task A_version_is_published_once_and_whole()
    {
        await PublishAsync("1.2.0", "coach.aiwp");
        File.Copy(System.IO.Path.Combine(Feed, "coach.aiwp"), System.IO.Path.Combine(Feed, "copy.aiwp"));
        Func<Task> build = () => FeedBuilder.BuildAsync(Feed);
        (await build.Should().ThrowAsync<PackageException>()).Which.Message.Should().Contain("coach.aiwp and copy.aiwp");

        await File.WriteAllTextAsync(System.IO.Path.Combine(Feed, "copy.aiwp"), "no package");
        (await build.Should().ThrowAsync<PackageException>()).Which.Message.Should().StartWith("copy.aiwp: ");
    }

    [Fact]
    public async Task Long_changes_are_cut()
    {
        folder.Write("CHANGELOG.md", "## 1.2.0\n" + new string('x', 10_000));
        await PublishAsync("1.2.0", "coach.aiwp");
        (await FeedBuilder.BuildAsync(Feed)).Items[0].Versions[0].Changes.Should().HaveLength(FeedIndex.MaximumChanges).And.EndWith("...");
    }

    [Theory]
    [InlineData("\"format\": 1", "\"format\": 2", "format 2")]
    [InlineData("\"org.example.coach\"", "\"../coach\"", "no valid id")]
    [InlineData("\"org.example.coach\"", "null", "no valid id")]
    [InlineData("\"coach.aiwp\"", "\"../coach.aiwp\"", "no valid place")]
    [InlineData("\"coach.aiwp\"", "\"/etc/passwd\"", "no valid place")]
    [InlineData("\"coach.aiwp\"", "\"file:///etc/passwd\"", "no valid place")]
    [InlineData("\"coach.aiwp\"", "\"http://user:password@example.org/coach.aiwp\"", "no valid place")]
    [InlineData("\"coach.aiwp\"", "null", "no valid place")]
    [InlineData("\"1.2.0\"", "\"newest\"", "no semantic version")]
    [InlineData("\"[1.0,2.0)\"", "\"[1.0,2.0\"", "no version range")]
    [InlineData("\"permissions\": []", "\"permissions\": null", "no list of permissions")]
    [InlineData("\"permissions\": []", "\"permissions\": [null]", "no list of permissions")]
    [InlineData("\"Coach\"", "\"\"", "name of org.example.coach")]
    [InlineData("\"keyId\": null", "\"keyId\": \"mine\"", "a key that is none")]
    [InlineData("\"size\": ", "\"size\": 9", "impossible size")]
    [InlineData("\"versions\": [", "\"versions\": [null, ", "no semantic version")]
    [InlineData("\"items\"", "\"things\"", "no list of items")]
    [InlineData("{", "[", "no valid JSON")]
    public async Task An_index_that_breaks_a_rule_is_refused(string part, string other, string message)
    {
        await PublishAsync("1.2.0", "coach.aiwp");
        string index = Encoding.UTF8.GetString((await FeedBuilder.BuildAsync(Feed)).ToBytes());
        index.Should().Contain(part);
        if (message == "impossible size")
        {
            other += "00000000";
        }

        Action read = () => FeedIndex.Read(Encoding.UTF8.GetBytes(index.Replace(part, other, StringComparison.Ordinal)));
        PackageException refusal = read.Should().Throw<PackageException>().Which;
        refusal.Code.Should().Be(PackageErrors.Feed);
        refusal.Message.Should().Contain(message);
    }

    [Fact]
    public async Task An_index_without_end_is_refused()
    {
        Func<Task> read = () => FeedIndex.ReadAsync(new Endless());
        (await read.Should().ThrowAsync<PackageException>()).Which.Message.Should().Contain("larger than");
    }

    private async Task<PluginArchive> PublishAsync(string version, string file, PublisherKey? key = null)
    {
        folder.Write("plugin.json", PluginFolder.Manifest.Replace("1.2.0", version, StringComparison.Ordinal));
        return await PluginArchive.PackAsync(folder.Path, System.IO.Path.Combine(Feed, file), key);
    }

    private sealed class Endless : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)' ');
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
