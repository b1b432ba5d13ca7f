using System.Text.Json;
using System.Text.Json.Serialization;
using AIWendy.Plugins.Journal.Coaching;
using AIWendy.Plugins.Journal.Endpoints;

namespace AIWendy.Plugins.Journal;

/// <summary>JSON of what is computed from trades.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(BreakdownBody))]
[JsonSerializable(typeof(MonteCarloBody))]
[JsonSerializable(typeof(ComparisonBody))]
[JsonSerializable(typeof(FigureDefinitionList))]
[JsonSerializable(typeof(BreakdownAnswer))]
[JsonSerializable(typeof(CompareAnswer))]
[JsonSerializable(typeof(DayAnswer))]
internal sealed partial class AnalysisJsonContext : JsonSerializerContext;
