using System.Text.Json;
using System.Text.Json.Serialization;
using AIWendy.Plugins.Analytics.Endpoints;
using AIWendy.Plugins.Analytics.Sinks;

namespace AIWendy.Plugins.Analytics;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(AnalyticsSettings))]
[JsonSerializable(typeof(ConsentView))]
[JsonSerializable(typeof(Choice))]
[JsonSerializable(typeof(DeliveryView))]
[JsonSerializable(typeof(MixpanelAnswer))]
internal sealed partial class AnalyticsJsonContext : JsonSerializerContext;
