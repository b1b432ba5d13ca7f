using System.Text.RegularExpressions;

namespace AIWendy.Plugins.Models.Offline;

/// <summary>Recognises intents by patterns. The first match in the order of the table wins: the specific before the general.</summary>
internal static partial class IntentDetector
{
    private static readonly (Intent Intent, Func<Regex> Pattern)[] Table =
    [
        (Intent.WhoAreYou, WhoAreYou),
        (Intent.Capabilities, Capabilities),
        (Intent.Import, Import),
        (Intent.Advice, Advice),
        (Intent.AfterLoss, AfterLoss),
        (Intent.WinRate, WinRate),
        (Intent.ProfitFactor, ProfitFactor),
        (Intent.Expectancy, Expectancy),
        (Intent.Payoff, Payoff),
        (Intent.Drawdown, Drawdown),
        (Intent.Fomo, Fomo),
        (Intent.WorstTrades, WorstTrades),
        (Intent.BestTrades, BestTrades),
        (Intent.WhyLosing, WhyLosing),
        (Intent.Sizing, Sizing),
        (Intent.Overtrading, Overtrading),
        (Intent.Exits, Exits),
        (Intent.Tilt, Tilt),
        (Intent.Fear, Fear),
        (Intent.Discipline, Discipline),
        (Intent.OffTopic, OffTopic),
        (Intent.RecentTrades, RecentTrades),
        (Intent.Overview, Overview),
        (Intent.Thanks, Thanks),
        (Intent.Greeting, Greeting),
    ];

    /// <summary>What a text is about.</summary>
    public static Intent Detect(string text)
    {
        // Somebody whose last question failed sends the next one below it.
        int last = text.TrimEnd().LastIndexOf("\n\n", StringComparison.Ordinal);
        Intent found = last >= 0 ? Match(text[last..]) : Intent.Unclear;
        return found != Intent.Unclear ? found : Match(text);
    }

    private static Intent Match(string text)
    {
        foreach ((Intent intent, Func<Regex> pattern) in Table)
        {
            if (pattern().IsMatch(text))
            {
                return intent;
            }
        }

        return Intent.Unclear;
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\b(who|what) are you\b|\bare you (an? )?(ai|human|real|bot|robot|person|chatgpt|gpt|claude|llm|language model)|\bwhat (model|ai|llm) (are|is|do)\b|你是谁|你是什么|你是(不是)?(个|一个)?(真人|机器人|人工智能|AI|语言模型)|你用的(是)?什么模型|哪个模型", Options)]
    private static partial Regex WhoAreYou();

    [GeneratedRegex(@"\bwhat (can|do) you (do|know|help|offer)|\bhow (can|do) you (help|work)|\bwhat (can|should|could) i ask|^\s*help\b|你能(做|干|帮)|你会(做)?什么|怎么用|有什么功能|我(可以|能)问(你)?什么|^\s*帮助", Options)]
    private static partial Regex Capabilities();

    [GeneratedRegex(@"\bhow (do|can|to)\b.{0,30}\b(import|upload|add|load)\b|\b(import|upload)\b.{0,20}\b(trades?|csv|file|export)\b|\bsample trades\b|怎么(样)?(导入|上传|添加)|如何(导入|上传|添加)|导入(交易|数据|文件)|示例交易", Options)]
    private static partial Regex Import();

    [GeneratedRegex(@"\b(should|shall|can|would|do) (i|you|we)\b.{0,24}\b(buy|sell|short|long|hold|enter|exit|invest|add to|get (in|out))\b|\bwhat (should|do|would|stock|stocks|coin|coins) (i |you |to )?(buy|sell|trade)\b|\b(is|are) .{1,40}\b(a (good )?(buy|sell|short|long)|going (up|down|to (rise|fall|crash|moon)))\b|\b(will|would|where (is|will)) .{1,40}\b(go(ing)? (up|down)|rise|fall|crash|rally|moon|head(ed|ing)?)\b|\b(price target|stock tip|hot tip|signals?)\b.{0,30}\?|\b(predict|forecast)|\b(buy|sell|short|long) .{0,20}\bnow\b|(该|应该|要不要|能不能|可不可以|可以|适合|值得)(现在|今天|明天)?(买|卖|做多|做空|加仓|减仓|抄底|入手|进场|持有|拿着|清仓)|(会|能)(不会)?(涨|跌|反弹|暴涨|暴跌)(吗|么|到|多少)|(推荐|荐).{0,8}(股票|币|标的|品种|个股)|目标价|(预测|预判)|(买|卖)(什么|哪个|哪只|哪支|点啥)", Options)]
    private static partial Regex Advice();

    [GeneratedRegex(@"\bafter (a|my|each|every|the|any|one|big|taking a?|losing)? ?(bad |big |single )?(loss|losses|losing|loser|losers|stop)|\brevenge|\bre-?ent(er|ry|ries)|\bmake (it|the money) back|\bwin (it|the money) back|\bget (it|my money) back|\bchas(e|ing) (my )?loss|\blosing streak|(亏|输|止损|亏损)(了|完|掉)?(一笔|一单|钱)?(之后|以后|后|完)|报复(性)?(交易)?|再次(入场|进场)|回本|扳回|翻本|追损|连亏|连续亏损", Options)]
    private static partial Regex AfterLoss();

    [GeneratedRegex(@"\bwin(ning)?[- ]?(rate|ratio|percent(age)?)|\bhit rate|\bhow often (do|did) i win|\bbatting average|胜率|赢率|多久赢|赢的(次数|比例)", Options)]
    private static partial Regex WinRate();

    [GeneratedRegex(@"\bprofit factor|\bpf\b|盈利因子|盈亏比|获利因子|利润因子", Options)]
    private static partial Regex ProfitFactor();

    [GeneratedRegex(@"\bexpectanc|\bexpected value|\b(do i have|have i got|is there) an? edge|\bmy edge\b|\bper trade\b|期望(值|收益)?|每笔(平均|期望)|平均每笔|有没有优势", Options)]
    private static partial Regex Expectancy();

    [GeneratedRegex(@"\b(average|avg|mean|typical) (win|loss|winner|loser|profit)|\bpayoff|\brisk[ /:-]*(to[ -])?reward|\breward[ /:-]*(to[ -])?risk|\br:?r\b|\b(wins?|winners?) (are )?(smaller|bigger|larger) than|\bcut(ting)? (my )?(winners|profits)|平均(盈利|亏损|每笔盈利|每笔亏损)|赚小亏大|赚得少亏得多|风险回报|风报比|盈亏大小", Options)]
    private static partial Regex Payoff();

    [GeneratedRegex(@"\bdraw ?down|\bworst (stretch|period|run)|\bpeak to (trough|valley)|\bgave? (it |everything )?back\b|回撤|回吐|最深|最惨的(一段|时期)", Options)]
    private static partial Regex Drawdown();

    [GeneratedRegex(@"\bfomo\b|\bmiss(ing|ed)? (out|the move)|\bchas(e|ing|ed)\b|\bjump(ed|ing)? in(to)?\b|\bafraid (of|to) miss|错过|追(高|涨|单|进)|怕踏空|踏空|忍不住(进|追|开)", Options)]
    private static partial Regex Fomo();

    [GeneratedRegex(@"\b(biggest|largest|worst|most expensive|costliest|top) .{0,16}(loss|losses|losers?|losing trades?|trades?|mistakes?)\b|\bwhat (cost|hurt) me (the )?most|\bwhich trades? (cost|hurt|lost)|(最大|最惨|最差|最贵|最严重|最糟)的?.{0,6}(亏损|亏|交易|一笔|几笔|单子|错误)|亏(得)?最(多|大|惨|狠)|代价最大", Options)]
    private static partial Regex WorstTrades();

    [GeneratedRegex(@"\b(biggest|largest|best|greatest|top) .{0,16}(wins?|winners?|gains?|profits?|winning trades?)\b|\b(best|top) trades?\b|\bwhich trades? (made|won|brought|worked)|\bwhat (works|worked)\b|(最大|最好|最赚)的?.{0,6}(盈利|赢|赚|交易|一笔|几笔)|赚(得)?最(多|大)|赢(得)?最(多|大)|哪些.{0,6}(有效|赚钱)", Options)]
    private static partial Regex BestTrades();

    [GeneratedRegex(@"\bwhy\b.{0,40}\b(los|down|negative|red|bleed|fail|not (profitable|making|winning)|unprofitable|break ?even)|\b(reason|cause)s?\b.{0,30}\b(loss|losing|lose)|\b(keep|always|constantly|only) (on )?los(e|ing)|\bwhat('s| is| am i| do i)?.{0,20}\b(wrong|doing wrong|mistakes?)\b|\b(stop|quit) losing|\bwhere (do|am) i los|\bhow (do|can) i (improve|get better|become profitable|stop losing)|\blos(e|ing) (money|so much|everything)|\bi('m| am) (losing|down)\b|为(什么|啥|何).{0,16}(亏|赔|输|不赚|赚不到|不盈利)|(怎么|咋)(总是|老是|老|一直|又|会|这么)?.{0,6}(亏|赔|输)|(总是|老是|一直|老)(在)?(亏|赔|输)|亏(损)?的?(原因|在哪)|哪里(出|有)?(了)?(问题|错)|问题(出)?在哪|(怎么|如何)(才能)?(提高|改进|改善|盈利|赚钱|不亏)|我(在)?(亏钱|赔钱|亏了|赔了)", Options)]
    private static partial Regex WhyLosing();

    [GeneratedRegex(@"\b(position|trade|bet|lot)[- ]?siz|\bsizing\b|\b(my|too|right|bigger|larger|same) (size|big|large|lots)\b|\bleverage|\boversiz|\bdoubl(e|ing) (down|up)|\brisk per trade|\bhow much (to|should i|do i) risk|仓位|手数|头寸|加倍|加仓|杠杆|重仓|每笔(冒)?(多少)?风险|下注", Options)]
    private static partial Regex Sizing();

    [GeneratedRegex(@"\bover-?trad|\btoo (many|much) (trad|position|setups)|\btrad(e|ing) too (much|often|many)|\b(time|hour|part) of (the )?day|\b(which|what|best|worst) (time|hours?|day|days|weekday|session)|\bmorning|\bafternoon|\bovernight|\bhow (often|many) (do|should) i trade|\bbored|过度交易|交易(太|过于)?频繁|频繁(交易|操作)|交易太多|(什么|哪个|哪些|几点|最好的|最差的)(时间|时段|钟|小时|星期|日子)|时段|上午|下午|早盘|尾盘|手痒|无聊", Options)]
    private static partial Regex Overtrading();

    [GeneratedRegex(@"\bstop(s|ped|ping)?[- ]?(loss|losses|out)?\b.{0,30}\b(mov|wide|tight|too|hit|place|set|los|out|hold|ignor|cancel)|\b(mov|widen|ignor|cancel|remov|us|plac|sett)\w* (my |the |a )?stops?\b|\bstop[- ]?loss|\bexit(s|ed|ing)?\b|\b(let|hold|holding|held|ride|riding) (my |the |on to )?(loser|losers|losses|losing|winner|winners)|\b(take|taking|took) profit|\btoo (early|late)\b|\btarget|止损|止盈|离场|出场|平仓(太|过)|扛单|死扛|拿不住|(太早|太晚|过早|过晚)(走|跑|卖|平|出|离)", Options)]
    private static partial Regex Exits();

    [GeneratedRegex(@"\btilt|\bangr|\bfurious|\brag(e|ing)\b|\bfrustrat|\bmad at\b|\b(lost|lose|losing) (my )?(temper|control|it)\b|\bemotion|\bstress|\boverwhelm|\bburn(ed|t)? out|\bexhaust|\bupset|上头|失控|生气|愤怒|暴躁|烦躁|火大|情绪|压力|崩溃|心态|郁闷|沮丧|气死", Options)]
    private static partial Regex Tilt();

    [GeneratedRegex(@"\bfear|\bafraid|\bscared|\banxi|\bnervous|\bhesitat|\bworr(y|ied)|\bpanic|\bconfiden|\bdoubt|\bcan('t|not) pull the trigger|\bfroze|\bfreez|\bparaly[sz]|害怕|恐惧|不敢|紧张|焦虑|犹豫|担心|恐慌|慌|没(有)?信心|自信|怀疑自己", Options)]
    private static partial Regex Fear();

    [GeneratedRegex(@"\bdisciplin|\brules?\b|\bplan(s|ned|ning)?\b|\bconsisten|\broutine|\bhabit|\bimpuls|\bpatien|\bchecklist|\bself[- ]?control|纪律|规则|计划|自律|习惯|执行力|知行合一|冲动|耐心|管不住", Options)]
    private static partial Regex Discipline();

    [GeneratedRegex(@"\b(last|latest|recent|previous|newest|yesterday|today|this week|last week)\b.{0,24}\b(trades?|trading|results?|session|day|week|go|did)\b|\bhow did (i|it|my)\b|(最近|最新|昨天|今天|上周|本周|这周|上一笔|最后一笔).{0,8}(交易|做|单|表现|结果|怎么样|如何)?", Options)]
    private static partial Regex RecentTrades();

    [GeneratedRegex(@"\bhow am i (doing|performing)|\b(my |the |overall )?(statistics?|stats|performance|numbers|figures|summary|overview|result|results|metrics|p&l|pnl|profit|journal|trades|trading)\b|\bam i (profitable|making|any good)|\banaly[sz]e\b|\breview\b|\bhow much (have|did|do) i (made|make|lost|lose|earn)|(统计|表现|数据|指标|总结|概况|业绩|成绩|盈亏|收益|日志|交易)|我(做|交易)得(怎么样|如何|好不好)|赚了多少|亏了多少|分析(一下)?", Options)]
    private static partial Regex Overview();

    [GeneratedRegex(@"^\W*(thanks?|thank you|thx|ty|cheers|great|perfect|got it|appreciate it)\b|谢谢|感谢|多谢|谢了|^\W*(好的|明白了|知道了|收到)\W*$", Options)]
    private static partial Regex Thanks();

    [GeneratedRegex(@"^\W*(hi|hello|hey|hiya|good (morning|afternoon|evening)|greetings|yo|howdy)\b|^\W*(你好|您好|嗨|哈喽|早上好|下午好|晚上好|在吗|hi)", Options)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"\b(weather|recipe|cook|movie|film|song|poem|joke|football|soccer|basketball|politic|election|president|capital of|translate|code|python|javascript|homework|essay|horoscope|restaurant|travel|flight)\b|天气|菜谱|做菜|电影|歌|诗|笑话|足球|篮球|政治|总统|首都|翻译|代码|编程|作业|作文|星座|餐厅|旅游|机票", Options)]
    private static partial Regex OffTopic();
}
