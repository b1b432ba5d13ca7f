using AIWendy.Coaching.Tests.Fakes;
using AIWendy.Plugins.Coaching.Coaches;
using AIWendy.Plugins.Coaching.Personas;
using AIWendy.Plugins.Coaching.Rules;
using AIWendy.Sdk.Coaching;
using AIWendy.Sdk.Localization;

namespace AIWendy.Coaching.Tests;

public sealed class CoachCatalogueTests
{
    [Fact]
    public async Task Coaches_of_all_plugins_are_listed_and_the_default_comes_first()
    {
        FakeExtensions<Coach> extensions = new(AnswerBench.Coach("stoic"), AnswerBench.Coach("wendy"));

        IReadOnlyList<Coach> coaches = await new CoachCatalogue(extensions).ListAsync();

        coaches.Select(coach => coach.Id).Should().Equal("wendy", "stoic");
        extensions.OpenLeases.Should().Be(0);
    }

    [Fact]
    public async Task A_second_coach_of_one_id_and_an_unusable_one_are_skipped_and_reported()
    {
        Coach blank = AnswerBench.Coach("blank") with { Prompt = Text.Of(" ") };
        Coach badId = AnswerBench.Coach("Bad Id");
        FakeExtensions<Coach> extensions = new(AnswerBench.Coach("wendy"), AnswerBench.Coach("wendy"), blank, badId);

        IReadOnlyList<Coach> coaches = await new CoachCatalogue(extensions).ListAsync();

        coaches.Should().ContainSingle();
        extensions.Faults.Should().HaveCount(3);
    }

    [Fact]
    public void The_built_in_coaches_are_complete_in_both_languages()
    {
        Coach[] coaches = [.. BuiltInCoaches.All()];

        coaches.Select(coach => coach.Id).Should().Equal("wendy", "marcus", "sophia", "alex", "socrates");
        coaches.Select(coach => coach.Style).Should().OnlyHaveUniqueItems();
        foreach (Coach coach in coaches)
        {
            coach.Prompt.En.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length.Should().BeGreaterThan(600, coach.Id);
            coach.Prompt.Zh!.Count(character => character >= 0x4E00).Should().BeGreaterThan(1_000, coach.Id);
            coach.Starters.Count.Should().BeInRange(4, 6, coach.Id);
            coach.Starters.Should().OnlyContain(starter => starter.Zh != null, coach.Id);
            coach.Description.Zh.Should().NotBeNullOrWhiteSpace();
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public void The_common_rules_state_how_to_cite_and_where_help_is(string language)
    {
        string rules = CommonRules.For(language);

        rules.Should().Contain("(evidence:net_pnl)").And.Contain("(trade:");
        rules.Should().Contain(language == "en" ? "988" : "12356");
    }
}
