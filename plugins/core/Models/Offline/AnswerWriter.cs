using System.Text;

namespace AIWendy.Plugins.Models.Offline;

/// <summary>Writes the answer to a turn from what the tools returned, in the coach's manner.</summary>
internal sealed class AnswerWriter(Turn turn)
{
    private readonly Phrasebook book = Phrasebook.For(turn.Language);
    private readonly Finding finding = Finding.Of(turn.Facts);
    private readonly List<string> paragraphs = [];

    public static string Write(Turn turn) => new AnswerWriter(turn).Write();

    private string Write()
    {
        if (Turn.HasFigures(turn.Intent) || turn.Intent == Intent.Reflection)
        {
            WriteFromJournal();
        }
        else
        {
            WriteSmallTalk();
        }

        return string.Join("\n\n", paragraphs.Where(static paragraph => paragraph.Length > 0));
    }

    private void WriteSmallTalk()
    {
        string key = turn.Intent switch
        {
            Intent.Greeting => "greeting",
            Intent.Thanks => "thanks",
            Intent.Capabilities => "capabilities",
            Intent.WhoAreYou => "whoami",
            Intent.Import => "import",
            Intent.Advice => "advice",
            Intent.OffTopic => "offtopic",
            _ => "unclear",
        };
        Paragraph(Say(key));
        if (turn.Intent is Intent.Greeting or Intent.OffTopic)
        {
            Paragraph(Say("after.smalltalk"));
        }

        if (turn.IsFirst && turn.Intent is not (Intent.Capabilities or Intent.WhoAreYou))
        {
            Paragraph(Say("disclosure"));
        }

        if (turn.Intent != Intent.Thanks)
        {
            Paragraph(Say(turn.Intent == Intent.Import ? "question.notrades" : "question.open"));
        }
    }

    private void WriteFromJournal()
    {
        if (ToolPlan.IsBlind(turn))
        {
            Paragraph(Say("notools"));
            Paragraph(Say("question.open"));
        }
        else if (turn.Facts.Figure("trades") is null)
        {
            Paragraph(Say(turn.Facts.HasFailed ? "toolfailed" : "notools"));
        }
        else if (turn.Facts.IsEmpty)
        {
            Paragraph(Say("notrades"));
            Paragraph(turn.IsFirst ? Say("disclosure") : string.Empty);
            Paragraph(Say("question.notrades"));
        }
        else
        {
            WriteFigures();
        }
    }

    private void WriteFigures()
    {
        switch (turn.Intent)
        {
            case Intent.Reflection:
                Paragraph(Say("open.reflect"));
                Paragraph(turn.Topic is Intent.Exits or Intent.Payoff or Intent.Drawdown or Intent.BestTrades or Intent.RecentTrades
                    ? [.. Payoff(), Figure("pf", "profit_factor"), Say("worst"), Say("recent"), Say("best")]
                    : [.. AfterLoss(withCost: true), .. Payoff()]);
                break;
            case Intent.AfterLoss:
                Paragraph(Say("open.why"));
                Paragraph([.. AfterLoss(withCost: true), Say("afterloss.trades"), Size()]);
                Paragraph(Say(finding.IsGain ? "overview.gain" : "overview.loss"), Payoff());
                break;
            case Intent.Fear or Intent.Tilt or Intent.Fomo:
                Paragraph(Say("open.feelings"));
                Paragraph([.. AfterLoss(withCost: true), Size(), Say("afterloss.trades")]);
                Paragraph(Say("overview.plain"), [Figure("expectancy", "expectancy")]);
                break;
            case Intent.Sizing:
                Paragraph(Say("open.figures"));
                Paragraph([Size(), .. AfterLoss(withCost: true)]);
                Paragraph([.. Payoff(), Figure("drawdown", "max_drawdown")]);
                break;
            case Intent.Overtrading:
                Paragraph(Say("open.figures"), [Say("limits.time")]);
                Paragraph([.. AfterLoss(withCost: true), Size()]);
                Paragraph(Say(finding.IsGain ? "overview.gain" : "overview.loss"), [Figure("expectancy", "expectancy")]);
                break;
            case Intent.Discipline:
                Paragraph(Say("open.figures"), [Say("limits.rules")]);
                Paragraph([.. AfterLoss(withCost: true), Size(), Say("afterloss.trades")]);
                Paragraph(Payoff());
                break;
            case Intent.Exits:
                Paragraph(Say("open.figures"), [Say("limits.stops")]);
                Paragraph([.. Payoff(), Figure("pf", "profit_factor"), Say("worst")]);
                Paragraph(Say("overview.plain"));
                break;
            default:
                WriteStatistics();
                break;
        }

        Close();
    }

    private void WriteStatistics()
    {
        string overview = Say(finding.IsGain ? "overview.gain" : "overview.loss") is { Length: > 0 } full ? full : Say("overview.plain");
        string[] wins = [overview, .. Payoff(), Figure("pf", "profit_factor")];
        switch (turn.Intent)
        {
            case Intent.Overview:
                Paragraph(Say("open.figures"));
                Paragraph([.. wins, Figure("expectancy", "expectancy"), Figure("drawdown", "max_drawdown")]);
                Paragraph(AfterLoss(withCost: false));
                break;
            case Intent.WinRate:
                Paragraph(Say("open.figures"));
                Paragraph([Figure("winrate", "win_rate"), .. Payoff(), Figure("pf", "profit_factor"), Figure("expectancy", "expectancy"), Say("overview.plain")]);
                break;
            case Intent.ProfitFactor or Intent.Expectancy:
                Paragraph(Say("open.figures"));
                Paragraph([Figure("pf", "profit_factor"), Figure("expectancy", "expectancy"), .. Payoff(), overview]);
                break;
            case Intent.Payoff:
                Paragraph(Say("open.figures"));
                Paragraph([.. Payoff(), Figure("winrate", "win_rate"), Figure("pf", "profit_factor"), Say("worst")]);
                break;
            case Intent.Drawdown:
                Paragraph(Say("open.figures"));
                Paragraph([Figure("drawdown", "max_drawdown"), Say("worst"), Figure("expectancy", "expectancy")]);
                Paragraph([overview, .. Payoff()]);
                break;
            case Intent.WorstTrades:
                Paragraph(Say("open.figures"));
                Paragraph([Say("worst"), .. Payoff(), .. AfterLoss(withCost: true)]);
                Paragraph(overview);
                break;
            case Intent.BestTrades:
                Paragraph(Say("open.figures"));
                Paragraph([Say("best"), .. Payoff(), Figure("pf", "profit_factor"), overview]);
                break;
            case Intent.RecentTrades:
                Paragraph(Say("open.figures"));
                Paragraph([Say("recent"), overview, Figure("expectancy", "expectancy"), .. Payoff()]);
                break;
            default:
                Paragraph(Say("open.why"));
                Paragraph(wins);
                Paragraph([.. AfterLoss(withCost: true), finding.Size == "up" ? Size() : string.Empty, Say("worst")]);
                break;
        }
    }

    /// <summary>What it means, how sure that is, who is talking, and one question.</summary>
    private void Close()
    {
        string lens = turn.Intent switch
        {
            Intent.Sizing => finding.Size == "up" ? "size" : "plain",
            Intent.Exits or Intent.Payoff or Intent.WinRate or Intent.ProfitFactor or Intent.Expectancy => finding.LossesAreLarger ? "payoff" : "plain",
            Intent.Drawdown or Intent.BestTrades or Intent.RecentTrades or Intent.Overview => "plain",
            _ => finding.Lens,
        };
        string caution = finding.IsLowSample ? Say("lowsample") : turn.IsFirst ? string.Empty : Say("cause");
        Paragraph(Say("lens." + lens), [caution]);
        Paragraph(turn.IsFirst ? Say("disclosure") : string.Empty);
        Paragraph(Say(turn.Intent switch
        {
            Intent.Fear or Intent.Tilt or Intent.Fomo => "question.feelings",
            Intent.Sizing => "question.size",
            Intent.Overtrading or Intent.Discipline => "question.plan",
            Intent.Exits or Intent.Payoff => "question.payoff",
            Intent.Drawdown => "question.drawdown",
            Intent.WorstTrades or Intent.BestTrades or Intent.RecentTrades => "question.trades",
            Intent.WinRate or Intent.ProfitFactor or Intent.Expectancy or Intent.Overview => "question.general",
            Intent.AfterLoss => "question.loss",
            _ => lens switch { "reentry" => "question.loss", "size" => "question.size", "payoff" => "question.payoff", _ => "question.general" },
        }));
    }

    private string[] AfterLoss(bool withCost)
    {
        if (finding.Reentry is null)
        {
            return [];
        }

        string rates = Say("afterloss." + finding.Reentry) is { Length: > 0 } full ? full : Say("afterloss.bare");
        string cost = !withCost || finding.Reentry == "few" ? string.Empty
            : Say("afterloss.cost") is { Length: > 0 } both ? both : Say("afterloss.net");
        return [rates, cost];
    }

    private string[] Payoff()
    {
        string[] ids = ["average_win", "average_loss"];
        string? undefined = ids.FirstOrDefault(id => turn.Facts.Figure(id) is { Value: null });
        return [undefined is null ? Say(finding.LossesAreLarger ? "payoff.losses_larger" : "payoff.wins_larger") : Undefined("payoff", undefined)];
    }

    private string Size() => finding.Size is null ? string.Empty : Say("size." + finding.Size);

    /// <summary>A sentence about a figure, or the reason why it has no value.</summary>
    private string Figure(string key, string id) =>
        turn.Facts.Figure(id) is { Value: null } ? Undefined(id, id) : Say(key);

    private string Undefined(string label, string id)
    {
        string reason = "undefined." + turn.Facts.Figure(id)!.Reason;
        string key = book.Find(reason, turn.Style).Count > 0 ? reason : "undefined.other";
        return Say(key, Say("label." + label));
    }

    /// <summary>One of the ways to say something that can be said with the figures at hand; empty when none can.</summary>
    private string Say(string key, string? label = null)
    {
        IReadOnlyList<string> ways = book.Find(key, turn.Style);
        uint start = turn.Seed;
        foreach (char letter in key)
        {
            start = (start * 31) + letter;
        }

        for (int i = 0; i < ways.Count; i++)
        {
            if (Template.Fill(ways[(int)((start + (uint)i) % (uint)ways.Count)], turn.Facts, turn.Language, label) is { } text)
            {
                return text;
            }
        }

        return string.Empty;
    }

    private void Paragraph(string first, string[]? rest = null) => Paragraph([first, .. rest ?? []]);

    private void Paragraph(string[] sentences)
    {
        StringBuilder text = new();
        foreach (string sentence in sentences.Where(sentence => sentence.Length > 0))
        {
            // Chinese sentences stand side by side without a space.
            text.Append(text.Length > 0 && turn.Language != Languages.Chinese ? " " : string.Empty).Append(sentence);
        }

        paragraphs.Add(text.ToString());
    }
}
