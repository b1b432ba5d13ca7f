using System.Text.RegularExpressions;

namespace AIWendy.Plugins.Coaching.Safety;

/// <summary>
/// The phrases behind <see cref="CrisisCheck"/>, on lower-case text. Where a phrase is in doubt it counts: a needless
/// text with help lines costs a moment, a missed one may cost a life. Every change needs lines in the tests' two sets.
/// </summary>
internal static partial class CrisisLexicon
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture;

    /// <summary>What traders say about losses, positions and charts; removed before the other two are asked.</summary>
    [GeneratedRegex("""
        \b(shoot|shooting|shot)\ myself\ in\ the\ foot\b
        | \b(kicking|beating)\ myself(\ up)?\b
        | \bcut(ting)?\ myself\ (off|short|some\ slack|a\ break)\b
        | \bhurt(ing)?\ myself\ (financially|by\ (over)?trading|with\ (size|leverage|fees|overtrading))\b
        | \bkilling\ myself\ (with|by)\ (the\ |these\ |my\ )?(fees|commissions|size|sizing|leverage|overtrading|averaging|revenge)\b
        | \b(career|financial|account|portfolio|margin|trading)\ suicide\b
        | \bsuicid(e|al)\ (trade|trades|trading|entry|entries|position|positions|size|sizing|leverage|short|shorts|long|move|stop|stops|candle|squad)\b
        | \b(shorting|buying|longing|holding|fading|averaging\ down|adding|selling|scalping|trading|leverage|that\ trade|this\ trade)\b
          ((?!\b(i|i'm|i'd|me|myself)\b)[^.!?;]){0,40}\b(is|was|'s|be|feels|felt|seems|seemed|looks|looked)\ (like\ |pure\ |just\ |basically\ |total\ )?suicid(e|al)\b
        | \b(not|n't)\ (feeling\ )?suicidal\b
        | \bkill\ (the|this|that|my|your)\ (position|positions|trade|trades|order|orders|account|algo|bot|process|switch|zone|chart)\b
        | \bdead\ cat\b | \bdead\ money\b
        | 自杀式 | 上吊线 | 跳楼(价|大甩卖|甩卖|式|行情|出货|般|机)
        | (做空|做多|抄底|追高|追涨|满仓|加仓|重仓|杠杆|扛单|逆势|接飞刀)[^。！？!?；;，,我想]{0,8}(是|等于|无异于|像|跟|如同|算)[^。！？!?；;，,我想]{0,4}自杀
        | 想死(扛|拿|守|磕|盯|等|抱|捂|你|猪|多|空|套)
        | 天台(见|排队|吹风|集合) | 死(扛|叉|猫|拿|多头|空头)
        """, Options)]
    public static partial Regex Slang();

    /// <summary>Explicit, coded, indirect and third-party phrases in English.</summary>
    [GeneratedRegex("""
        \b(kill|killing|killed|hang|hanging|drown|drowning|poison|poisoning|shoot|shooting|hurt|hurting|harm|harming|cut|cutting|unalive|unaliving|off|offing)\ my\ ?self\b
        | \b(kill|killing|hang|hanging|shoot|shooting|hurt|harm)\ (himself|herself|themself)\b
        | \b(wants?|wanted|going|gonna|tried|trying|threaten(s|ed|ing)?|planning|plans|might|about)\b[^.!?]{0,20}\b(kill|killing|hurt|hurting|harm|harming)\ themselves\b
        | \bsuicid(e|al|ality)\b
        | \bself[\ -]?(harm|harming|injury|injuring)\b
        | \b(end|ending|take|taking|took)\ (my|his|her|their)\ (own\ )?(life|lives)\b
        | \b(end|ending)\ it\ all\b | \bend\ things\ for\ good\b
        | \b(want|wanna|wanted|ready|like|prefer|deserve)\ (to\ )?(just\ )?(die|be\ dead)\b
        | \bi\ (just\ )?wanna\ die\b
        | \bwish(ed|ing)?\ (that\ )?i\ (was|were|am|'m|had\ been)\ (dead|never\ born|not\ alive)\b | \bwish\ i(\ had|'d)?\ never\ been\ born\b | \bwish\ i\ could\ (just\ )?die\b
        | \b(i'm|i\ am|i'd\ be|i\ would\ be|be)\ better\ off\ dead\b | \bbetter\ off\ without\ me\b
        | \b(do\ not|don't|dont|doesn't|didn't|no\ longer)\ (really\ )?(want|wanna)\ (to\ )?(live|be\ alive|be\ here|exist|go\ on\ living|wake\ up)\b
        | \b(can't|cannot|cant|can\ not)\ (go\ on\ living|live\ anymore|live\ any\ more|live\ like\ this\ any\ ?more)\b
        | \b(no|any)\ (reason|point)\ (to|in)\ (live|living|be\ alive|being\ alive|stay\ alive|go\ on\ living)\b
        | \bnothing\ (left\ )?to\ live\ for\b
        | \b(tired|sick)\ of\ (living|being\ alive|life)\b
        | \blife\ (is\ not|isn't|isnt|is\ no\ longer)\ worth\ (living|it)\b | \bnot\ worth\ living\b
        | \b(gonna|going\ to|want\ to|wanna|might|imma|ima|i'll|just|about\ to|literally)\ kms\b
        | \bunalive\b
        | \b(highest|tallest|nearest)\ (bridge|building|cliff|rooftop|roof)\b
        | \b(i|i'm|i'll|me|to|wanna|gonna|and)\b[^.!?]{0,20}\bjump(ing)?\ (off|from|out\ of)\ (a|the|that|this|my)\ (bridge|building|roof|rooftop|balcony|window)\b
        | \bjump(ing)?\ in\ front\ of\ (a|the)\ (train|bus|car|truck|subway)\b
        | \b(how\ many|enough|all\ (the|my|of\ my))\ (sleeping\ )?pills\b | \boverdos(e|ing)\b
        | \b(slit|slitting|cut|cutting)\ (my|his|her)\ wrists?\b | \bgun\ in\ my\ mouth\b | \bnoose\b
        | \b(goodbye|farewell)\ (note|letter)s?\b | \bsay(ing)?\ goodbye\ (forever|for\ good|to\ everyone)\b
        | \b(no\ ?one|nobody)\ (would|will|'d)\ (even\ )?(miss\ me|notice\ if\ i\ (was|were)\ gone)\b
        | \bwon't\ be\ (here|around)\ (tomorrow|much\ longer|anymore|any\ more)\b
        """, Options)]
    public static partial Regex English();

    /// <summary>The same in Chinese.</summary>
    [GeneratedRegex("""
        自杀 | 轻生 | 自残 | 自伤 | 自尽 | 自我了断 | 自我了结 | 寻短见 | 寻死 | 求死
        | 不想(再)?活 | 活不下去 | 活(着|得)(真|太|好|也)?(没意思|没劲|没有意义|没意义|没什么意思|累了) | 没有活(着|下去)的 | 没(有)?理由活
        | (?<!不)想(要|去)?死(?!心) | 不如(去)?死 | 死了算了 | 死了(就|才)?(解脱|好了|一了百了) | 一死了之 | 一了百了 | 以死(谢罪|解脱)
        | 我(真想|好想|要|就|只能)去死
        | (结束|了结|了断|放弃)(我|自己|我自己|他|她)?(的)?(这条|这)?(生命|性命|一生|命)
        | (想|要|去|准备|打算|只能|真想|恨不得|差点|考虑)[^。！？!?，,]{0,4}(跳楼|跳桥|跳河|跳江|跳海|卧轨|上吊|割腕|烧炭|喝农药)
        | (从|在)[^。！？!?]{0,6}(天台|楼顶|桥上|窗户|阳台)[^。！？!?]{0,6}跳(下|了) | 割腕 | 吞(下)?(了)?(一瓶|整瓶|大量|很多)?安眠药 | (一瓶|整瓶|很多|攒了?)安眠药
        | 遗书 | 伤害(我)?自己 | 弄死(我)?自己 | 杀(了|死)(我)?自己
        | (不想|不愿意?)(再)?(醒来|醒过来|存在) | (离开|告别|消失在)(这个|这)(世界|人世) | (没有|没)我(大家|他们|家人|家里人?|孩子|爸妈|父母|老婆|老公)?(会|就|都|反而)?(更好|过得更好|轻松)
        """, Options)]
    public static partial Regex Chinese();
}
