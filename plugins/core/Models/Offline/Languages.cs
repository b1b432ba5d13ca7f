namespace AIWendy.Plugins.Models.Offline;

/// <summary>The languages of the product, and which one an answer takes.</summary>
internal static class Languages
{
    public const string English = "en";
    public const string Chinese = "zh-CN";

    /// <summary>The question's own language where it is plain, else the user's.</summary>
    public static string Choose(string question, string? preferred)
    {
        int han = question.Count(static c => c is >= '\u4e00' and <= '\u9fff');
        if (han > 0)
        {
            return Chinese;
        }

        int words = question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(static word => word.Any(char.IsAsciiLetter));
        bool isChinese = preferred?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true;
        return isChinese && words < 4 ? Chinese : English;
    }
}
