using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Engine.Statistics;
using AIWendy.Plugins.Journal.Trades;

namespace AIWendy.Journal.Tests.Engine.Statistics;

/// <summary>What people read about figures is what the engine computes.</summary>
public sealed class DocumentationTests
{
    [Fact]
    public void Every_figure_is_defined_and_every_definition_is_computed() =>
        TradeStatistics.Compute(Vectors.SetG(), 10_000).Select(figure => figure.Id).Should().BeEquivalentTo(FigureCatalogue.All.Select(definition => definition.Id));

    [Fact]
    public void Units_of_definitions_are_those_of_the_figures() =>
        TradeStatistics.Compute(Vectors.SetG(), 10_000).Should().OnlyContain(figure => FigureCatalogue.Find(figure.Id)!.Unit == figure.Unit);

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public void The_page_lists_every_figure_as_it_is_defined(string language)
    {
        string[] lines = File.ReadAllLines(Path.Combine(Repository(), "docs", language, "statistics.md"));
        static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

        lines.Where(line => line.StartsWith("| <a id", StringComparison.Ordinal)).Should().Equal(FigureCatalogue.All.Select(definition =>
            $"| <a id=\"{definition.Id}\"></a>`{definition.Id}` | {Cell(definition.Label.For(language))} | {definition.Unit} | {Cell(definition.Formula.For(language))} | {string.Join(", ", definition.Reasons.Select(reason => $"`{reason}`"))} |"));
        lines.Should().Contain(FigureCatalogue.All.SelectMany(definition => definition.Reasons).Distinct().Select(reason => $"| `{reason}` | {FigureCatalogue.Reason(reason).For(language)} |"));
    }

    [Fact]
    public void Reasons_given_are_those_that_the_definitions_name()
    {
        List<ClosedTrade>[] books =
        [
            [], Vectors.SetG(), Vectors.Trades([(0, 1), (1, 2)]), Vectors.Trades([(0, -1), (1, -2)]), Vectors.Trades([(0, 0)]), Vectors.Trades([(0, 5)], 1),
            Vectors.Trades([(0, 5), (0, -2000)], 1), Vectors.Trades([(0, 5), (1, 5)], 0),
        ];
        foreach (List<ClosedTrade> book in books)
        {
            foreach (decimal start in new[] { 0m, 100 })
            {
                TradeStatistics.Compute(book, start).Where(figure => figure.Reason is not null and not FigureReasons.NoTrades)
                    .Where(figure => !FigureCatalogue.Find(figure.Id)!.Reasons.Contains(figure.Reason))
                    .Select(figure => $"{figure.Id}: {figure.Reason}").Should().BeEmpty();
            }
        }
    }

    private static string Repository()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "AIWendy.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
