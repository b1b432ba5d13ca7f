using System.Text.Json;
using System.Text.Json.Serialization;
using AIWendy.Plugins.Journal.Accounts;
using AIWendy.Plugins.Journal.Annotations;
using AIWendy.Plugins.Journal.Days;
using AIWendy.Plugins.Journal.Instruments;
using AIWendy.Plugins.Journal.Playbooks;
using AIWendy.Plugins.Journal.Projects;
using AIWendy.Plugins.Journal.Screenshots;
using AIWendy.Plugins.Journal.Views;

namespace AIWendy.Plugins.Journal;

/// <summary>JSON of what people write about their trades, days and accounts.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(AnnotationPatch))]
[JsonSerializable(typeof(AnnotationBody))]
[JsonSerializable(typeof(BulkPatch))]
[JsonSerializable(typeof(ChangedBody))]
[JsonSerializable(typeof(TagList))]
[JsonSerializable(typeof(TagInput))]
[JsonSerializable(typeof(ScreenshotBody))]
[JsonSerializable(typeof(ScreenshotPatch))]
[JsonSerializable(typeof(IReadOnlyList<Shape>))]
[JsonSerializable(typeof(IReadOnlyList<Criterion>))]
[JsonSerializable(typeof(PlaybookPatch))]
[JsonSerializable(typeof(PlaybookBody))]
[JsonSerializable(typeof(PlaybookList))]
[JsonSerializable(typeof(PlaybookDetails))]
[JsonSerializable(typeof(ProjectPatch))]
[JsonSerializable(typeof(ProjectBody))]
[JsonSerializable(typeof(ProjectList))]
[JsonSerializable(typeof(DayPatch))]
[JsonSerializable(typeof(DayBody))]
[JsonSerializable(typeof(DayList))]
[JsonSerializable(typeof(AccountPatch))]
[JsonSerializable(typeof(CashInput))]
[JsonSerializable(typeof(CashBody))]
[JsonSerializable(typeof(CashList))]
[JsonSerializable(typeof(InstrumentPatch))]
[JsonSerializable(typeof(InstrumentBody))]
[JsonSerializable(typeof(ViewInput))]
[JsonSerializable(typeof(ViewBody))]
[JsonSerializable(typeof(ViewList))]
internal sealed partial class OverlayJsonContext : JsonSerializerContext;
