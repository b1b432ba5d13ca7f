namespace AIWendy.Plugins.Insights.Reporting;

/// <summary>Usage in a period.</summary>
/// <param name="From">First day, in UTC.</param>
/// <param name="To">Last day, in UTC.</param>
/// <param name="People">People who did something in the period, each once.</param>
/// <param name="Totals">Sums over the period.</param>
/// <param name="Days">Every day of the period, oldest first, also those on which nothing happened.</param>
/// <param name="Coaches">Messages by coach, most first.</param>
/// <param name="Models">Calls by kind of model, most first.</param>
/// <param name="Formats">Imports by format, most first.</param>
/// <param name="Errors">Failed calls to models by code, most first.</param>
/// <param name="RetentionDays">How long figures are kept.</param>
internal sealed record UsageView(
    DateOnly From,
    DateOnly To,
    int People,
    UsageTotals Totals,
    IReadOnlyList<UsageDay> Days,
    IReadOnlyList<UsageShare> Coaches,
    IReadOnlyList<ModelShare> Models,
    IReadOnlyList<UsageShare> Formats,
    IReadOnlyList<UsageShare> Errors,
    int RetentionDays);

/// <summary>Sums over a period.</summary>
internal sealed record UsageTotals(
    long SignUps, long SignIns, long Conversations, long Messages, long Imports, long Executions, long Reports, long ModelCalls, long ModelTokens, long Errors);

/// <summary>One day.</summary>
internal sealed record UsageDay(DateOnly Day, int People, long Messages, long Imports, long ModelCalls, long Errors);

/// <summary>One part of a sum.</summary>
/// <param name="Key">Id of a coach or format, or code of an error.</param>
/// <param name="Name">What people call it, in the caller's language; null for what is not there any more or has no name.</param>
/// <param name="Count">How often.</param>
internal sealed record UsageShare(string Key, string? Name, long Count);

/// <summary>Use of one kind of model.</summary>
internal sealed record ModelShare(string Kind, long Calls, long Tokens);
