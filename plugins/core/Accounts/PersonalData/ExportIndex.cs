using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Accounts.PersonalData;

/// <summary>Counts what an export holds and shows the beginning of each table on a page that needs no program to read.</summary>
internal sealed class ExportIndex(DateTimeOffset at, string language)
{
    private const int MostShown = 100;
    private const int LongestCell = 300;

    private static readonly Text Title = Text.Of("Your data in AIWendy", "你在 AIWendy 中的数据");
    private static readonly Text Made = Text.Of("Exported", "导出时间");
    private static readonly Text Rows = Text.Of("rows", "行");
    private static readonly Text More = Text.Of("The file holds all of them; this page shows the first.", "完整内容见文件，此页仅显示开头部分。");

    private readonly List<Part> parts = [];

    public void Begin(string name) => parts.Add(new Part(name));

    public void Add(JsonObject row)
    {
        Part part = parts[^1];
        part.Count++;
        if (part.Shown.Count < MostShown)
        {
            part.Shown.Add(row.DeepClone().AsObject());
        }
    }

    public JsonArray Tables() =>
        new([.. parts.Select(part => (JsonNode)new JsonObject { ["name"] = part.Name, ["rows"] = part.Count, ["file"] = $"data/{part.Name}.jsonl" })]);

    public string Page()
    {
        StringBuilder page = new();
        string title = Title.For(language);
        page.Append(CultureInfo.InvariantCulture, $"<!doctype html><html lang=\"{language}\"><meta charset=\"utf-8\"><title>{title}</title><style>")
            .Append("body{font:14px/1.5 system-ui,sans-serif;margin:2rem;max-width:100rem}table{border-collapse:collapse;font-size:12px}")
            .Append("td,th{border:1px solid #ccc;padding:.25rem .5rem;text-align:start;vertical-align:top;max-width:30rem;overflow-wrap:anywhere}div{overflow-x:auto}</style>")
            .Append(CultureInfo.InvariantCulture, $"<h1>{title}</h1><p>{Made.For(language)}: {at:u}</p><ul>");
        foreach (Part part in parts)
        {
            page.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#{part.Name}\">{part.Name}</a>: {part.Count} {Rows.For(language)}</li>");
        }

        page.Append("</ul>");
        parts.ForEach(part => Append(page, part));
        return page.Append("</html>\n").ToString();
    }

    private void Append(StringBuilder page, Part part)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2 id=\"{part.Name}\">{part.Name}</h2><p><a href=\"data/{part.Name}.jsonl\">data/{part.Name}.jsonl</a>");
        page.Append(part.Count > part.Shown.Count ? $" {More.For(language)}</p>" : "</p>");
        string[] columns = [.. part.Shown.SelectMany(row => row.Select(pair => pair.Key)).Distinct()];
        page.Append("<div><table><tr>");
        foreach (string column in columns)
        {
            page.Append("<th>").Append(WebUtility.HtmlEncode(column)).Append("</th>");
        }

        page.Append("</tr>");
        foreach (JsonObject row in part.Shown)
        {
            page.Append("<tr>");
            foreach (string column in columns)
            {
                page.Append("<td>").Append(Cell(row[column])).Append("</td>");
            }

            page.Append("</tr>");
        }

        page.Append("</table></div>");
    }

    private static string Cell(JsonNode? value)
    {
        if (value is JsonObject file && (string?)file["$file"] is { } path)
        {
            string encoded = WebUtility.HtmlEncode(path);
            return $"<a href=\"{encoded}\">{encoded}</a>";
        }

        string text = value switch
        {
            null => string.Empty,
            JsonValue single => single.ToString(),
            _ => value.ToJsonString(ArchiveJson.Compact),
        };
        return WebUtility.HtmlEncode(text.Length > LongestCell ? text[..LongestCell] + "…" : text);
    }

    private sealed class Part(string name)
    {
        public string Name { get; } = name;

        public int Count { get; set; }

        public List<JsonObject> Shown { get; } = [];
    }
}
