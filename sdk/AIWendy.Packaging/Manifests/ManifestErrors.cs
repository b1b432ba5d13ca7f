using NJsonSchema.Validation;

namespace AIWendy.Packaging.Manifests;

/// <summary>Turns a schema violation into a sentence.</summary>
internal static class ManifestErrors
{
    public static string Describe(ValidationError error)
    {
        string where = error.Path is { Length: > 2 } path ? path[2..] : "plugin.json";
        return error.Kind switch
        {
            ValidationErrorKind.PropertyRequired => $"plugin.json lacks the property \"{error.Property}\".",
            ValidationErrorKind.NoAdditionalPropertiesAllowed => $"plugin.json does not know the property \"{error.Property}\".",
            ValidationErrorKind.PatternMismatch => $"The value of \"{where}\" in plugin.json has the wrong form.",
            ValidationErrorKind.NotInEnumeration => $"The value of \"{where}\" in plugin.json is none of the allowed ones.",
            ValidationErrorKind.StringTooShort or ValidationErrorKind.StringTooLong => $"The text of \"{where}\" in plugin.json has the wrong length.",
            ValidationErrorKind.StringExpected => $"\"{where}\" in plugin.json must be a text.",
            ValidationErrorKind.ObjectExpected => $"\"{where}\" in plugin.json must be an object.",
            ValidationErrorKind.ArrayExpected => $"\"{where}\" in plugin.json must be a list.",
            ValidationErrorKind.BooleanExpected => $"\"{where}\" in plugin.json must be true or false.",
            _ => $"\"{where}\" in plugin.json is not allowed: {error.Kind}.",
        };
    }
}
