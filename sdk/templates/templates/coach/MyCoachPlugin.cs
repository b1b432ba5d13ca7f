namespace MyCoach;

public sealed class MyCoachPlugin : IPlugin
{
    public void Configure(IPluginBuilder plugin) => plugin.AddCoach(new Coach("kebab-name", "MyCoach")
    {
        Style = CoachStyle.Socratic,
        Description = Text.Of("Asks before it answers.", zh: "先提问，再回答。"),
        Prompt = Prompt.FromFile("prompt.md"),
        Starters = ["I broke my rule again", "What should I look at this week?"],
        May = DataScope.JournalSummary | DataScope.Trades | DataScope.Behaviour,
    });
}
