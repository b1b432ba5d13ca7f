using AIWendy.Plugins.Coaching.Personas;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Coaching.Rules;

/// <summary>What holds for every coach, also for those of other plugins: language, evidence, limits, safety, data.</summary>
internal static class CommonRules
{
    private static readonly Text Rules = EmbeddedText.Load("Rules/common");

    public static string For(string language) => Rules.For(language).Trim();
}
