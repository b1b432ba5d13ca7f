using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AIWendy.Packaging.Manifests;

/// <summary>Writes the reference of <c>plugin.json</c> from its schema, so that the two can not differ.</summary>
public static class ManifestReference
{
    /// <summary>Languages in which the reference is written.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "zh-CN"];

    /// <summary>Path of the reference within the source tree.</summary>
    public static string PathOf(string language) => $"docs/{language}/plugins/manifest.md";

    /// <summary>The page as Markdown.</summary>
    /// <param name="language">One of <see cref="Languages"/>.</param>
    public static string Write(string language)
    {
        using Stream stream = typeof(ManifestReference).Assembly.GetManifestResourceStream("plugin.schema.json")
            ?? throw new InvalidOperationException("The library was built without plugin.schema.json.");
        using JsonDocument schema = JsonDocument.Parse(stream);
        Words words = language == "zh-CN" ? Words.Chinese : Words.English;
        StringBuilder page = new();
        page.Append(CultureInfo.InvariantCulture, $"# {words.Title}\n\n{words.Generated}\n\n{Text(schema.RootElement, words)} {words.Intro}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"## {words.Properties}\n\n{words.Required}\n\n");
        AddTable(page, schema.RootElement, words, withProject: true);
        foreach (JsonProperty property in schema.RootElement.GetProperty("properties").EnumerateObject())
        {
            if (property.Value.TryGetProperty("items", out JsonElement items) && items.TryGetProperty("properties", out _))
            {
                page.Append(CultureInfo.InvariantCulture, $"\n### `{property.Name}`\n\n");
                AddTable(page, items, words, withProject: false);
            }
        }

        page.Append(CultureInfo.InvariantCulture, $"\n## {words.Example}\n\n```json\n{schema.RootElement.GetProperty("examples")[0].GetRawText().Replace("\n    ", "\n", StringComparison.Ordinal)}\n```\n");
        return page.ToString();
    }

    private static void AddTable(StringBuilder page, JsonElement schema, Words words, bool withProject)
    {
        string[] required = schema.TryGetProperty("required", out JsonElement names) ? [.. names.EnumerateArray().Select(name => name.GetString()!)] : [];
        page.Append(CultureInfo.InvariantCulture, $"| {words.Property} |{(withProject ? $" {words.Project} |" : string.Empty)} {words.Value} | {words.Meaning} |\n");
        page.Append(withProject ? "| --- | --- | --- | --- |\n" : "| --- | --- | --- |\n");
        foreach (JsonProperty property in schema.GetProperty("properties").EnumerateObject())
        {
            string name = required.Contains(property.Name) ? $"**`{property.Name}`**" : $"`{property.Name}`";
            string project = withProject ? $" {Project(property.Value)} |" : string.Empty;
            page.Append(CultureInfo.InvariantCulture, $"| {name} |{project} {ValueOf(property.Value, words)} | {Text(property.Value, words)} |\n");
        }
    }

    private static string Project(JsonElement property) =>
        property.TryGetProperty("x-project", out JsonElement project)
            ? string.Join(", ", project.GetString()!.Split(", ").Select(name => $"`{name}`"))
            : string.Empty;

    private static string Text(JsonElement property, Words words) => property.GetProperty(words.Description).GetString()!;

    private static string ValueOf(JsonElement property, Words words)
    {
        if (property.TryGetProperty("enum", out JsonElement choices))
        {
            return string.Join(", ", choices.EnumerateArray().Select(choice => $"`{choice.GetString()}`"));
        }

        return property.GetProperty("type").GetString() switch
        {
            "array" => words.ListOf + ValueOf(property.GetProperty("items"), words),
            "object" => words.Object,
            "boolean" => "`true`, `false`",
            "integer" => words.WholeNumber,
            _ => words.Characters(Number(property, "minLength") ?? 0, Number(property, "maxLength")),
        };
    }

    private static int? Number(JsonElement property, string name) => property.TryGetProperty(name, out JsonElement value) ? value.GetInt32() : null;

    private sealed record Words(
        string Description,
        string Title,
        string Generated,
        string Intro,
        string Properties,
        string Required,
        string Property,
        string Project,
        string Value,
        string Meaning,
        string Example,
        string ListOf,
        string Object,
        string WholeNumber,
        Func<int, int?, string> Characters)
    {
        public static Words English { get; } = new(
            "description",
            "Manifest reference",
            "<!-- Made from sdk/AIWendy.Sdk/plugin.schema.json by: ./aiwendy plugin manifest-reference --write -->",
            "It is the file `plugin.json` beside the entry assembly, at most 256 KiB. With the SDK package you do not write it: the build makes it from the project file, and reports what is wrong with it. A `plugin.json` of your own beside the project file is merged in; where both state a value, yours wins.",
            "Properties",
            "Bold ones are required. The second column names what sets them in the project file: a property, or an item such as `<PluginPermission Include=\"position-size.use\" />`. Other properties are refused.",
            "Property",
            "Project file",
            "Value",
            "Meaning",
            "Example",
            "list: ",
            "object",
            "whole number",
            (least, most) => (least, most) switch
            {
                (_, null) => "text",
                (0, _) => FormattableString.Invariant($"text, at most {most} characters"),
                _ => FormattableString.Invariant($"text, {least} to {most} characters"),
            });

        public static Words Chinese { get; } = new(
            "x-description-zh",
            "清单参考",
            "<!-- 由 sdk/AIWendy.Sdk/plugin.schema.json 生成：./aiwendy plugin manifest-reference --write -->",
            "它就是入口程序集旁边的 `plugin.json`，不超过 256 KiB。使用 SDK 包时不用自己写：构建会根据项目文件生成它，并指出问题。项目文件旁边如果有你自己的 `plugin.json`，会合并进去；两边都写了同一个值时，以你的为准。",
            "属性",
            "粗体的必填。第二列是在项目文件里设置它的名称：一个属性，或者像 `<PluginPermission Include=\"position-size.use\" />` 这样的项。其他属性会被拒绝。",
            "属性",
            "项目文件",
            "值",
            "含义",
            "示例",
            "列表：",
            "对象",
            "整数",
            (least, most) => (least, most) switch
            {
                (_, null) => "文本",
                (0, _) => FormattableString.Invariant($"文本，最多 {most} 个字符"),
                _ => FormattableString.Invariant($"文本，{least} 到 {most} 个字符"),
            });
    }
}
