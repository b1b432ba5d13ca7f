using AIWendy.Sdk;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Imports;

/// <summary>Reads the fields that come with an upload.</summary>
internal static class ImportRequests
{
    /// <summary>Reads the fields.</summary>
    /// <exception cref="ProblemException">Code <c>validation_failed</c> or <c>time_zone_unknown</c>.</exception>
    public static ImportRequest Of(IReadOnlyDictionary<string, string> fields)
    {
        string? zone = Text(fields, "timeZone");
        if (zone is not null)
        {
            _ = TimeZones.Find(zone);
        }

        return new ImportRequest(AccountId(fields), zone, Currency(Text(fields, "currency")), Commit(fields), ImportChoices.Of(fields));
    }

    /// <summary>Checks a currency code.</summary>
    /// <exception cref="ProblemException">Code <c>validation_failed</c>.</exception>
    public static string? Currency(string? text)
    {
        if (text is null)
        {
            return null;
        }

        return text.Length is >= 3 and <= 5 && text.All(char.IsAsciiLetterOrDigit)
            ? text.ToUpperInvariant()
            : throw ProblemException.Invalid("currency", new Text("“currency” must be a code such as USD.", "“currency”必须是 USD 这样的代码。"));
    }

    private static string? Text(IReadOnlyDictionary<string, string> fields, string name) =>
        fields.TryGetValue(name, out string? value) && value.Length > 0 ? value : null;

    private static Guid? AccountId(IReadOnlyDictionary<string, string> fields)
    {
        if (Text(fields, "accountId") is not { } text)
        {
            return null;
        }

        return Guid.TryParse(text, out Guid id) ? id : throw ProblemException.Invalid("accountId", new Text("“accountId” must be the id of an account.", "“accountId”必须是账户的编号。"));
    }

    private static bool Commit(IReadOnlyDictionary<string, string> fields) => Text(fields, "commit") switch
    {
        null or "false" or "0" => false,
        "true" or "1" => true,
        _ => throw ProblemException.Invalid("commit", new Text("“commit” must be true or false.", "“commit”必须是 true 或 false。")),
    };
}
