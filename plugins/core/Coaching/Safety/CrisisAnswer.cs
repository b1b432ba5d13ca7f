using AIWendy.Sdk.Localization;
using AIWendy.Sdk.Runs;

namespace AIWendy.Plugins.Coaching.Safety;

/// <summary>
/// What stands in place of a coach's answer after <see cref="CrisisCheck"/> matched: written by people, the same for
/// every coach, without numbers of the journal. Help lines are checked again with every release.
/// </summary>
internal static class CrisisAnswer
{
    /// <summary>Tells clients, before the text, that no coach writes this turn.</summary>
    public static readonly RunEvent Event = new("crisis", """{"type":"crisis"}""");

    public static readonly Text Text = new(
        """
        Let’s put trading aside. What you just wrote matters more than any account.

        If you are thinking about ending your life or hurting yourself, or you are afraid for somebody else, please talk to a person now. You don’t need the right words; “I’m not okay” is enough.

        - **United States and Canada:** call or text **988**, day and night
        - **United Kingdom and Ireland:** call Samaritans on **116 123**, free, day and night
        - **European Union:** call **112** in an emergency
        - **Anywhere else:** your local emergency number, or the list of help lines by country at findahelpline.com

        If there is danger right now, call 911, 999 or 112, or go to the nearest emergency department. If you can, move away from anything you could use to hurt yourself, and ask somebody you trust to stay with you.

        Are you safe at this moment? Who could you call or sit with in the next hour?

        I am an AI, so I can’t phone anyone or come to you. A person can. You may keep writing here, and we will not talk about trades unless you want to.
        """,
        """
        先把交易放到一边。你刚才写下的话，比任何账户都重要。

        如果你想结束生命、想伤害自己，或者在为别人担心，请现在就和一个真实的人说说。不需要准备好怎么开口，一句“我撑不住了”就够了。

        - **中国大陆：**拨打全国统一心理援助热线 **12356**；紧急情况拨打 **120**（急救）或 **110**（报警）
        - **美国、加拿大：**拨打或发短信到 **988**，全天开放
        - **英国、爱尔兰：**拨打撒玛利亚会 **116 123**，免费，全天开放
        - **欧盟：**紧急情况拨打 **112**
        - **其他地区：**拨打当地急救电话，或在 findahelpline.com 按国家查找热线

        如果危险就在眼前，请立刻拨打急救电话，或去最近的急诊。能做到的话，先离开任何可能伤害自己的东西，再请一个你信任的人陪着你。

        你现在安全吗？接下来的一个小时里，你可以给谁打电话，或者和谁待在一起？

        我是 AI，没有办法替你打电话，也不能来到你身边，但有人可以。你可以继续在这里写；除非你愿意，我们不谈交易。
        """);
}
