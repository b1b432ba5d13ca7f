using System.Text.RegularExpressions;

namespace AIWendy.Architecture.Tests;

/// <summary>The guides are there in both languages and say what is so.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string[] Languages = ["en", "zh-CN"];

    [Fact]
    public void Every_page_exists_in_both_languages() =>
        Pages("zh-CN").Should().BeEquivalentTo(Pages("en")).And.NotBeEmpty();

    [Fact]
    public void Every_setting_is_explained_in_both_languages()
    {
        string[] settings = [.. Setting().Matches(Read(".env.example")).Select(match => match.Groups[1].Value)];
        settings.Should().HaveCountGreaterThan(20);
        foreach (string language in Languages)
        {
            string page = Read($"docs/{language}/settings.md");
            settings.Where(setting => !page.Contains($"`{setting}`", StringComparison.Ordinal)).Should().BeEmpty(language);
            Row().Matches(page).Select(match => match.Groups[1].Value).Should().BeSubsetOf(settings, language);
        }
    }

    [Fact]
    public void Every_setting_of_the_cloud_pack_is_explained_in_both_languages()
    {
        string[] settings = [.. Setting().Matches(Read(".env.cloud.example")).Select(match => match.Groups[1].Value)];
        settings.Should().NotBeEmpty();
        foreach (string language in Languages)
        {
            string pages = string.Concat(Repository.Files([$"docs/{language}/cloud"], ".md").Select(File.ReadAllText));
            settings.Where(setting => !pages.Contains($"`{setting}`", StringComparison.Ordinal)).Should().BeEmpty(language);
            Row().Matches(pages).Select(match => match.Groups[1].Value).Should().BeSubsetOf(settings, language);
        }
    }

    [Fact]
    public void Links_between_files_lead_somewhere()
    {
        IEnumerable<string> files = Directory.EnumerateFiles(Repository.Root, "*.md").Concat(Repository.Files(["docs"], ".md"));
        files.SelectMany(file => Link().Matches(File.ReadAllText(file))
                .Select(match => match.Groups[1].Value)
                .Where(target => !target.Contains("://", StringComparison.Ordinal) && !File.Exists(Path.Combine(Path.GetDirectoryName(file)!, target)))
                .Select(target => $"{Repository.Relative(file)} -> {target}"))
            .Should().BeEmpty();
    }

    private static string[] Pages(string language)
    {
        string folder = Path.Combine(Repository.Root, "docs", language);
        return [.. Repository.Files([$"docs/{language}"], ".md").Select(file => Path.GetRelativePath(folder, file))];
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));

    [GeneratedRegex(@"^#?([A-Z][A-Z0-9_]+)=", RegexOptions.Multiline)]
    private static partial Regex Setting();

    [GeneratedRegex(@"^\| `([A-Z][A-Z0-9_]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\]\(([^)#\s]+)\)")]
    private static partial Regex Link();
}
