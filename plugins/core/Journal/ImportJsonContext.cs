using System.Text.Json;
using System.Text.Json.Serialization;
using AIWendy.Plugins.Journal.Endpoints;
using AIWendy.Plugins.Journal.Import;
using AIWendy.Plugins.Journal.Imports;

namespace AIWendy.Plugins.Journal;

/// <summary>JSON of imports beside what the journal's own context holds.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.Never)]
[JsonSerializable(typeof(ImportChoices))]
[JsonSerializable(typeof(ColumnMapping))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(ImportSet))]
[JsonSerializable(typeof(InspectionBody))]
[JsonSerializable(typeof(MappingBody))]
[JsonSerializable(typeof(MappingList))]
[JsonSerializable(typeof(MappingInput))]
[JsonSerializable(typeof(ReparseInput))]
internal sealed partial class ImportJsonContext : JsonSerializerContext;
