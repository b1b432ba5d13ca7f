namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>Reads the words for what became of an order.</summary>
internal static class StatusText
{
    private static readonly string[] Done =
        ["filled", "fill", "executed", "complete", "done", "traded", "closed", "success", "settled", "matched", "ok", "confirmed", "ausgeführt", "exécut", "ejecutad", "executad", "eseguit", "uitgevoerd", "成交", "已成", "完成", "約定", "체결", "исполнен"];

    private static readonly string[] NotDone =
        ["unfilled", "notfilled", "cancel", "reject", "expire", "working", "pending", "open", "new", "inactive", "failed", "error", "deleted", "queued", "accepted", "storniert", "gestrichen", "annul", "cancelad", "rechazad", "未成", "撤", "废", "取消", "失败", "失効", "待"];

    /// <summary>Whether an order was filled, at least in part; <see langword="null"/> when the word is not known.</summary>
    public static bool? IsDone(string text)
    {
        string word = Headings.Normalise(text);
        if (word.Length == 0)
        {
            return null;
        }

        if (word.Contains("partial", StringComparison.Ordinal) || word.Contains("部分成交", StringComparison.Ordinal))
        {
            return true;
        }

        return NotDone.Any(part => word.Contains(part, StringComparison.Ordinal)) ? false : Done.Any(part => word.Contains(part, StringComparison.Ordinal)) ? true : null;
    }
}
