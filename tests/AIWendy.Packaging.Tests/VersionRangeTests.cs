using System.Text;
using System.Text.Json.Nodes;
using AIWendy.Packaging.Tests.Tampering;

namespace AIWendy.Packaging.Tests;

/// <summary>A range holds what lies between its ends in the order of semantic versions, and text that is no range is refused.</summary>
public sealed class VersionRangeTests
{
    private static readonly string[] Versions =
        [.. from major in Enumerable.Range(0, 3) from minor in Enumerable.Range(0, 3) from patch in Enumerable.Range(0, 2) from label in new[] { "-beta.2", "-beta.11", "" } select $"{major}.{minor}.{patch}{label}"];

    private readonly Random random = new(20260101);

    [Fact]
    public async Task A_package_runs_on_exactly_the_versions_between_the_ends_of_its_range()
    {
        for (int round = 0; round < 150; round++)
        {
            int low = random.Next(Versions.Length);
            int high = random.Next(low, Versions.Length);
            bool fromLow = random.Next(2) == 0;
            bool toHigh = random.Next(2) == 0;
            bool open = random.Next(4) == 0;
            if (low == high && !open && !(fromLow && toHigh))
            {
                continue;
            }

            string range = $"{(fromLow ? '[' : '(')}{Versions[low]},{(open ? string.Empty : Versions[high])}{(toHigh && !open ? ']' : ')')}";
            PluginArchive archive = await OpenAsync(range);
            for (int index = 0; index < Versions.Length; index++)
            {
                // The list above is written in ascending order.
                bool inside = (fromLow ? index >= low : index > low) && (open || (toHigh ? index <= high : index < high));
                Fits(archive, Versions[index]).Should().Be(inside, $"{Versions[index]} in {range}");
            }
        }
    }

    [Fact]
    public async Task Text_that_is_no_range_is_refused_and_never_stumbled_over()
    {
        const string Letters = "[](),.*^~-+ 0129abx";
        int refused = 0;
        for (int round = 0; round < 400; round++)
        {
            string range = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => Letters[random.Next(Letters.Length)]));
            try
            {
                PluginArchive archive = await OpenAsync(range);
                _ = Fits(archive, "1.0.0");
            }
            catch (PackageException exception)
            {
                exception.Code.Should().Be(PackageErrors.Manifest, range);
                refused++;
            }
        }

        refused.Should().BeGreaterThan(300, "hardly any such text is a range");
    }

    [Theory]
    [InlineData("^1.0")]
    [InlineData("~1.2")]
    [InlineData(">=1.0")]
    [InlineData("1.x")]
    [InlineData("[1.0,2.0")]
    [InlineData("latest")]
    [InlineData("")]
    public async Task Ranges_of_other_ecosystems_are_refused(string range)
    {
        Func<Task> open = () => OpenAsync(range);
        (await open.Should().ThrowAsync<PackageException>()).Which.Code.Should().Be(PackageErrors.Manifest);
    }

    private static bool Fits(PluginArchive archive, string version) => archive.Problems(new PackageExpectation { SdkVersion = version }).Count == 0;

    private static Task<PluginArchive> OpenAsync(string range)
    {
        JsonNode manifest = JsonNode.Parse(PluginFolder.Manifest)!;
        manifest["sdk"] = range;
        return PluginArchive.OpenAsync(RawPackage.Of([new RawFile("Coach.dll", []), new RawFile("plugin.json", Encoding.UTF8.GetBytes(manifest.ToJsonString()))]));
    }
}
