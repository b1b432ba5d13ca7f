using AIWendy.Sdk.Localization;

namespace AIWendy.Sdk.Coaching;

/// <summary>
/// Extension point: a coach. Contribute one with <c>plugin.AddCoach(new Coach(...))</c>; it appears in the list of
/// coaches as long as the plugin is active.
/// </summary>
/// <param name="Id">Lower-case kebab case, unique in the installation.</param>
/// <param name="Name">What people see.</param>
public sealed record Coach(string Id, Text Name)
{
    /// <summary>How the coach talks; also picks the tile's look.</summary>
    public CoachStyle Style { get; init; } = CoachStyle.Empathetic;

    /// <summary>One sentence for the list of coaches.</summary>
    public required Text Description { get; init; }

    /// <summary>The system prompt. The host adds language, safety and evidence rules after it.</summary>
    public required Text Prompt { get; init; }

    /// <summary>Questions that a new conversation offers, at most six.</summary>
    public IReadOnlyList<Text> Starters { get; init; } = [];

    /// <summary>What the coach may read through tools.</summary>
    public DataScope May { get; init; } = DataScope.JournalSummary | DataScope.Trades;

    /// <summary>Sampling temperature from 0 to 2, or <see langword="null"/> for the model's default.</summary>
    public float? Temperature { get; init; }
}

/// <summary>A coach's manner.</summary>
public enum CoachStyle
{
    /// <summary>Warm and validating.</summary>
    Empathetic,

    /// <summary>Blunt about rules.</summary>
    Disciplined,

    /// <summary>Works with numbers.</summary>
    Analytical,

    /// <summary>Builds energy and goals.</summary>
    Motivational,

    /// <summary>Asks rather than tells.</summary>
    Socratic,
}

/// <summary>Kinds of a user's data that a coach may read.</summary>
[Flags]
public enum DataScope
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Figures over the journal.</summary>
    JournalSummary = 1,

    /// <summary>Single trades.</summary>
    Trades = 2,

    /// <summary>Findings about behaviour.</summary>
    Behaviour = 4,

    /// <summary>Documents of the knowledge base.</summary>
    Knowledge = 8,

    /// <summary>Notes and moods.</summary>
    Notes = 16,
}

/// <summary>Adds coaches and their tools to a plugin.</summary>
public static class CoachingPluginBuilderExtensions
{
    /// <summary>Contributes a coach.</summary>
    public static IPluginBuilder AddCoach(this IPluginBuilder plugin, Coach coach) => plugin.AddExtension(coach);

    /// <summary>Contributes a tool that coaches may call.</summary>
    public static IPluginBuilder AddTool<TTool>(this IPluginBuilder plugin) where TTool : class, ICoachTool =>
        plugin.AddExtension<ICoachTool, TTool>();
}
