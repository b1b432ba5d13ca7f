using System.Text.Json;
using System.Text.Json.Serialization;
using AIWendy.Plugins.Insights.Reporting;

namespace AIWendy.Plugins.Insights;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(InsightsSettings))]
[JsonSerializable(typeof(UsageView))]
internal sealed partial class InsightsJsonContext : JsonSerializerContext;
