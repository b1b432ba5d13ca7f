using System.Collections.Concurrent;
using System.Text.Json;
using AIWendy.Sdk;
using NJsonSchema;
using NJsonSchema.Validation;

namespace AIWendy.Host.Settings;

/// <summary>Holds settings against the JSON Schema of a manifest.</summary>
internal sealed class SettingsSchema
{
    private readonly ConcurrentDictionary<string, Task<JsonSchema>> parsed = new(StringComparer.Ordinal);

    /// <summary>Checks settings.</summary>
    /// <param name="schema">The schema; null allows any object.</param>
    /// <param name="json">The settings.</param>
    /// <exception cref="ProblemException">400 <c>settings_invalid</c> that names every field that does not fit.</exception>
    public async Task CheckAsync(JsonElement? schema, string json)
    {
        if (schema is not { } document)
        {
            return;
        }

        JsonSchema rules = await parsed.GetOrAdd(document.GetRawText(), static text => JsonSchema.FromJsonAsync(text));
        ICollection<ValidationError> errors = rules.Validate(json);
        if (errors.Count == 0)
        {
            return;
        }

        Dictionary<string, string[]> fields = Flatten(errors)
            .GroupBy(error => Path(error.Path), error => Sentence(error), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Distinct().ToArray(), StringComparer.Ordinal);
        throw new ProblemException(400, "settings_invalid", "Some settings do not have the form that the plugin expects.") { Errors = fields };
    }

    /// <summary>Errors below an alternative say more than that no alternative fits.</summary>
    private static IEnumerable<ValidationError> Flatten(IEnumerable<ValidationError> errors) => errors.SelectMany(error =>
        error is ChildSchemaValidationError { Errors.Count: > 0 } parent ? Flatten(parent.Errors.Values.SelectMany(children => children)) : [error]);

    /// <summary><c>#/a.b[0]</c> as <c>$.a.b[0]</c>.</summary>
    private static string Path(string? path)
    {
        string rest = (path ?? string.Empty).TrimStart('#').TrimStart('/');
        return rest.Length == 0 ? "$" : "$." + rest.Replace('/', '.');
    }

    private static string Sentence(ValidationError error)
    {
        JsonSchema? schema = error.Schema;
        return error.Kind switch
        {
            ValidationErrorKind.PropertyRequired => "This setting is required.",
            ValidationErrorKind.NoAdditionalPropertiesAllowed => "There is no such setting.",
            ValidationErrorKind.NotInEnumeration => $"The value must be one of: {string.Join(", ", schema.Enumeration)}.",
            ValidationErrorKind.NumberTooSmall => FormattableString.Invariant($"The value must be at least {schema.Minimum}."),
            ValidationErrorKind.NumberTooBig => FormattableString.Invariant($"The value must be at most {schema.Maximum}."),
            ValidationErrorKind.StringTooShort => FormattableString.Invariant($"The text must have at least {schema.MinLength} characters."),
            ValidationErrorKind.StringTooLong => FormattableString.Invariant($"The text must have at most {schema.MaxLength} characters."),
            ValidationErrorKind.TooManyItems => FormattableString.Invariant($"There must be at most {schema.MaxItems} entries."),
            ValidationErrorKind.TooFewItems => FormattableString.Invariant($"There must be at least {schema.MinItems} entries."),
            ValidationErrorKind.PatternMismatch => "The text does not have the expected form.",
            ValidationErrorKind.StringExpected => "A text is expected.",
            ValidationErrorKind.IntegerExpected => "A whole number is expected.",
            ValidationErrorKind.NumberExpected => "A number is expected.",
            ValidationErrorKind.BooleanExpected => "true or false is expected.",
            ValidationErrorKind.ArrayExpected => "A list is expected.",
            ValidationErrorKind.ObjectExpected => "An object is expected.",
            _ => "The value does not have the expected form.",
        };
    }
}
