using System.Collections.Concurrent;
using System.Text.Json;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;
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

        Dictionary<string, Text[]> fields = Flatten(errors)
            .GroupBy(error => Path(error.Path), error => Sentence(error), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Distinct().ToArray(), StringComparer.Ordinal);
        throw new ProblemException(400, "settings_invalid", Text.Of("Some settings do not have the form that the plugin expects.", "有些设置的格式不符合插件的要求。"))
        {
            Errors = fields.ToDictionary(field => field.Key, field => field.Value.Select(text => text.En).ToArray(), StringComparer.Ordinal),
            FieldTexts = fields,
        };
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

    private static Text Sentence(ValidationError error)
    {
        JsonSchema? schema = error.Schema;
        return error.Kind switch
        {
            ValidationErrorKind.PropertyRequired => Text.Of("This setting is required.", "这项设置必填。"),
            ValidationErrorKind.NoAdditionalPropertiesAllowed => Text.Of("There is no such setting.", "没有这项设置。"),
            ValidationErrorKind.NotInEnumeration => Text.Of($"The value must be one of: {string.Join(", ", schema.Enumeration)}.", $"只能是以下之一：{string.Join(", ", schema.Enumeration)}。"),
            ValidationErrorKind.NumberTooSmall => Text.Of(FormattableString.Invariant($"The value must be at least {schema.Minimum}."), FormattableString.Invariant($"不能小于 {schema.Minimum}。")),
            ValidationErrorKind.NumberTooBig => Text.Of(FormattableString.Invariant($"The value must be at most {schema.Maximum}."), FormattableString.Invariant($"不能大于 {schema.Maximum}。")),
            ValidationErrorKind.StringTooShort => Text.Of(FormattableString.Invariant($"The text must have at least {schema.MinLength} characters."), FormattableString.Invariant($"至少 {schema.MinLength} 个字符。")),
            ValidationErrorKind.StringTooLong => Text.Of(FormattableString.Invariant($"The text must have at most {schema.MaxLength} characters."), FormattableString.Invariant($"最多 {schema.MaxLength} 个字符。")),
            ValidationErrorKind.TooManyItems => Text.Of(FormattableString.Invariant($"There must be at most {schema.MaxItems} entries."), FormattableString.Invariant($"最多 {schema.MaxItems} 项。")),
            ValidationErrorKind.TooFewItems => Text.Of(FormattableString.Invariant($"There must be at least {schema.MinItems} entries."), FormattableString.Invariant($"至少 {schema.MinItems} 项。")),
            ValidationErrorKind.PatternMismatch => Text.Of("The text does not have the expected form.", "文本的格式不对。"),
            ValidationErrorKind.StringExpected => Text.Of("A text is expected.", "需要一段文本。"),
            ValidationErrorKind.IntegerExpected => Text.Of("A whole number is expected.", "需要一个整数。"),
            ValidationErrorKind.NumberExpected => Text.Of("A number is expected.", "需要一个数字。"),
            ValidationErrorKind.BooleanExpected => Text.Of("true or false is expected.", "需要 true 或 false。"),
            ValidationErrorKind.ArrayExpected => Text.Of("A list is expected.", "需要一个列表。"),
            ValidationErrorKind.ObjectExpected => Text.Of("An object is expected.", "需要一个对象。"),
            _ => Text.Of("The value does not have the expected form.", "值的格式不对。"),
        };
    }
}
