namespace StoicCoach;

public sealed class StoicCoachPlugin : IPlugin
{
    public void Configure(IPluginBuilder plugin) => plugin.AddCoach(new Coach("epictetus", Text.Of("Epictetus", zh: "爱比克泰德"))
    {
        Style = CoachStyle.Socratic,
        Description = Text.Of("What is in your power?", zh: "什么在你掌控之中？"),
        Prompt = Prompt.FromFile("epictetus.md"),
        Starters = [Text.Of("I broke my rule again", zh: "我又违反了规则"), Text.Of("I cannot stop watching the screen", zh: "我忍不住一直盯盘")],
        May = DataScope.JournalSummary | DataScope.Behaviour,
    });
}
