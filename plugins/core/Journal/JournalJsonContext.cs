using System.Text.Json;
using System.Text.Json.Serialization;
using AIWendy.Plugins.Journal.Coaching;
using AIWendy.Plugins.Journal.Endpoints;
using AIWendy.Plugins.Journal.Imports;

namespace AIWendy.Plugins.Journal;

/// <summary>JSON of everything that the journal takes, answers or stores.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ImportBody))]
[JsonSerializable(typeof(ImportPage))]
[JsonSerializable(typeof(ImportRowPage))]
[JsonSerializable(typeof(FormatList))]
[JsonSerializable(typeof(TradeBody))]
[JsonSerializable(typeof(TradePage))]
[JsonSerializable(typeof(PositionList))]
[JsonSerializable(typeof(StatisticsBody))]
[JsonSerializable(typeof(EquityBody))]
[JsonSerializable(typeof(CalendarBody))]
[JsonSerializable(typeof(AfterLossBody))]
[JsonSerializable(typeof(AccountBody))]
[JsonSerializable(typeof(AccountList))]
[JsonSerializable(typeof(AccountInput))]
[JsonSerializable(typeof(SampleBody))]
[JsonSerializable(typeof(ImportSummary))]
[JsonSerializable(typeof(TradesAnswer))]
internal sealed partial class JournalJsonContext : JsonSerializerContext;
