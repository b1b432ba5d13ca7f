using System.Text.RegularExpressions;

namespace AIWendy.Plugins.Models.Offline;

/// <summary>
/// Recognises words of somebody who may harm himself, and answers with a fixed text. It stands behind the check that
/// conversations make before any model is asked, for whoever uses the offline coach without one. In doubt it answers.
/// </summary>
internal static partial class CrisisScreen
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string English = """
        What you wrote worries me, and it matters more than any trade. Please talk to a person now.

        If you are in danger, call your local emergency number: 112 in Europe, 911 in the US and Canada, 999 in the UK.

        Someone is there to listen at any hour: 988 by phone or text in the US and Canada, Samaritans at 116 123 in the UK and Ireland, 12356 in mainland China. For other countries, findahelpline.com lists free lines.

        If you can, tell someone near you that you are not safe alone right now. I am a program and can not be that person. You can come back here whenever you like.
        """;

    private const string Chinese = """
        你写的话让我很担心，这比任何一笔交易都重要。请现在就和一个人说说话。

        如果你有危险，请拨打当地的急救或报警电话：中国大陆 120 或 110，欧洲 112，美国和加拿大 911。

        有人愿意随时听你说：中国大陆拨打 12356 心理援助热线；美国和加拿大拨打或发短信到 988；英国和爱尔兰拨打 116 123。其他地区可以在 findahelpline.com 查到免费热线。

        如果可以，请告诉身边的人，你现在一个人不安全。我只是一个程序，替代不了那个人。你随时可以回到这里。
        """;

    /// <summary>Whether a text asks for help lines rather than for figures.</summary>
    public static bool Matches(string text) => Danger().IsMatch(Slang().Replace(text, " "));

    /// <summary>The fixed text.</summary>
    public static string TextFor(string language) => language == Languages.Chinese ? Chinese : English;

    /// <summary>What traders say about accounts and markets; taken out before the check.</summary>
    [GeneratedRegex(@"\b(blew|blow|blowing|blown) up\b|\bkill(ed|ing|s)? (my|the|this|that) (account|trade|position|profits?|pnl|p&l|gains?|week|day|month)\b|\bkilling (me|it)\b|\bi('m| am) dead\b|\bdead cat\b|\bdead money\b|\b(account|portfolio|financial|career) suicide\b|\bsuicid(e|al) (trade|entry|position|size|leverage|short|long)s?\b|\bhurt(ing)? myself (financially|with)\b|\bshoot(ing)? myself in the foot\b|(笑|累|困|饿|气|烦|热|冷|亏|套|吓)死(我|了|人)*|死扛|扛死|自杀式|想死(扛|拿|守|抱|捂)", Options)]
    private static partial Regex Slang();

    [GeneratedRegex(@"\b(kill|hang|shoot|drown|hurt|harm|cut)(ing)? myself\b|\bsuicid|\b(end|ending|take|taking) my (own )?life\b|\bend it all\b|\b(want|wanna|ready|rather) (to )?(just )?(die|be dead)\b|\bwish i (was|were) (dead|never born)\b|\bbetter off (dead|without me)\b|\b(don't|dont|do not|no longer) (want|wanna) (to )?(live|be alive|be here anymore|exist)\b|\bno (reason|point) (to|in) (live|living|go(ing)? on)\b|\bnothing (left )?to live for\b|\bself[- ]?harm|\bunalive\b|自杀|自残|自尽|轻生|寻短见|不想活|活不下去|活着(没|没有)(意思|意义)|结束(自己的?|我的)?(生命|一切)|了结(自己|此生)|(想|要|去)(死|跳楼|上吊|割腕)|死了算了|一了百了", Options)]
    private static partial Regex Danger();
}
