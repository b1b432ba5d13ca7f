using System.Text.RegularExpressions;

namespace AIWendy.Architecture.Tests;

/// <summary>What every file of the product keeps to.</summary>
public sealed partial class SourceTests
{
    private static readonly string[] Code = [".cs", ".ts", ".tsx", ".mjs", ".js"];
    private static readonly string[] Styles = [".css"];

    [Fact]
    public void No_file_has_more_than_400_lines_and_no_style_sheet_more_than_700() =>
        TooLong(Code, 400).Concat(TooLong(Styles, 700)).Should().BeEmpty();

    [Fact]
    public void Nothing_is_left_for_later() =>
        Repository.Files(Repository.Product, [.. Code, .. Styles, ".json", ".md", ".props", ".targets", ".csproj", ".html"])
            .Where(file => Path.GetFileName(file) != "package-lock.json")
            .SelectMany(Matches)
            .Should().BeEmpty();

    [Fact]
    public void Every_namespace_is_file_scoped() =>
        Repository.Files([.. Repository.Product, "tests"], ".cs")
            .Where(file => File.ReadLines(file).Any(line => BlockNamespace().IsMatch(line)))
            .Select(Repository.Relative)
            .Should().BeEmpty();

    private static IEnumerable<string> TooLong(string[] extensions, int most) =>
        Repository.Files(Repository.Product, extensions)
            .Where(file => !file.EndsWith(".gen.ts", StringComparison.Ordinal))
            .Select(file => (File: Repository.Relative(file), Lines: File.ReadLines(file).Count()))
            .Where(entry => entry.Lines > most)
            .Select(entry => $"{entry.File} has {entry.Lines} lines");

    private static IEnumerable<string> Matches(string file) =>
        File.ReadLines(file)
            .Select((line, index) => (Line: line, Number: index + 1))
            .Where(entry => Later().IsMatch(entry.Line))
            .Select(entry => $"{Repository.Relative(file)}:{entry.Number}: {entry.Line.Trim()}");

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b|NotImplementedException|\bcoming soon\b|\blorem ipsum\b|敬请期待", RegexOptions.CultureInvariant)]
    private static partial Regex Later();

    [GeneratedRegex(@"^namespace\s+[\w.]+\s*(\{.*)?$")]
    private static partial Regex BlockNamespace();
}
