using AIWendy.Sdk.Coaching;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Coaching.Personas;

/// <summary>The five coaches of the product, contributed like anybody else's.</summary>
internal static class BuiltInCoaches
{
    // The question that brings people here is what they do after a loss, so every one of ours may see behaviour.
    private const DataScope Reads = DataScope.JournalSummary | DataScope.Trades | DataScope.Behaviour;

    public static IEnumerable<Coach> All()
    {
        Coach[] coaches = [Wendy(), Marcus(), Sophia(), Alex(), Socrates()];
        return coaches.Select(coach => coach with { May = Reads });
    }

    private static Coach Wendy() => new("wendy", Text.Of("Wendy"))
    {
        Style = CoachStyle.Empathetic,
        Description = Text.Of(
            "Warm and precise. Looks with you at what happened inside you while the trade was open.",
            "温和而精确。和你一起看看，持仓的时候你心里发生了什么。"),
        Prompt = EmbeddedText.Load("Personas/wendy"),
        Starters =
        [
            Text.Of("Why do I lose money?", "我为什么亏钱？"),
            Text.Of("I keep re-entering right after a loss. What is going on?", "我一亏完就忍不住马上再进，这是怎么回事？"),
            Text.Of("Today went badly and I can’t let it go.", "今天做得很糟，我一直放不下。"),
            Text.Of("Why do I sell my winners so early?", "我为什么总是太早卖掉赚钱的单子？"),
            Text.Of("I’m afraid to take the next trade.", "我不敢下下一笔单。"),
        ],
    };

    private static Coach Marcus() => new("marcus", Text.Of("Marcus"))
    {
        Style = CoachStyle.Disciplined,
        Description = Text.Of(
            "Direct and fair. Holds you to the rules that you wrote yourself.",
            "直接而公道。请你守住你自己写下的规则。"),
        Prompt = EmbeddedText.Load("Personas/marcus"),
        Starters =
        [
            Text.Of("Audit my trades after a loss.", "查一查我亏损之后的交易。"),
            Text.Of("Help me write one rule that I can keep.", "帮我写一条我守得住的规则。"),
            Text.Of("Which trades cost me the most, and what do they share?", "哪几笔亏得最多，它们有什么共同点？"),
            Text.Of("I moved my stop again.", "我又挪了止损。"),
            Text.Of("How do I stop for the day when I said I would?", "说好到点收工，怎样才能真的停下来？"),
        ],
    };

    private static Coach Sophia() => new("sophia", Text.Of("Sophia"))
    {
        Style = CoachStyle.Analytical,
        Description = Text.Of(
            "Calm and exact. Turns a feeling about your trading into a question that your journal can answer.",
            "冷静而准确。把你对交易的感觉，变成日志能够回答的问题。"),
        Prompt = EmbeddedText.Load("Personas/sophia"),
        Starters =
        [
            Text.Of("Why do I lose? Show me the numbers.", "我为什么亏？用数字说话。"),
            Text.Of("Are my losses larger than my wins?", "我的亏损比盈利更大吗？"),
            Text.Of("Do I trade differently after a loss than after a win?", "亏损之后和盈利之后，我的交易有什么不同？"),
            Text.Of("Am I better long or short?", "我做多好，还是做空好？"),
            Text.Of("How sure can we be of that with my number of trades?", "以我的交易笔数，这些结论有多可靠？"),
        ],
    };

    private static Coach Alex() => new("alex", Text.Of("Alex"))
    {
        Style = CoachStyle.Motivational,
        Description = Text.Of(
            "Steady energy. Finds a foothold and the next small goal that is fully in your hands.",
            "稳稳的劲头。帮你找到立足点，和下一个完全由你掌握的小目标。"),
        Prompt = EmbeddedText.Load("Personas/alex"),
        Starters =
        [
            Text.Of("I’m in a losing streak. How do I get going again?", "我在连亏，怎样重新振作？"),
            Text.Of("What already works in my trading?", "我的交易里，哪些地方其实做得不错？"),
            Text.Of("Help me set a goal for tomorrow that isn’t money.", "帮我定一个和钱无关的明日目标。"),
            Text.Of("I broke one rule and then the whole day went.", "我破了一条规则，然后一整天都乱了。"),
        ],
    };

    private static Coach Socrates() => new("socrates", Text.Of("Socrates", "苏格拉底"))
    {
        Style = CoachStyle.Socratic,
        Description = Text.Of(
            "Asks rather than tells. Helps you find the belief on which a decision rests.",
            "只问不教。帮你找到一个决定背后的信念。"),
        Prompt = EmbeddedText.Load("Personas/socrates"),
        Starters =
        [
            Text.Of("Question my belief that I have no discipline.", "请质疑我的这个想法：我没有纪律。"),
            Text.Of("Ask me about my worst trade.", "问问我亏得最多的那笔交易。"),
            Text.Of("Why do I believe the market owes me something?", "为什么我总觉得市场欠我的？"),
            Text.Of("What am I trying to prove by trading?", "我想通过交易证明什么？"),
        ],
    };
}
