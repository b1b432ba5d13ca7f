using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AIWendy.Plugins.Analytics.Capture;

/// <summary>
/// A usage event as it leaves the installation. Properties can only be numbers, truth values, versions and identifiers
/// of the product, so that nothing a person wrote can get into one.
/// </summary>
/// <param name="Name">Name at the provider.</param>
/// <param name="UserId">Who; <see cref="Guid.Empty"/> when nobody in particular. Only its pseudonym leaves.</param>
/// <param name="At">When, in UTC.</param>
internal sealed partial record UsageEvent(string Name, Guid UserId, DateTimeOffset At)
{
    private const string Other = "other";

    private readonly SortedDictionary<string, object> properties = new(StringComparer.Ordinal);

    public UsageEvent With(string key, long value) => Set(key, value);

    public UsageEvent With(string key, bool value) => Set(key, value);

    /// <summary>Adds an identifier of the product, such as a coach or a format; anything that does not look like one becomes <c>other</c>.</summary>
    public UsageEvent With(string key, string? identifier) =>
        identifier is null ? this : Set(key, Identifier().IsMatch(identifier) ? identifier : Other);

    /// <summary>The properties as JSON.</summary>
    public string ToJson()
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            writer.WriteStartObject();
            foreach ((string key, object value) in properties)
            {
                switch (value)
                {
                    case bool truth:
                        writer.WriteBoolean(key, truth);
                        break;
                    case long number:
                        writer.WriteNumber(key, number);
                        break;
                    default:
                        writer.WriteString(key, Convert.ToString(value, CultureInfo.InvariantCulture));
                        break;
                }
            }

            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private UsageEvent Set(string key, object value)
    {
        properties.Add(key, value);
        return this;
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Identifier();
}
