using AIWendy.Plugins.Coaching.Answers;
using AIWendy.Sdk.Coaching;

namespace AIWendy.Coaching.Tests;

public sealed class CitationGuardTests
{
    private static readonly EvidenceFigure Net = new("net_pnl", "Net", -2594.68m, "money", 197, null, "USD");

    [Theory]
    [InlineData("−$2,594.68", true)]
    [InlineData("-2594.68", true)]
    [InlineData("$2,595", true)]
    [InlineData("−$2,594.7", true)]
    [InlineData("n 197", true)]
    [InlineData("net result", true)]
    [InlineData("26 of 71", true)]
    [InlineData("−$2,694.68", false)]
    [InlineData("−$259", false)]
    public void The_number_shown_must_be_the_number_measured(string shown, bool backed)
    {
        CitationGuard.Shows(shown, Net).Should().Be(backed);
    }

    [Fact]
    public void An_undefined_figure_backs_no_number()
    {
        EvidenceFigure undefined = new("profit_factor", "Profit factor", null, "ratio", 4, "no_losses", null);

        CitationGuard.Shows("2.4", undefined).Should().BeFalse();
        CitationGuard.Shows("undefined", undefined).Should().BeTrue();
    }

    [Fact]
    public void Two_figures_of_one_id_are_told_apart_by_their_values()
    {
        Evidence evidence = new() { Figures = [new("win_rate", "Win rate", 40m, "percent", 20, null, null), new("win_rate", "Win rate", 55m, "percent", 31, null, null)] };

        CitationGuard.Check("Long [55%](evidence:win_rate), short [40%](evidence:win_rate).", evidence, new Evidence()).Unbacked.Should().BeEmpty();
        CitationGuard.Check("Long [47%](evidence:win_rate).", evidence, new Evidence()).Unbacked.Should().Equal("evidence:win_rate");
    }

    [Fact]
    public void Trades_are_checked_as_well()
    {
        EvidenceTrade trade = new(Guid.NewGuid(), "T-0001", "ES", "long", 1, DateTimeOffset.UnixEpoch, null, 5, "USD");
        Evidence evidence = new() { Trades = [trade] };

        CitationGuard.Check($"[T-0001](trade:{trade.Id})", evidence, new Evidence()).Unbacked.Should().BeEmpty();
        CitationGuard.Check("[T-0002](trade:not-a-guid)", evidence, new Evidence()).Unbacked.Should().Equal("trade:not-a-guid");
    }
}
