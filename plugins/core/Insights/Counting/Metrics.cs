namespace AIWendy.Plugins.Insights.Counting;

/// <summary>What is counted. The names stand in the database and stay stable.</summary>
internal static class Metrics
{
    public const string SignUps = "sign_ups";
    public const string SignIns = "sign_ins";
    public const string Conversations = "conversations";

    /// <summary>Messages of people, by coach.</summary>
    public const string Messages = "messages";

    /// <summary>Imports, by format.</summary>
    public const string Imports = "imports";

    public const string Executions = "executions";

    /// <summary>Reports, by type.</summary>
    public const string Reports = "reports";

    /// <summary>Calls to models, by kind of connection.</summary>
    public const string ModelCalls = "model_calls";

    /// <summary>Tokens of questions and answers together, by kind of connection.</summary>
    public const string ModelTokens = "model_tokens";

    /// <summary>Calls to models that failed, by code of the error.</summary>
    public const string ModelErrors = "model_errors";
}

/// <summary>Something to add to a day.</summary>
/// <param name="Metric">One of <see cref="Metrics"/>.</param>
/// <param name="Key">What it is split by, or empty.</param>
/// <param name="Count">How much to add.</param>
internal readonly record struct Increment(string Metric, string Key, long Count);
